import { nodeTitle } from '../../shared/catalog/node-title';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { resolvedOf } from '../../shared/catalog/resolved-index';
import { type Design, marksOf } from '../../shared/model/schema';
import { language } from './language';
import { t } from './t';

const namesByDesign = new WeakMap<ResolvedDesign, ReadonlyMap<string, string>>();

function namesOf(design: ResolvedDesign): ReadonlyMap<string, string> {
  const known = namesByDesign.get(design);
  if (known !== undefined) return known;
  const nodes = new Map(design.nodes.map((node) => [node.id, nodeTitle(node, language())]));
  const names = new Map([
    ...nodes,
    ...design.flows.map((flow) => [flow.id, flow.name] as const),
    ...design.groups.map((group) => [group.id, group.name] as const),
    ...design.edges.map(
      (edge) => [edge.id, `${nodes.get(edge.from) ?? edge.from} → ${nodes.get(edge.to) ?? edge.to}`] as const,
    ),
  ]);
  namesByDesign.set(design, names);
  return names;
}

/** The name by which a person knows a node, edge ("API → Links"), flow, group or note; `*` is the design. */
export function partName(design: Design, id: string): string {
  if (id === '*') return design.name;
  const name = namesOf(resolvedOf(design).design).get(id);
  if (name !== undefined) return name;
  const mark = marksOf(design).find((item) => item.id === id);
  return mark === undefined ? id : t('Note');
}
