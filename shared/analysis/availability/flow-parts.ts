import { addRow, addToRow, type BitRows, bitRows } from '../../math/bit-rows';
import { wordsFor } from '../../math/bit-set';
import type { Graph } from '../graph';
import type { FlowTraffic } from '../traffic';
import { crossedAt, nodeAt, operationAt } from '../visit-positions';
import { type CheckedComponents, checkedIn } from './checked-components';
import type { HealthCheck } from './health-check';
import { type PatternParts, patternPartsOf } from './pattern-parts';
import { type PoolAvailability, placesOf } from './pools';
import { asksState, type Outcome, type VisitParts } from './visit-part';

/** Probability that a pool serves reads and writes, by node, and that a zone or region is up, by its name. */
export interface Chances {
  readonly pools: readonly PoolAvailability[];
  readonly place: (name: string) => number;
}

/** What one flow can fail on, ready to be evaluated: its nodes, their parts, and the components that can be down. */
export interface FlowParts {
  readonly entry: number;
  readonly pattern: PatternParts;
  /** Components of each node that are up or down by chance; those that the flow cannot do without are taken as up. */
  readonly own: readonly (readonly number[])[];
  /** Nodes whose state bears on it: those it reaches, and those that it picks from or does without. */
  readonly dependsOn: readonly number[];
  /** 1 where a component of the node is never up. */
  readonly dead: Uint8Array;
  readonly chance: readonly number[];
  /** Probability that all components are up which every request needs. */
  readonly needed: number;
  /** All nodes that the flow reaches, callees before their callers. */
  readonly order: readonly number[];
  /** False where the sets below are left empty, since nobody could go through them. */
  readonly hasSets: boolean;
  /** Row of each of them in the sets below. */
  readonly row: Int32Array;
  /** Components below each node, and those without which its visits always fail. */
  readonly below: BitRows;
  readonly must: BitRows;
  /** What each health check of the pattern asks for of these components. */
  readonly checked: ReadonlyMap<HealthCheck, CheckedComponents>;
}

/** The components that can be down, and whose they are. */
type Components = Pick<FlowParts, 'own' | 'dependsOn' | 'dead' | 'chance' | 'needed'>;

/** Gathers what a flow can fail on; `needed` is 0 where it always fails. */
export function flowPartsOf(graph: Graph, traffic: FlowTraffic, chances: Chances): FlowParts {
  const pattern = patternPartsOf(graph, traffic.pattern);
  const reached = reachedFrom(traffic.entry, graph, pattern);
  const components = componentsOf(graph, traffic, pattern, reached, chances);
  const order = pattern.order.filter((node) => reached[node] === 1);
  const sets = setsOf(order, pattern, components);
  const checked = checkedIn(pattern.checks, components, sets.below.words);
  return { entry: traffic.entry, pattern, ...components, order, ...sets, checked };
}

function reachedFrom(entry: number, graph: Graph, { calls }: PatternParts): Uint8Array {
  const reached = new Uint8Array(graph.nodes.length);
  reached[entry] = 1;
  const open = [entry];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (let i = calls.start[node] as number; i < (calls.start[node + 1] as number); i++) {
      const to = graph.to[calls.edges[i] as number] as number;
      if (reached[to] === 1) continue;
      reached[to] = 1;
      open.push(to);
    }
  return reached;
}

/** Nodes that every request visits: those that certain calls lead to. */
function certainFrom(entry: number, { certain }: PatternParts, count: number) {
  const isCertain = new Uint8Array(count);
  isCertain[entry] = 1;
  const nodes = [entry];
  for (const node of nodes)
    for (const to of certain[node] ?? none) {
      if (isCertain[to] === 1) continue;
      isCertain[to] = 1;
      nodes.push(to);
    }
  return { nodes, isCertain };
}

const none: readonly number[] = [];

/** Components of all that the flow asks for, but for those that every request needs: these are up, or it fails. */
function componentsOf(
  graph: Graph,
  { flow, entry }: FlowTraffic,
  pattern: PatternParts,
  reached: Uint8Array,
  chances: Chances,
): Components {
  const count = graph.nodes.length;
  const { names, at } = placesIn(graph);
  const placeUp = names.map(chances.place);
  const componentOfPlace = new Int32Array(names.length).fill(unknown);
  const certain = certainFrom(entry, pattern, count);
  const pools = poolParts(graph, flow, chances.pools);
  /** By part of a pool: the component that it is, where visits of both operations share it. */
  const componentOfPart = new Int32Array(pools.count).fill(unknown);
  let needed = 1;
  for (const node of certain.nodes)
    pools.each(node, (part, up) => {
      if (componentOfPart[part] === always) return;
      componentOfPart[part] = always;
      needed *= up;
    });
  for (const node of certain.nodes)
    for (const place of at[node] ?? none) {
      if (componentOfPlace[place] === always) continue;
      componentOfPlace[place] = always;
      needed *= placeUp[place] as number;
    }
  const chance: number[] = [];
  const add = (up: number): number => chance.push(up) - 1;
  const dead = new Uint8Array(count);
  const dependsOn: number[] = [];
  const own: (readonly number[])[] = new Array(count).fill(none);
  const isAsked = new Uint8Array(count);
  const ask = (node: number): void => {
    if (isAsked[node] === 1) return;
    isAsked[node] = 1;
    dependsOn.push(node);
    const of: number[] = [];
    pools.each(node, (part, up) => {
      if (componentOfPart[part] === always || up === 1) return;
      if (up === 0) {
        dead[node] = 1;
        return;
      }
      if (componentOfPart[part] === unknown) componentOfPart[part] = add(up);
      of.push(componentOfPart[part] as number);
    });
    for (const place of at[node] ?? none) {
      const up = placeUp[place] as number;
      if (componentOfPlace[place] === always || up === 1) continue;
      if (up === 0) dead[node] = 1;
      if (componentOfPlace[place] === unknown) componentOfPlace[place] = add(up);
      of.push(componentOfPlace[place] as number);
    }
    if (of.length > 0) own[node] = of;
  };
  for (let node = 0; node < count; node++) {
    if (reached[node] === 0) continue;
    ask(node);
    pattern.asks[node]?.forEach(ask);
  }
  return { own, dependsOn, dead, chance, needed };
}

