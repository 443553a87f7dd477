import { type Adjacency, adjacencyOf, componentsFrom } from '../../math/components';
import type { CallPattern } from '../call-pattern';
import type { Graph } from '../graph';
import { inlineHitRate } from '../visit-positions';
import type { HealthCheck } from './health-check';
import { asksState, type CallPart, type VisitParts } from './visit-part';
import { isRough, visitPartsOf } from './visit-parts';

/** What visits of each node by flows that make the same calls can fail on, whatever is up. */
export interface PatternParts {
  readonly parts: readonly (VisitParts | undefined)[];
  /** The share of a node's visits that it answers itself. */
  readonly hitRate: Float64Array;
  /** Calls that a visit may depend on, by caller, those of picks that are not waited for included. */
  readonly calls: Adjacency;
  /** Callees that every visit of a node calls at least once; undefined where there are none. */
  readonly certain: readonly (readonly number[] | undefined)[];
  /** Nodes whose state a visit asks for without calling them: caches that may be down, callees that are picked from, what is behind them. */
  readonly asks: readonly (readonly number[] | undefined)[];
  /** What health checks of all picks ask for. */
  readonly checks: readonly HealthCheck[];
  /** 1 for nodes with a pick whose health checks are content with one of several callees. */
  readonly checksAny: Uint8Array;
  /** All nodes that these flows depend on, callees before their callers. */
  readonly order: readonly number[];
  /** Members of the loop that a node is part of; undefined where it is in none. */
  readonly loop: readonly (readonly number[] | undefined)[];
  /** Whether a visit's success follows from the state of the components alone. */
  readonly decided: Uint8Array;
}

/** By graph: what is optional and what fails over may change where the calls stay the same. */
const known = new WeakMap<Graph, Map<CallPattern, PatternParts>>();

/** Patterns with a visit of which calls share more draws than were distinguished. */
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
  const { parts, hitRate, used, asks, isAsCalled, checks, checksAny } = visitsFrom(graph, pattern);
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
      else if (isAnswered(hitRate[node] as number, parts[node] ?? [], decided)) decided[node] = 1;
    }
  }
  if (parts.some((visit) => visit !== undefined && isRough(visit))) rough.add(pattern);
  else rough.delete(pattern);
  return { parts, hitRate, calls, certain, asks, checks, checksAny, order, loop, decided };
}

/** The parts of the visits that flows of the pattern depend on, and the edges of their calls. */
function visitsFrom(graph: Graph, pattern: CallPattern) {
  const count = graph.nodes.length;
  const carries = new Uint8Array(graph.edges.length);
  for (const edge of graph.carried[pattern.flow] ?? []) carries[edge] = 1;
  const parts: (VisitParts | undefined)[] = new Array(count).fill(undefined);
  const asks: (readonly number[] | undefined)[] = new Array(count).fill(undefined);
  const hitRate = new Float64Array(count);
  const used: number[] = [];
  const checks: HealthCheck[] = [];
  const checksAny = new Uint8Array(count);
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
    hitRate[node] = inlineHitRate(graph, pattern.flow, node);
    const own = hitRate[node] === 1 ? [] : visitPartsOf(graph, pattern, node, carries);
    parts[node] = own;
    eachCall(own, addCall);
    const asked = askedIn(own);
    const checked = [...new Set(checksIn(own))];
    for (const check of checked) {
      checks.push(check);
      if (check.calls.size > 0) checksAny[node] = 1;
    }
    const ofNode = [...asked, ...checked.flatMap(({ needed, further }) => [...needed, ...further])];
    if (ofNode.length > 0) asks[node] = ofNode;
  }
  return { parts, hitRate, used, asks, isAsCalled, checks, checksAny };
}

/** Edges of all calls, those of outcomes that are not waited for included. */
function eachCall(parts: VisitParts, add: (edge: number) => void): void {
  for (const part of parts) {
    if (part.kind === 'call') {
      add(part.edge);
      for (const { edge } of part.fallbacks) add(edge);
    } else if (part.kind === 'miss') {
      eachCall(part.missed, add);
      eachCall(part.hit, add);
    } else for (const outcome of part.outcomes) eachCall(outcome.parts, add);
  }
}

/** Caches that may be down, and callees that are picked from by their own state. */
function askedIn(parts: VisitParts): readonly number[] {
  if (parts.every(({ kind }) => kind === 'call')) return none;
  return parts.flatMap((part): readonly number[] => {
    if (part.kind === 'call') return none;
    if (part.kind === 'miss')
      return [...(part.soft ? [part.cache] : none), ...askedIn(part.missed), ...askedIn(part.hit)];
    return part.outcomes.flatMap((outcome) => [
      ...(asksState(part, outcome) && outcome.check === null ? [outcome.to] : none),
      ...askedIn(outcome.parts),
    ]);
  });
}

function checksIn(parts: VisitParts): readonly HealthCheck[] {
  if (parts.every(({ kind }) => kind === 'call')) return noChecks;
  return parts.flatMap((part): readonly HealthCheck[] => {
    if (part.kind === 'call') return noChecks;
    if (part.kind === 'miss') return [...checksIn(part.missed), ...checksIn(part.hit)];
    return part.outcomes.flatMap(({ check, parts: own }) => [
      ...(check === null ? noChecks : [check]),
      ...checksIn(own),
    ]);
  });
}

const noChecks: readonly HealthCheck[] = [];

const none: readonly number[] = [];

function certainCalls(parts: VisitParts | undefined): readonly number[] | undefined {
  if (parts === undefined) return undefined;
  let certain: number[] | undefined;
  for (const part of parts) {
    if (part.kind !== 'call' || part.mean < 1 || part.fallbacks.length > 0) continue;
    if (certain === undefined) certain = [part.to];
    else certain.push(part.to);
  }
  return certain;
}

/** Whether nothing is drawn in a visit: it never calls, or it always does and its calls are decided. */
const isAnswered = (hitRate: number, visit: VisitParts, decided: Uint8Array): boolean =>
  hitRate === 1 || ((hitRate === 0 || visit.length === 0) && follows(visit, decided));

/** Whether every part of a visit is a certain call to one that is decided itself, as its fallbacks are. */
const follows = (visit: VisitParts, decided: Uint8Array): boolean =>
  visit.every((part) => part.kind === 'call' && part.mean >= 1 && isDecided(part, decided));

/** Whether the success of a call and its fallbacks follows from the state of the components alone. */
export const isDecided = ({ to, fallbacks }: CallPart, decided: Uint8Array): boolean =>
  decided[to] === 1 && fallbacks.every((fallback) => decided[fallback.to] === 1);

function callsItself({ start, edges }: Adjacency, to: Int32Array, node: number): boolean {
  for (let i = start[node] as number; i < (start[node + 1] as number); i++)
    if (to[edges[i] as number] === node) return true;
  return false;
}
