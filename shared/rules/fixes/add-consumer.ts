import type { ResolvedNode } from '../../catalog/resolved';
import type { QuickFix, RuleContext } from '../rule';
import { demandOn } from './demand';
import { freshNode, freshUtilization, protocolOf } from './fresh-node';
import { newIds } from './new-ids';
import { sizeStation } from './size-station';

/** A worker behind the buffer with servers enough for what arrives, one of them lost; null where there is no such kind. */
export function addConsumer(context: RuleContext, buffer: ResolvedNode): QuickFix | null {
  const worker = freshNode('worker');
  if (worker === undefined) return null;
  const demand = demandOn(context, buffer);
  const arrivingRps = demand === null ? 0 : demand.readsRps + demand.writesRps;
  const { replicas, maxUtilization, instanceAvailability } = worker.config;
  const enough = sizeStation({
    replicas,
    utilization: freshUtilization(worker, arrivingRps),
    maxUtilization,
    hotShare: 0,
    instanceAvailability,
    availabilityTarget: null,
  });
  const count = Math.max(replicas, enough ?? replicas);
  const newId = newIds(context.design);
  const id = newId(`${buffer.id}-worker`);
  const edgeId = newId(`${buffer.id}-${id}`);
  const group = buffer.group === null ? {} : { group: buffer.group };
  const protocol = protocolOf(buffer);
  const config = count > replicas ? { config: { replicas: count } } : {};
  return {
    id: 'add-consumer',
    title: 'Add a consumer',
    values: { count: { count } },
    changes: [
      { op: 'add-node', node: { id, kind: worker.kind.id, ...group, ...config } },
      { op: 'add-edge', edge: { id: edgeId, from: buffer.id, to: id, ...protocol } },
    ],
  };
}
