import type { ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { newEdge } from '../../edits/new-edge';
import { protocolField } from '../../edits/protocol';
import { atLeastUp } from '../../math/k-of-n';
import type { Config } from '../../model/config';
import { edgeFiguresOf } from '../facts/arrivals';
import { figuresOf, graphOf, incomingOf, waitsFor } from '../facts/graph';
import { isOwnCode } from '../facts/roles';
import type { QuickFix, RuleContext } from '../rule';
import { freshNode, groupField } from './fresh-node';
import { freshReplicas } from './fresh-replicas';
import { newIds } from './new-ids';

/** A backlog of so long is a fault, and is to be seen rather than grown. */
const longestBacklogSeconds = 3600;

/**
 * A queue between a callee and the one caller that waits for it, so that the caller waits for the acknowledgement alone.
 * Null where the callee has other callers, is no code of one's own, where the caller is none, or where a flow on
 * the way is not known to be deferrable.
 */
export function deferThroughQueue(context: RuleContext, callee: ResolvedNode): QuickFix | null {
  const graph = graphOf(context.design);
  const edges = incomingOf(graph, callee.id);
  const [edge] = edges;
  const caller = edge && graph.nodes.get(edge.from);
  const queue = freshNode('queue');
  if (edge === undefined || edges.length > 1 || caller === undefined || queue === undefined) return null;
  if (!isOwnCode(caller) || !isOwnCode(callee) || !waitsFor(graph, edge)) return null;
  if (edge.onMissOf !== null || edge.optional || !isDeferrable(context, edge)) return null;
  const arrivingRps = edgeFiguresOf(context.analysis).get(edge.id)?.rps ?? 0;
  const replicas = freshReplicas(queue, arrivingRps, null);
  if (replicas === null || !isUpAsOften(context, callee, queue, replicas)) return null;
  const newId = newIds(context.design);
  const id = newId(`${callee.id}-queue`);
  const edgeId = newId(`${id}-${callee.id}`);
  const config: Config = {
    ...(replicas > queue.config.replicas && { replicas }),
    deadLetter: true,
    backlogLimit: Math.ceil(Math.max(1, arrivingRps) * longestBacklogSeconds),
    maxAgeSeconds: longestBacklogSeconds,
  };
  const protocol = protocolField(queue);
  return {
    id: 'queue-before',
    title: 'Put a queue before {node}',
    values: { node: { part: callee.id } },
    changes: [
      { op: 'add-node', node: { id, kind: queue.kind.id, ...groupField(caller), config } },
      // How long the caller waits for an acknowledgement is another matter than how long it waited for the work.
      { op: 'patch-edge', id: edge.id, patch: { to: id, timeoutMs: null, retries: null, ...protocol } },
      { op: 'add-edge', edge: newEdge({ id: edgeId, from: id, to: callee.id }, queue, callee) },
    ],
  };
}

const isDeferrable = ({ design }: RuleContext, edge: ResolvedEdge): boolean =>
  design.flows.every((flow) => flow.deferrable === true || !edge.flows.includes(flow.id));

/** Whether the queue fails no more often than what it is before, so that no availability falls. */
function isUpAsOften(
  context: RuleContext,
  callee: ResolvedNode,
  queue: ResolvedNode,
  replicas: number,
): boolean {
  const availability = figuresOf(context.analysis).get(callee.id)?.availability ?? 1;
  return atLeastUp(replicas, 1, queue.config.instanceAvailability) >= availability;
}
