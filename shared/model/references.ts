import type { Config } from './config';
import { groupDepths } from './group-problems';
import { counts } from './limits';
import { peakRpsOfRate } from './rates';
import {
  type Design,
  type Edge,
  edgesOf,
  type Flow,
  flowsOf,
  type Group,
  groupsOf,
  type Node,
  nodesOf,
  type Workload,
} from './schema';

const has = (list: readonly { readonly id: string }[], id: string): boolean =>
  list.some((part) => part.id === id);

/** Whether a node names only a group and flows that are there, and quorums that its replicas can give. */
export function isValidNode(design: Design, node: Node): boolean {
  if (node.group !== undefined && !has(groupsOf(design), node.group)) return false;
  return Object.keys(node.config?.hitRates ?? {}).every((flow) => has(flowsOf(design), flow));
}

/** Whether an edge's ends, its cache and the flows in its list are there. */
export function isValidEdge(design: Design, edge: Edge): boolean {
  const nodes = nodesOf(design);
  if (!has(nodes, edge.from) || !has(nodes, edge.to)) return false;
  if (edge.onMissOf !== undefined && !has(nodes, edge.onMissOf)) return false;
  if (!isValidFallback(design, edge)) return false;
  return !Array.isArray(edge.flows) || edge.flows.every((flow: string) => has(flowsOf(design), flow));
}

/** Whether the call that an edge is a fallback of is made by the same node and is no fallback itself; and no fallback of it is elsewhere. */
function isValidFallback(design: Design, edge: Edge): boolean {
  if (edge.fallbackOf !== undefined) {
    const first = edgesOf(design).find(({ id }) => id === edge.fallbackOf);
    if (first === undefined || first.id === edge.id) return false;
    if (first.from !== edge.from || first.fallbackOf !== undefined) return false;
  }
  return edgesOf(design).every(
    (other) =>
      other.fallbackOf !== edge.id ||
      other.id === edge.id ||
      (other.from === edge.from && edge.fallbackOf === undefined),
  );
}

/**
 * Whether a flow's entry is there and its rate is exactly one of `rps`, a share that the workload gives a number to, and a ratio of
 * another flow that does not go back to this one.
 */
export function isValidFlow(design: Design, flow: Flow): boolean {
  if (!has(nodesOf(design), flow.entry)) return false;
  const flows = flow.rate.flow === undefined ? [] : flowsOf(design).filter(({ id }) => id !== flow.id);
  return isValidRate(design.system.workload, flow.rate, flows);
}

function isValidRate(workload: Workload | undefined, rate: Flow['rate'], flows: readonly Flow[]): boolean {
  const { rps, share, flow, ratio } = rate;
  const given = [rps, share, flow].filter((way) => way !== undefined);
  if (given.length !== 1 || (flow === undefined) !== (ratio === undefined)) return false;
  return peakRpsOfRate(rate, workload, flows) !== null;
}

/** Whether every flow that is a share of the workload could still be given a rate by this one. */
export function isValidWorkload(design: Design, workload: Workload | undefined): boolean {
  return flowsOf(design).every((flow) => isValidRate(workload, flow.rate, flowsOf(design)));
}

/**
 * Whether, with this group among the others, its parent is there, it does not be in itself, however far up, and no group comes
 * to stand too deep.
 */
export function isValidGroup(design: Design, group: Group): boolean {
  if (group.parent === undefined) return true;
  const groups = [...groupsOf(design).filter(({ id }) => id !== group.id), group];
  const depths = groupDepths(groups);
  if (!depths.has(group.parent) || depths.get(group.id) === null) return false;
  return groups.every(({ id }) => (depths.get(id) ?? 0) <= counts.groupDepth);
}

/** Quorums lowered to the replicas that there are to answer. */
export function withinReplicas(config: Config): Config {
  const { replicasPerShard, readQuorum, writeQuorum } = config;
  if (replicasPerShard === undefined) return config;
  const tooMany = (quorum: number | undefined) => quorum !== undefined && quorum > replicasPerShard;
  let next = config;
  if (tooMany(readQuorum)) next = { ...next, readQuorum: replicasPerShard };
  if (tooMany(writeQuorum)) next = { ...next, writeQuorum: replicasPerShard };
  return next;
}
