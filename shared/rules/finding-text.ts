import { nodeTitle } from '../catalog/node-title';
import type { ResolvedDesign } from '../catalog/resolved';
import { formatMessage } from '../math/format-message';
import type { Language } from '../math/language';
import type { Finding, QuickFix } from './rule';

type NameOf = (id: string) => string;

/** What is wrong, with its figures. */
export const messageOf = (finding: Finding, nameOf?: NameOf, language?: Language): string =>
  formatMessage({ text: finding.message, values: finding.values }, nameOf, language);

/** What to do; where there is a quick fix, with its figures. */
export const fixOf = (finding: Finding, nameOf?: NameOf, language?: Language): string =>
  formatMessage(
    { text: finding.fix, values: { ...finding.values, ...finding.quickFix?.values } },
    nameOf,
    language,
  );

/** What the button of a quick fix says, and the undo step that it becomes. */
export const titleOf = (quickFix: QuickFix, nameOf?: NameOf, language?: Language): string =>
  formatMessage({ text: quickFix.title, values: quickFix.values }, nameOf, language);

/** The names of a design's parts by id, an edge by its ends; an id without a part is its own name. What has no name is called by its kind. */
export function partNames(design: ResolvedDesign, language?: Language): NameOf {
  const named = [...design.flows, ...design.groups].map(({ id, name }) => [id, name] as const);
  const nodes = design.nodes.map((node) => [node.id, nodeTitle(node, language)] as const);
  const names = new Map([...nodes, ...named]);
  for (const { id, from, to } of design.edges) {
    names.set(id, `${names.get(from) ?? from} → ${names.get(to) ?? to}`);
  }
  return (id) => names.get(id) ?? id;
}