/** Of a place, of a part of a pool: not come across yet; taken as up. */
const unknown = -1;
const always = -2;

/** What of each node's pool has to be up for a visit, part by part. */
interface PoolParts {
  readonly count: number;
  readonly each: (visit: number, use: (part: number, up: number) => void) => void;
}

/**
 * A pool is one part, but where a flow both reads and writes: what serves the operation that needs more serves the other too.
 * Then one part is what either needs, another, given the first, what the more demanding one needs beyond it, and a third the
 * shards that only a scattered read asks.
 */
function poolParts(graph: Graph, flow: number, pools: readonly PoolAvailability[]): PoolParts {
  const { nodeCount } = graph;
  const reads = (visit: number): boolean => operationAt(graph, flow, visit) === 'read';
  return {
    count: 3 * nodeCount,
    each(visit, use) {
      const node = nodeAt(graph, visit);
      const pool = pools[node];
      if (pool === undefined) return;
      const [up, other] = reads(visit) ? [pool.reads, pool.writes] : [pool.writes, pool.reads];
      const otherShards = reads(visit) ? pool.otherShards : 1;
      if (crossedAt(graph, node) < 0) {
        use(node, up * otherShards);
        return;
      }
      use(node, Math.max(up, other));
      if (up < other) use(nodeCount + node, up / other);
      if (otherShards < 1) use(2 * nodeCount + node, otherShards);
    },
  };
}

interface Places {
  readonly names: readonly string[];
  /** Positions of the names of the places that each node is in. */
  readonly at: readonly (readonly number[])[];
}

const knownPlaces = new WeakMap<Graph, Places>();

function placesIn(graph: Graph): Places {
  const found = knownPlaces.get(graph);
  if (found !== undefined) return found;
  const positions = new Map<string, number>();
  const lists = new Map<string, readonly number[]>();
  const at = graph.nodes.map((node) => {
    const names = placesOf(node);
    if (names.length === 0) return none;
    // No id of a group has a space.
    const key = names.join(' | ');
    const known = lists.get(key);
    if (known !== undefined) return known;
    const list = names.map((name) => {
      const position = positions.get(name) ?? positions.size;
      positions.set(name, position);
      return position;
    });
    lists.set(key, list);
    return list;
  });
  const places = { names: [...positions.keys()], at };
  knownPlaces.set(graph, places);
  return places;
}

/** Nodes of a flow up to which calls may be followed by recursion. */
export const mostDeep = 1_000;

/** Visits in states with one component down that all flows of a design may look at, times its nodes. */
export const mostSingly = 6_000_000;

/**
 * For each node the components below it and those it needs, callees first. Where there are more nodes than are followed by
 * recursion, and more components than may be taken down one by one, nothing reads the sets, which are as large as both together.
 */
function setsOf(
  order: readonly number[],
  { parts, certain, loop }: PatternParts,
  { own, chance }: Components,
): Pick<FlowParts, 'hasSets' | 'row' | 'below' | 'must'> {
  const hasSets = order.length <= mostDeep || order.length * chance.length <= mostSingly;
  const words = hasSets ? wordsFor(chance.length) : 0;
  const below = bitRows(order.length, words);
  const must = bitRows(order.length, words);
  const row = new Int32Array(parts.length).fill(-1);
  for (let i = 0; i < order.length; i++) row[order[i] as number] = i;
  if (words === 0) return { hasSets, row, below, must };
  for (let i = 0; i < order.length; i++) {
    const node = order[i] as number;
    const members = loop[node];
    // All members of a loop have the same below them: gathered in the row of the first, whoever's it is.
    const into = members === undefined ? i : (row[members[0] as number] as number);
    addAll(below, into, own[node] ?? none);
    addAll(must, i, own[node] ?? none);
    gather(parts[node] ?? [], row, below, own, into);
    for (const to of certain[node] ?? none) addRow(must, i, row[to] as number);
    if (members !== undefined && node === members[members.length - 1])
      for (const member of members) addRow(below, row[member] as number, into);
  }
  return { hasSets, row, below, must };
}

function gather(
  visit: VisitParts,
  row: Int32Array,
  below: BitRows,
  own: readonly (readonly number[])[],
  into: number,
): void {
  for (const part of visit) {
    if (part.kind === 'call') {
      addRow(below, into, row[part.to] as number);
      for (const { to } of part.fallbacks) addRow(below, into, row[to] as number);
    } else if (part.kind === 'miss') {
      if (part.soft) addAll(below, into, own[part.cache] ?? none);
      gather(part.missed, row, below, own, into);
      gather(part.hit, row, below, own, into);
    } else
      for (const outcome of part.outcomes) {
        if (asksState(part, outcome))
          for (const node of statusNodes(outcome)) addAll(below, into, own[node] ?? none);
        gather(outcome.parts, row, below, own, into);
      }
  }
}

/** Nodes whose state decides whether an outcome's callee is picked. */
const statusNodes = ({ check, to }: Outcome): readonly number[] =>
  check === null ? [to] : [...check.needed, ...check.further];

function addAll(rows: BitRows, row: number, items: readonly number[]): void {
  for (const item of items) addToRow(rows, row, item);
}
