import type { ResolvedDesign } from '../catalog/resolved';
import { fillTemplate } from '../math/format';
import type { Finding, QuickFix } from './rule';

type NameOf = (id: string) => string;

/** What is wrong, in English with its figures. */
export const messageOf = (finding: Finding, nameOf?: NameOf): string =>
  fillTemplate(finding.message, finding.values, nameOf);

/** What to do, in English; where there is a quick fix, with its figures. */
export const fixOf = (finding: Finding, nameOf?: NameOf): string =>
  fillTemplate(finding.fix, { ...finding.values, ...finding.quickFix?.values }, nameOf);

/** What the button of a quick fix says, and the undo step that it becomes. */
export const titleOf = (quickFix: QuickFix, nameOf?: NameOf): string =>
  fillTemplate(quickFix.title, quickFix.values, nameOf);

/** The names of a design's parts by id, an edge by its ends; an id without a part is its own name. */
export function partNames(design: ResolvedDesign): NameOf {
  const named = [...design.nodes, ...design.flows, ...design.groups];
  const names = new Map(named.map(({ id, name }) => [id, name]));
  for (const { id, from, to } of design.edges) {
    names.set(id, `${names.get(from) ?? from} → ${names.get(to) ?? to}`);
  }
  return (id) => names.get(id) ?? id;
}
