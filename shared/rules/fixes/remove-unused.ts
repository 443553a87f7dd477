import { removeChanges } from '../../edits/remove';
import { type DesignGraph, incomingOf, isModelled, outgoingOf } from '../facts/graph';
import type { QuickFix } from '../rule';

/** Takes away a component that nothing reaches and what only it calls; what others call too is left to them. */
export function removeUnused(graph: DesignGraph, head: string, behind: ReadonlySet<string>): QuickFix {
  const gone = new Set(behind).add(head);
  const isCalledByOthers = (id: string): boolean =>
    incomingOf(graph, id).some(({ from }) => {
      const caller = graph.nodes.get(from);
      return caller !== undefined && isModelled(caller) && !gone.has(from);
    });
  const kept = [...gone].filter((id) => id !== head && isCalledByOthers(id));
  // What stays keeps what it calls; the list grows while it is walked.
  for (const id of kept) gone.delete(id);
  for (const id of kept) {
    for (const { to } of outgoingOf(graph, id)) {
      if (to !== head && gone.delete(to)) kept.push(to);
    }
  }
  const more = gone.size - 1;
  return {
    id: 'remove',
    title: more > 0 ? 'Remove {node} and {more} behind it' : 'Remove {node}',
    values: { node: { part: head }, more: { count: more } },
    changes: removeChanges([...gone]),
  };
}
