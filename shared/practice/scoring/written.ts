import type { Message } from '../../math/message';
import type { SectionId } from '../sections';
import { citesFigure, namedBy } from '../statements';
import type { Evidence } from './evidence';
import { itemLink, type Judgement } from './point';

interface WrittenPoint {
  readonly weight: number;
  readonly terms: readonly string[];
  readonly there: Message;
  readonly missing: Message;
  /** It has to give a figure as well; half without. */
  readonly withFigure?: boolean;
}

/** A point that is got by saying something of the terms under the section. */
export function writtenItem(
  { said }: Evidence,
  section: SectionId,
  [item, ...others]: readonly [string, ...string[]],
  { weight, terms, there, missing, withFigure = false }: WrittenPoint,
): Judgement {
  const about = said(section).filter((statement) => namedBy([statement], [{ id: item, terms }]).size > 0);
  const isThere = about.length > 0;
  const share = !isThere ? 0 : !withFigure || about.some(({ text }) => citesFigure(text)) ? 1 : 0.5;
  return {
    id: ['said', item, ...others].join('-'),
    weight,
    share,
    reason: isThere ? there : missing,
    link: itemLink(section, item),
  };
}
