import type { ResolvedNode } from '../catalog/resolved';
import type { Approximation } from './analysis';
import type { FlowTimes } from './flow-times';
import { type Graph, isStation } from './graph';
import { hasParallelCalls, type Plan, sharesStep } from './plan';
import type { Spread, StationState } from './station';
import type { FlowTraffic } from './traffic';

/** Why the percentiles of a flow are outside the bound of a plain network of queues, in a fixed order. */
export function approximationsOf(
  graph: Graph,
  times: FlowTimes,
  states: readonly StationState[],
  spreads: readonly Spread[],
): readonly Approximation[] {
  const { traffic } = times;
  const isRead = graph.flows[traffic.flow]?.kind === 'read';
  const waited: number[] = [];
  for (const node of traffic.nodes) if ((traffic.syncVisits[node] as number) > 0) waited.push(node);
  const stations = waited.filter((node) => isStation(graph.nodes[node] as ResolvedNode));
  const found: Approximation[] = [];
  const { isParallel, loops, isRepeated } = shapeOf(graph, times, waited, stations);
  if (isParallel) found.push('parallel');
  if (isRepeated) found.push('repeated-visits');
  if (loops) found.push('loop');
  if (
    stations.some((node) => graph.nodes[node]?.config.cv !== 1 && (states[node]?.waitProbability ?? 1) > 0.01)
  )
    found.push('general-service');
  if (
    stations.some(
      (node) => spreads[node]?.kind === 'round-robin' && (graph.nodes[node]?.config.replicas ?? 1) > 1,
    )
  )
    found.push('round-robin');
  if (stations.some((node) => (isRead ? states[node]?.readsReplicated : states[node]?.writesReplicated)))
    found.push('replicated');
  return found;
}

/** What of it follows from the visits alone, whatever the load. */
interface Shape {
  readonly isParallel: boolean;
  readonly loops: boolean;
  readonly isRepeated: boolean;
}

const shapes = new WeakMap<FlowTraffic, Shape>();

function shapeOf(
  graph: Graph,
  times: FlowTimes,
  waited: readonly number[],
  stations: readonly number[],
): Shape {
  const { traffic, plan } = times;
  const known = shapes.get(traffic);
  if (known !== undefined) return known;
  const loops = hasLoop(graph, traffic);
  const shape = {
    isParallel: waited.some((node) => sharesStep(graph, traffic, node) && hasParallelCalls(plan(node))),
    loops,
    isRepeated: (loops && stations.length > 0) || isMetAgain(graph, times, stations),
  };
  shapes.set(traffic, shape);
  return shape;
}

function syncCalls(graph: Graph, { multipliers }: FlowTraffic, node: number): readonly number[] {
  const { start, edges } = graph.outgoing;
  const calls: number[] = [];
  for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
    const edge = edges[i] as number;
    if (graph.sync[edge] === 1 && (multipliers.calls[edge] as number) > 0) calls.push(edge);
  }
  return calls;
}

function hasLoop(graph: Graph, traffic: FlowTraffic): boolean {
  const { componentOf, components, syncVisits } = traffic;
  for (const edge of traffic.edges) {
    const from = graph.from[edge] as number;
    const to = graph.to[edge] as number;
    if (componentOf[from] !== componentOf[to] || graph.sync[edge] !== 1 || syncVisits[from] === 0) continue;
    const isSmall = components[componentOf[from] as number]?.length === 1;
    if (isSmall || reaches(graph, traffic, to, from)) return true;
  }
  return false;
}

