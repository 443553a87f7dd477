import stringWidth from 'string-width';
import type { Analysis } from '../../shared/analysis/analysis';
import { type Accuracy, accuracyMessage } from '../../shared/analysis/explanations/accuracy';
import { explain, explainable } from '../../shared/analysis/explanations/explain';
import type { Explanation } from '../../shared/analysis/explanations/explanation';
import type { Source } from '../../shared/catalog/kind';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { layerTitles } from '../../shared/diagram/palette';
import { figureText } from '../../shared/formats/report/metric-words';
import { flatMessage } from '../../shared/math/flat-message';
import { noFigure } from '../../shared/math/format';
import { formatExact, formatMessage, inLanguage } from '../../shared/math/format-message';
import { english } from '../../shared/math/language';
import { words } from '../../shared/math/message';
import type { Quantities } from '../../shared/math/quantity';
import { partNames } from '../../shared/rules/finding-text';
import { designTitle } from './design-title';
import type { Attempt } from './host';
import { hint } from './nearest';
import { printable } from './printable';
import type { Style } from './style';

/** Everything with figures of its own, by the name under which it is explained. */
function partsOf({ flows, nodes, edges, layers, hops, totals }: Analysis): ReadonlyMap<string, object> {
  const named = [...flows, ...nodes, ...edges].map((part) => [part.id, part] as const);
  const own = new Set(named.map(([id]) => id));
  return new Map<string, object>([
    ...named,
    ...layers.map((layer) => [own.has(layer.id) ? `layer:${layer.id}` : layer.id, layer] as const),
    ...hops.map((hop) => [`${hop.from}>${hop.to}`, hop] as const),
    ['totals', totals],
  ]);
}

/** How the figure that `ID.METRIC` names came about, or in one line why there is no explanation. */
export function explainFigure(
  design: ResolvedDesign,
  analysis: Analysis,
  figure: string,
): Attempt<Explanation> {
  const dot = figure.indexOf('.');
  if (dot <= 0 || dot === figure.length - 1)
    return { ok: false, message: `--explain takes ID.METRIC, such as totals.servers, not "${figure}".` };
  const [part, metric] = [figure.slice(0, dot), figure.slice(dot + 1)];
  const parts = partsOf(analysis);
  const figures = parts.get(part) ?? parts.get(part.replace(/^layer:/, ''));
  if (figures === undefined)
    return {
      ok: false,
      message: `--explain: nothing in the design is called "${part}".${hint(part, [...parts.keys()])}`,
    };
  const known = explainable(figures);
  const explanation = known.includes(metric) ? explain(design, analysis, part, metric) : null;
  if (explanation !== null) return { ok: true, value: explanation };
  return { ok: false, message: `--explain: "${part}" has no figure "${metric}".${hint(metric, known)}` };
}

function valueText({ metric, value }: Explanation): string {
  if (value === null) return noFigure;
  if (value === '') return 'none';
  return typeof value === 'number' ? figureText(metric, value) : String(value);
}

function sourceText(source: Source): string {
  const text = words(source.text);
  if (source.kind === 'assumption') return inLanguage(english, 'Assumption: {text}', { text });
  return source.url === undefined
    ? inLanguage(english, 'Source: {text}', { text })
    : inLanguage(english, 'Source: {text} ({url})', { text, url: source.url });
}

/** The inputs of a formula line by line; those of a term after the name of the part that it is of. */
function inputRows(
  inputs: Quantities,
  nameOf: (id: string) => string,
): readonly (readonly [string, string])[] {
  return Object.entries(inputs).flatMap(([name, input]): readonly (readonly [string, string])[] => {
    const [, word = name, number = ''] = /^([A-Za-z]+)(\d+)$/.exec(name) ?? [];
    const part = inputs[`part${number}`];
    const text = printable(formatExact(input, nameOf));
    if (number === '' || part === undefined) return [[name, text]];
    if (word === 'part') return [];
    const title = printable(formatExact(part, nameOf));
    return [[word === 'term' ? title : `${title}, ${word}`, text]];
  });
}

/** The name of what a figure is of: of a part its own, of a layer its title, of a hop the titles of both layers. */
function titleOf(design: ResolvedDesign, part: string): string {
  if (part === 'totals') return designTitle(design);
  const nameOf = partNames(design);
  if (nameOf(part) !== part) return nameOf(part);
  const titles = part
    .replace(/^layer:/, '')
    .split('>')
    .map(layerTitle);
  return titles.includes(null) ? part : titles.join(' → ');
}

const layerTitle = (id: string): string | null =>
  Object.entries(layerTitles).find(([layer]) => layer === id)?.[1] ?? null;

/** An explanation as JSON: its formula with {placeholders} that name inputs. */
export function explanationJson(
  { message, source, ...rest }: Explanation,
  accuracy: Accuracy | null,
): object {
  const { text: formula, values: inputs } = flatMessage(message);
  return { ...rest, formula, inputs, source, ...(accuracy !== null && { accuracy }) };
}

/** An explanation on a few lines: the figure, its formula with the figures put in, each input, the source, how good it is. */
export function explanationText(
  design: ResolvedDesign,
  explanation: Explanation,
  accuracy: Accuracy | null,
  style: Style,
): string {
  const nameOf = partNames(design);
  const { part, metric, form, message, source } = explanation;
  const { text: formula, values: inputs } = flatMessage(message);
  const rows = inputRows(inputs, nameOf);
  const width = Math.max(0, ...rows.map(([name]) => stringWidth(name)));
  const lines = [
    style.bold(printable(`${titleOf(design, part)} ${metric}: ${valueText(explanation)}`)),
    // Of words, and of terms that are only numbered, it would say nothing that the next line does not.
    ...(form !== 'arithmetic' || formula.includes('{part1}') || rows.length === 0
      ? []
      : [`  ${printable(formula)}`]),
    `  ${printable(formatMessage(message, nameOf))}`,
    ...(rows.length === 0 ? [] : ['']),
    ...rows.map(([name, text]) => `  ${name}${' '.repeat(width - stringWidth(name))}  ${text}`),
    '',
    `  ${style.faint(printable(sourceText(source)))}`,
    ...(accuracy === null ? [] : [`  ${style.faint(printable(formatMessage(accuracyMessage(accuracy))))}`]),
  ];
  return `${lines.join('\n')}\n`;
}
