import type { ResolvedNode } from '../../catalog/resolved';
import { likelyCaller } from '../../edits/likely-caller';
import { protocolOf } from '../../edits/protocol';
import type { QuickFix, RuleContext } from '../rule';
import { newIds } from './new-ids';

/**
 * A call from the component that most likely makes it, among those that requests reach. Null where none usually calls such a
 * kind. The window, which knows where the cards stand, prefers the nearest of those that are alike.
 */
export function connectFrom(
  { design }: RuleContext,
  node: ResolvedNode,
  isReached: (id: string) => boolean,
): QuickFix | null {
  const nodes = design.nodes.filter(({ id }) => id === node.id || isReached(id));
  const caller = likelyCaller({ nodes, edges: design.edges }, node.id);
  if (caller === null) return null;
  const protocol = protocolOf(node);
  const edge = {
    id: newIds(design)(`${caller}-${node.id}`),
    from: caller,
    to: node.id,
    ...(protocol === undefined || protocol === 'https' ? {} : { protocol }),
  };
  return {
    id: 'connect-from',
    title: 'Connect from {caller}',
    values: { caller: { part: caller }, node: { part: node.id } },
    changes: [{ op: 'add-edge', edge }],
  };
}
