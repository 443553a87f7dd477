import type { ResolvedEdge } from '../../catalog/resolved';
import type { Change } from '../../model/changes';
import { type DesignGraph, incomingOf, isModelled, outgoingOf, waitsFor } from '../facts/graph';
import type { QuickFix } from '../rule';

/**
 * Lets no call wait that leads back to a caller which waits: those that close a circle, walked in depth from where the circle is
 * entered. Linear in the members and their calls.
 */
export function answerLater(graph: DesignGraph, members: readonly string[]): QuickFix {
  const inside = new Set(members);
  const waits = (edge: ResolvedEdge): boolean => {
    const caller = graph.nodes.get(edge.from);
    return waitsFor(graph, edge) && caller !== undefined && isModelled(caller);
  };
  const entered = (id: string) => incomingOf(graph, id).some((edge) => !inside.has(edge.from) && waits(edge));
  const starts = [...members.filter(entered), ...members];
  const closing = closingCalls(starts, (id) =>
    outgoingOf(graph, id).filter((edge) => inside.has(edge.to) && waits(edge)),
  );
  const changes = closing.map(({ id }): Change => ({ op: 'patch-edge', id, patch: { mode: 'async' } }));
  const [first] = closing;
  const values = {
    from: { part: first?.from ?? '' },
    to: { part: first?.to ?? '' },
    calls: { count: closing.length },
  };
  const title =
    closing.length === 1
      ? 'Let {from} not wait for {to}'
      : 'Let {calls, plural, one {# call} other {# calls}} not wait';
  return { id: 'answer-later', title, values, changes };
}

/** The edges to a node whose own calls are not done with yet. */
function closingCalls(
  starts: readonly string[],
  callsOf: (id: string) => readonly ResolvedEdge[],
): readonly ResolvedEdge[] {
  const closing: ResolvedEdge[] = [];
  const seen = new Set<string>();
  const onTheWay = new Set<string>();
  for (const start of starts) {
    if (seen.has(start)) continue;
    const open: { readonly id: string; readonly calls: readonly ResolvedEdge[]; next: number }[] = [];
    const enter = (id: string): void => {
      seen.add(id);
      onTheWay.add(id);
      open.push({ id, calls: callsOf(id), next: 0 });
    };
    enter(start);
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      const edge = at.calls[at.next];
      at.next += 1;
      if (edge === undefined) {
        onTheWay.delete(at.id);
        open.pop();
      } else if (onTheWay.has(edge.to)) closing.push(edge);
      else if (!seen.has(edge.to)) enter(edge.to);
    }
  }
  return closing;
}
