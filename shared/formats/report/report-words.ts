import { formatRatio } from '../../math/format';
import { formatQuantity, inLanguage } from '../../math/format-message';
import { english, type Language } from '../../math/language';
import type { Quantities, Quantity } from '../../math/quantity';

type FigureText = (value: number | null) => string | null;

/** What tables are written with, in a language; a figure that does not exist is null. */
export interface ReportWords {
  readonly language: Language;
  readonly say: (text: string, values?: Quantities) => string;
  readonly rps: FigureText;
  readonly ms: FigureText;
  readonly seconds: FigureText;
  readonly share: FigureText;
  readonly availability: FigureText;
  readonly factor: FigureText;
  readonly count: FigureText;
  readonly bytes: FigureText;
  readonly usd: FigureText;
  /** Two decimals, without a unit. */
  readonly ratio: FigureText;
}

export function reportWords(language: Language = english): ReportWords {
  const figure =
    (quantityOf: (value: number) => Quantity): FigureText =>
    (value) =>
      value === null ? null : formatQuantity(quantityOf(value), undefined, language);
  return {
    language,
    say: (text, values) => inLanguage(language, text, values),
    rps: figure((rps) => ({ rps })),
    ms: figure((ms) => ({ ms })),
    seconds: figure((seconds) => ({ seconds })),
    share: figure((share) => ({ share })),
    availability: figure((availability) => ({ availability })),
    factor: figure((factor) => ({ factor })),
    count: figure((count) => ({ count })),
    bytes: figure((bytes) => ({ bytes })),
    usd: figure((usd) => ({ usd })),
    ratio: (value) => (value === null ? null : formatRatio(value, language.numbers)),
  };
}
