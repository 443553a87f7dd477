import type { ResolvedNode } from '../../catalog/resolved';
import { newEdge } from '../../edits/new-edge';
import type { Change } from '../../model/changes';
import type { QuickFix, RuleContext } from '../rule';
import { fewestAtAverage } from './autoscale';
import { demandOn } from './demand';
import { freshNode, groupField } from './fresh-node';
import { freshLoad, freshReplicas } from './fresh-replicas';
import { newIds } from './new-ids';
import { morePartitions } from './partitions-for';

/** A worker behind the buffer with servers enough for what arrives, one of them lost; null where there is no such kind. */
export function addConsumer(context: RuleContext, buffer: ResolvedNode): QuickFix | null {
  const worker = freshNode('worker');
  if (worker === undefined) return null;
  const demand = demandOn(context, buffer);
  const arrivingRps = demand === null ? 0 : demand.readsRps + demand.writesRps;
  const load = freshLoad(worker, arrivingRps, null);
  const { replicas } = load;
  const count = freshReplicas(worker, arrivingRps, null) ?? replicas;
  const newId = newIds(context.design);
  const id = newId(`${buffer.id}-worker`);
  const edgeId = newId(`${buffer.id}-${id}`);
  const busy = { ...load, replicas: count, utilization: (load.utilization * replicas) / count };
  const least = fewestAtAverage(context.design.workload, busy, count);
  const scaled = least === null ? {} : { autoscaleMin: least, autoscaleMax: count };
  const own = { ...(count > replicas && { replicas: count }), ...scaled };
  const config = Object.keys(own).length === 0 ? {} : { config: own };
  return {
    id: 'add-consumer',
    title: 'Add a consumer',
    values: { count: { count } },
    changes: [
      { op: 'add-node', node: { id, kind: worker.kind.id, ...groupField(buffer), ...config } },
      { op: 'add-edge', edge: newEdge({ id: edgeId, from: buffer.id, to: id }, buffer, worker) },
      ...morePartitions(buffer, count),
      ...putAside(buffer),
    ],
  };
}

/** A place for what the consumer cannot work on, where the buffer tries it again and has none. */
function putAside({ id, config }: ResolvedNode): readonly Change[] {
  if (config.other.deadLetter === true || config.other.delivery === 'at-most-once') return [];
  return [{ op: 'patch-config', id, patch: { deadLetter: true } }];
}