/** Whether synchronous calls lead from one node to another of the same component. */
function reaches(graph: Graph, traffic: FlowTraffic, from: number, to: number): boolean {
  const component = traffic.componentOf[to];
  if (traffic.componentOf[from] !== component) return false;
  const seen = new Set([from]);
  const open = [from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === to) return true;
    for (const edge of syncCalls(graph, traffic, node)) {
      const next = graph.to[edge] as number;
      if (traffic.componentOf[next] !== component || seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return false;
}

/** Whether one request can wait for the same station twice. */
function isMetAgain(graph: Graph, { traffic, plan }: FlowTimes, stations: readonly number[]): boolean {
  if (stations.some((node) => (traffic.syncVisits[node] as number) > 1 + 1e-9)) return true;
  const joint = jointNodes(graph, traffic);
  if (joint.size === 0) return false;
  const met: Met = { graph, isStation: new Set(stations), joint, behind: new Map(), busy: new Set() };
  for (const members of traffic.components)
    for (const node of members) {
      if (!((traffic.syncVisits[node] as number) > 0)) continue;
      const calls = syncCalls(graph, traffic, node);
      const behind = apartBehind(met, calls) ?? metBy(met, plan(node));
      if (behind === null) return true;
      const isBusy = met.isStation.has(node) || calls.some((edge) => met.busy.has(graph.to[edge] as number));
      if (isBusy) met.busy.add(node);
      met.behind.set(node, isBusy && joint.has(node) ? new Set([...behind, node]) : behind);
    }
  return false;
}

const noNodes: ReadonlySet<number> = new Set();

/** What calls can meet where they have nothing in common, whatever is picked; null where only the plan can tell. */
function apartBehind(met: Met, calls: readonly number[]): ReadonlySet<number> | null {
  let all = noNodes;
  for (const edge of calls) {
    const to = met.graph.to[edge] as number;
    const beyond = met.behind.get(to) ?? noNodes;
    if ((met.graph.edges[edge]?.calls ?? 0) > 1 && met.busy.has(to)) return null;
    if (beyond.size === 0) continue;
    for (const node of beyond) if (all.has(node)) return null;
    all = all.size === 0 ? beyond : new Set([...all, ...beyond]);
  }
  return all;
}

interface Met {
  readonly graph: Graph;
  readonly isStation: ReadonlySet<number>;
  /** Nodes to which several calls lead: only these, and what is behind them, can be met twice. */
  readonly joint: ReadonlySet<number>;
  /** Joint nodes that a visit of a node can meet. */
  readonly behind: Map<number, ReadonlySet<number>>;
  /** Nodes whose visit meets a station. */
  readonly busy: Set<number>;
}

function jointNodes(graph: Graph, traffic: FlowTraffic): ReadonlySet<number> {
  const calls = new Uint8Array(graph.nodes.length);
  const joint = new Set<number>();
  if (traffic.entry >= 0) calls[traffic.entry] = 1;
  for (const edge of traffic.edges) {
    if (graph.sync[edge] !== 1) continue;
    if (!((traffic.syncVisits[graph.from[edge] as number] as number) > 0)) continue;
    const to = graph.to[edge] as number;
    if (calls[to] === 1 || (graph.edges[edge]?.calls ?? 0) > 1) joint.add(to);
    calls[to] = 1;
  }
  return joint;
}

/** Joint nodes that the calls of a plan can meet; null where they can meet one twice. */
function metBy(met: Met, plan: Plan): ReadonlySet<number> | null {
  const all = new Set<number>();
  const meet = (nodes: ReadonlySet<number>): boolean => {
    for (const node of nodes) {
      if (all.has(node)) return false;
      all.add(node);
    }
    return true;
  };
  for (const part of plan) {
    if (part.kind === 'pick') {
      const either = new Set<number>();
      for (const { plan: further } of part.outcomes) {
        const of = metBy(met, further);
        if (of === null) return null;
        for (const node of of) either.add(node);
      }
      if (!meet(either)) return null;
      continue;
    }
    for (const { edge, whole, fraction } of part.calls) {
      const to = met.graph.to[edge] as number;
      if (!meet(met.behind.get(to) ?? new Set())) return null;
      if (whole + Math.ceil(fraction) > 1 && met.busy.has(to)) return null;
    }
  }
  return all;
}
