import { type Adjacency, adjacencyOf, componentsFrom } from '../../math/components';
import type { CallPattern } from '../call-pattern';
import { type Graph, hitRateOf } from '../graph';
import { asksState, isRough, type VisitParts, visitPartsOf } from './visit-parts';

/** What visits of each node by flows that make the same calls can fail on, whatever is up. */
export interface PatternParts {
  readonly parts: readonly (VisitParts | undefined)[];
  /** The share of a node's visits that it answers itself. */
  readonly hitRate: Float64Array;
  /** Calls that a visit may depend on, by caller, those of picks that are not waited for included. */
  readonly calls: Adjacency;
  /** Callees that every visit of a node calls at least once; undefined where there are none. */
  readonly certain: readonly (readonly number[] | undefined)[];
  /** Nodes whose state a visit asks for without calling them: caches that may be down, callees that are picked from. */
  readonly asks: readonly (readonly number[] | undefined)[];
  /** All nodes that these flows depend on, callees before their callers. */
  readonly order: readonly number[];
  /** Members of the loop that a node is part of; undefined where it is in none. */
  readonly loop: readonly (readonly number[] | undefined)[];
  /** Whether a visit's success follows from the state of the components alone. */
  readonly decided: Uint8Array;
}

/** By graph: what is optional and what fails over may change where the calls stay the same. */
const known = new WeakMap<Graph, Map<CallPattern, PatternParts>>();

/** Patterns with a visit of which calls share more draws than were told apart. */
const rough = new WeakSet<CallPattern>();

/** Whether the availability of flows that make these calls takes draws that calls share for independent, as last worked out. */
export const isRoughlyAvailable = (pattern: CallPattern): boolean => rough.has(pattern);

/** The parts of all visits of flows that make the same calls, worked out once for them. */
export function patternPartsOf(graph: Graph, pattern: CallPattern): PatternParts {
  const ofGraph = known.get(graph) ?? new Map<CallPattern, PatternParts>();
  known.set(graph, ofGraph);
  const found = ofGraph.get(pattern);
  if (found !== undefined) return found;
  const made = gathered(graph, pattern);
  ofGraph.set(pattern, made);
  return made;
}

function gathered(graph: Graph, pattern: CallPattern): PatternParts {
  const { parts, hitRate, used, asks, isAsCalled } = visitsFrom(graph, pattern);
  const count = graph.nodes.length;
  const calls = adjacencyOf(count, graph.from, used);
  const certain = parts.map((visit, node) => (hitRate[node] === 0 ? certainCalls(visit) : undefined));
  const order: number[] = [];
  const loop: (readonly number[] | undefined)[] = new Array(count).fill(undefined);
  const decided = new Uint8Array(count);
  // Without a loop, and with no call but those of the visits, the order is that of the visits.
  const isKnown = isAsCalled && !pattern.loops.includes(1);
  for (const members of isKnown ? pattern.components : componentsFrom(pattern.entries, calls, graph.to)) {
    const isLoop = !isKnown && (members.length > 1 || callsItself(calls, graph.to, members[0] as number));
    for (const node of members) {
      if (parts[node] === undefined) continue;
      order.push(node);
      if (isLoop) loop[node] = members;
      else if (hitRate[node] === 1 || follows(parts[node] ?? [], certain[node] ?? [], decided))
        decided[node] = 1;
    }
  }
  if (parts.some((visit) => visit !== undefined && isRough(visit))) rough.add(pattern);
  else rough.delete(pattern);
  return { parts, hitRate, calls, certain, asks, order, loop, decided };
}

/** The parts of the visits that flows of the pattern depend on, and the edges of their calls. */
function visitsFrom(graph: Graph, pattern: CallPattern) {
  const count = graph.nodes.length;
  const carries = new Uint8Array(graph.edges.length);
  for (const edge of graph.carried[pattern.flow] ?? []) carries[edge] = 1;
  const parts: (VisitParts | undefined)[] = new Array(count).fill(undefined);
  const asks: (readonly number[] | undefined)[] = new Array(count).fill(undefined);
  const hitRate = new Float64Array(count);
  const flow = graph.flows[pattern.flow];
  const used: number[] = [];
  let isAsCalled = true;
  const seen = new Uint8Array(count);
  for (const entry of pattern.entries) seen[entry] = 1;
  const open = [...pattern.entries];
  const addCall = (edge: number): void => {
    used.push(edge);
    if (!((pattern.multipliers.calls[edge] as number) > 0)) isAsCalled = false;
    const to = graph.to[edge] as number;
    if (seen[to] === 1) return;
    seen[to] = 1;
    open.push(to);
  };
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const of = graph.nodes[node];
    if (of?.behaviour === 'inline-cache' && flow !== undefined) hitRate[node] = hitRateOf(of, flow);
    const own = hitRate[node] === 1 ? [] : visitPartsOf(graph, pattern, node, carries);
    parts[node] = own;
    eachCall(own, addCall);
    const asked = askedBy(own);
    if (asked.length > 0) asks[node] = asked;
  }
  return { parts, hitRate, used, asks, isAsCalled };
}

/** Edges of all calls, those of outcomes that are not waited for included. */
function eachCall(parts: VisitParts, add: (edge: number) => void): void {
  for (const part of parts) {
    if (part.kind === 'call') add(part.edge);
    else if (part.kind === 'miss') {
      eachCall(part.missed, add);
      eachCall(part.hit, add);
    } else for (const outcome of part.outcomes) eachCall(outcome.parts, add);
  }
}

function askedBy(parts: VisitParts): readonly number[] {
  if (parts.every(({ kind }) => kind === 'call')) return none;
  return parts.flatMap((part): readonly number[] => {
    if (part.kind === 'call') return none;
    if (part.kind === 'miss')
      return [...(part.soft ? [part.cache] : none), ...askedBy(part.missed), ...askedBy(part.hit)];
    return part.outcomes.flatMap((outcome) => [
      ...(asksState(part, outcome) ? [outcome.to] : none),
      ...askedBy(outcome.parts),
    ]);
  });
}

const none: readonly number[] = [];

function certainCalls(parts: VisitParts | undefined): readonly number[] | undefined {
  if (parts === undefined) return undefined;
  let certain: number[] | undefined;
  for (const part of parts) {
    if (part.kind !== 'call' || part.mean < 1) continue;
    if (certain === undefined) certain = [part.to];
    else certain.push(part.to);
  }
  return certain;
}

/** Whether every part of a visit is a certain call to one that is decided itself. */
const follows = (visit: VisitParts, certain: readonly number[], decided: Uint8Array): boolean =>
  certain.length === visit.length && certain.every((to) => decided[to] === 1);

function callsItself({ start, edges }: Adjacency, to: Int32Array, node: number): boolean {
  for (let i = start[node] as number; i < (start[node + 1] as number); i++)
    if (to[edges[i] as number] === node) return true;
  return false;
}
