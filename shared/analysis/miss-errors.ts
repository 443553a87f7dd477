import type { FlowKind } from '../model/vocabulary';
import type { AnalysisError } from './analysis';
import { otherKind } from './crossed-visits';
import type { Graph } from './graph';
import { crossedAt } from './visit-positions';

/**
 * Misses that cannot be known when the call is made: visits that read over an `onMissOf` edge must look up that cache, from the
 * same caller, in an earlier step; where it is written first, every call finds it missing, and there is nothing to be known.
 */
export function missErrors(graph: Graph): readonly AnalysisError[] {
  if (!graph.missOf.some((cache) => cache >= 0)) return [];
  const lookUpsByCaller = lookUpsOf(graph);
  const operationsAt = operationsOf(graph);
  const errors: AnalysisError[] = [];
  graph.design.edges.forEach((edge) => {
    const caller = graph.positionOf.get(edge.from) ?? -1;
    const cache = graph.positionOf.get(edge.onMissOf ?? '') ?? -1;
    if (cache < 0 || edge.fallbackOf !== null) return;
    const asked = lookUpsByCaller.get(caller)?.get(cache) ?? notAsked;
    const reads = (flow: string, operation: FlowKind | null): boolean =>
      operationsAt(flow, caller).some((of) => (operation ?? of) === 'read');
    const unknown = edge.flows.find((flow) => !asked.byFlow.has(flow) && reads(flow, null));
    const late = edge.flows.find((flow) => {
      const lookUp = asked.byFlow.get(flow);
      return lookUp !== undefined && lookUp.step >= edge.step && reads(flow, lookUp.operation);
    });
    if (unknown === undefined && late === undefined) return;
    const values = { edge: edge.id, cache: edge.onMissOf ?? '' };
    const targets = [edge.id, ...asked.edges.slice(0, mostNamed)];
    if (unknown !== undefined)
      errors.push({ key: 'miss-flow', values: { ...values, flow: unknown }, targets });
    if (late !== undefined) errors.push({ key: 'miss-order', values: { ...values, flow: late }, targets });
  });
  return errors;
}

/** An error names so many of the calls of a cache at the most. */
const mostNamed = 100;

interface LookUp {
  readonly step: number;
  readonly operation: FlowKind | null;
}

/** The calls of one cache by one caller that are not made on its miss: ids of their edges, and for each flow the first. */
interface LookUps {
  readonly edges: string[];
  readonly byFlow: Map<string, LookUp>;
}

const notAsked: LookUps = { edges: [], byFlow: new Map() };

/** The look-ups of caches of which misses are carried, by caller and cache. */
function lookUpsOf(graph: Graph): ReadonlyMap<number, ReadonlyMap<number, LookUps>> {
  const isMissed = new Uint8Array(graph.nodes.length);
  for (const cache of graph.missOf) if (cache >= 0) isMissed[cache] = 1;
  const lookUps = new Map<number, Map<number, LookUps>>();
  for (const position of graph.outgoing.edges) {
    const cache = graph.to[position] as number;
    const edge = graph.edges[position];
    if (position >= graph.edgeCount || isMissed[cache] === 0 || edge === undefined) continue;
    if (edge.onMissOf === edge.to || edge.fallbackOf !== null) continue;
    const caller = graph.from[position] as number;
    const ofCaller = lookUps.get(caller) ?? new Map<number, LookUps>();
    lookUps.set(caller, ofCaller);
    const known = ofCaller.get(cache) ?? { edges: [], byFlow: new Map<string, LookUp>() };
    ofCaller.set(cache, known);
    known.edges.push(edge.id);
    for (const flow of edge.flows) if (!known.byFlow.has(flow)) known.byFlow.set(flow, edge);
  }
  return lookUps;
}

/** What visits of a flow to a node do: the flow's kind, and the other where calls of another operation lead there. */
function operationsOf(graph: Graph): (flow: string, node: number) => readonly FlowKind[] {
  const kinds = new Map(graph.flows.map(({ id, kind }) => [id, kind]));
  const reached = new Map<string, Uint8Array>();
  const reachedBy = (flow: string): Uint8Array => {
    const found = reached.get(flow) ?? reachedFrom(graph, flow);
    reached.set(flow, found);
    return found;
  };
  return (flow, node) => {
    const kind = kinds.get(flow);
    if (kind === undefined) return [];
    const crossed = crossedAt(graph, node);
    return crossed >= 0 && reachedBy(flow)[crossed] === 1 ? [kind, otherKind(kind)] : [kind];
  };
}

/** 1 for each position of visits that a flow may come to. */
function reachedFrom(graph: Graph, id: string): Uint8Array {
  const position = graph.flows.findIndex((flow) => flow.id === id);
  const carries = new Uint8Array(graph.edges.length);
  for (const call of graph.carried[position] ?? []) carries[call] = 1;
  const reached = new Uint8Array(graph.nodes.length);
  const open = [graph.positionOf.get(graph.flows[position]?.entry ?? '') ?? -1].filter((node) => node >= 0);
  for (const node of open) reached[node] = 1;
  const { start, edges } = graph.outgoing;
  for (let visit = open.pop(); visit !== undefined; visit = open.pop())
    for (let i = start[visit] as number; i < (start[visit + 1] as number); i++) {
      const call = edges[i] as number;
      const to = graph.to[call] as number;
      if (carries[call] === 0 || reached[to] === 1) continue;
      reached[to] = 1;
      open.push(to);
    }
  return reached;
}
