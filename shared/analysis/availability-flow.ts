import { addBit, addBits, type Bits, wordsFor } from '../math/bit-set';
import { adjacencyOf, componentsFrom } from '../math/components';
import { type Graph, hitRateOf } from './graph';
import { placesOf } from './pool-availability';
import type { FlowTraffic } from './traffic';
import { type VisitParts, visitPartsOf } from './visit-plan';

/** Probability that a pool, a zone or a region is up, by position of a node, by name of a place. */
export interface Chances {
  readonly pool: (node: number, isRead: boolean) => number;
  readonly place: (name: string) => number;
}

/** What one flow can fail on, ready to be evaluated: its nodes, their parts, and the components that can be down. */
export interface FlowParts {
  readonly entry: number;
  readonly parts: readonly (VisitParts | undefined)[];
  /** The share of a node's visits that it answers itself. */
  readonly hitRate: Float64Array;
  /** Components of each node that are up or down by chance; those that the flow cannot do without are taken as up. */
  readonly own: readonly (readonly number[])[];
  /** Nodes whose state bears on it: those it reaches, and those that it picks from or does without. */
  readonly asked: readonly number[];
  /** 1 where a component of the node is never up. */
  readonly dead: Uint8Array;
  readonly chance: readonly number[];
  /** Probability that all components are up which every request needs. */
  readonly needed: number;
  /** All nodes that the flow reaches, callees before their callers. */
  readonly order: readonly number[];
  /** Members of the loop that a node is part of; undefined where it is in none. */
  readonly loop: readonly (readonly number[] | undefined)[];
  /** Components below each node, and those without which its visits always fail. */
  readonly below: readonly Bits[];
  readonly must: readonly Bits[];
  /** Whether a visit's success follows from the state of the components alone. */
  readonly decided: Uint8Array;
}

function reachable(graph: Graph, traffic: FlowTraffic) {
  const count = graph.nodes.length;
  const carries = new Uint8Array(graph.edges.length);
  for (const edge of graph.carried[traffic.flow] ?? []) carries[edge] = 1;
  const parts: (VisitParts | undefined)[] = new Array(count).fill(undefined);
  const hitRate = new Float64Array(count);
  const flow = graph.flows[traffic.flow];
  const used: number[] = [];
  const open = [traffic.entry];
  const seen = new Uint8Array(count);
  seen[traffic.entry] = 1;
  const targets: number[] = [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const of = graph.nodes[node];
    if (of?.behaviour === 'inline-cache' && flow !== undefined) hitRate[node] = hitRateOf(of, flow);
    const own = hitRate[node] === 1 ? [] : visitPartsOf(graph, traffic, node, carries);
    parts[node] = own;
    eachEdge(own, (edge) => {
      used.push(edge);
      const to = graph.to[edge] as number;
      targets.push(to);
      if (seen[to] === 1) return;
      seen[to] = 1;
      open.push(to);
    });
  }
  return { parts, hitRate, used };
}

/** Edges of all calls, those of outcomes that are not waited for included. */
function eachEdge(parts: VisitParts, visit: (edge: number) => void): void {
  for (const part of parts) {
    if (part.kind === 'call') visit(part.edge);
    else if (part.kind === 'miss') {
      eachEdge(part.missed, visit);
      eachEdge(part.hit, visit);
    } else for (const outcome of part.outcomes) eachEdge(outcome.parts, visit);
  }
}

/** Nodes that every request visits: those that certain calls lead to. */
function certainFrom(
  entry: number,
  parts: readonly (VisitParts | undefined)[],
  hitRate: Float64Array,
): Set<number> {
  const certain = new Set([entry]);
  for (const node of certain)
    if (hitRate[node] === 0)
      for (const part of parts[node] ?? []) if (part.kind === 'call' && part.mean >= 1) certain.add(part.to);
  return certain;
}

/** Gathers what a flow can fail on; `needed` is 0 where it always fails. */
export function flowPartsOf(graph: Graph, traffic: FlowTraffic, chances: Chances): FlowParts {
  const { parts, hitRate, used } = reachable(graph, traffic);
  const isRead = graph.flows[traffic.flow]?.kind === 'read';
  const certain = certainFrom(traffic.entry, parts, hitRate);
  const placesUp = new Set([...certain].flatMap((node) => placesAt(graph, node)));
  let needed = 1;
  for (const node of certain) needed *= chances.pool(node, isRead);
  for (const place of placesUp) needed *= chances.place(place);
  const places = new Map<string, number>();
  const chance: number[] = [];
  const dead = new Uint8Array(graph.nodes.length);
  const own: (readonly number[])[] = new Array(graph.nodes.length).fill(none);
  const componentsOf = (node: number): readonly number[] => {
    const of: number[] = [];
    const add = (probability: number): number => chance.push(probability) - 1;
    if (!certain.has(node)) {
      const up = chances.pool(node, isRead);
      if (up === 0) dead[node] = 1;
      else if (up < 1) of.push(add(up));
    }
    for (const name of placesAt(graph, node)) {
      const up = chances.place(name);
      if (placesUp.has(name) || up === 1) continue;
      if (up === 0) dead[node] = 1;
      const known = places.get(name) ?? add(up);
      places.set(name, known);
      of.push(known);
    }
    return of;
  };
  const asked: number[] = [];
  const isAsked = new Uint8Array(graph.nodes.length);
  const consider = (node: number): void => {
    if (isAsked[node] === 1) return;
    isAsked[node] = 1;
    asked.push(node);
    own[node] = componentsOf(node);
  };
  parts.forEach((visit, node) => {
    if (visit === undefined) return;
    consider(node);
    eachStatus(visit, consider);
  });
  return {
    entry: traffic.entry,
    parts,
    hitRate,
    own,
    asked,
    dead,
    chance,
    needed,
    ...structureOf(graph, traffic, parts, hitRate, used, own, chance.length),
  };
}

const none: readonly number[] = [];

const placesAt = (graph: Graph, node: number): readonly string[] => {
  const of = graph.nodes[node];
  return of === undefined ? [] : placesOf(of);
};

/** Nodes whose state a part asks for without calling them: caches that may be down, callees that are picked from. */
function eachStatus(parts: VisitParts, visit: (node: number) => void): void {
  for (const part of parts) {
    if (part.kind === 'miss') {
      if (part.soft) visit(part.cache);
      eachStatus(part.missed, visit);
      eachStatus(part.hit, visit);
    } else if (part.kind === 'pick')
      for (const outcome of part.outcomes) {
        if (part.failover) visit(outcome.to);
        eachStatus(outcome.parts, visit);
      }
  }
}

/** Loops, and for each node the components below it and those it needs, callees first. */
function structureOf(
  graph: Graph,
  traffic: FlowTraffic,
  parts: readonly (VisitParts | undefined)[],
  hitRate: Float64Array,
  used: readonly number[],
  own: readonly (readonly number[])[],
  count: number,
) {
  const nodes = graph.nodes.length;
  const words = wordsFor(count);
  const empty = new Int32Array(words);
  const below: Bits[] = new Array(nodes).fill(empty);
  const must: Bits[] = new Array(nodes).fill(empty);
  const decided = new Uint8Array(nodes);
  const order: number[] = [];
  const loop: (readonly number[] | undefined)[] = new Array(nodes).fill(undefined);
  const adjacency = adjacencyOf(nodes, graph.from, used);
  const selfCalling = new Set(
    used.filter((edge) => graph.from[edge] === graph.to[edge]).map((edge) => graph.from[edge] as number),
  );
  for (const members of componentsFrom([traffic.entry], adjacency, graph.to)) {
    const isLoop = members.length > 1 || selfCalling.has(members[0] ?? -1);
    const shared = new Int32Array(words);
    for (const node of members) {
      order.push(node);
      if (isLoop) loop[node] = members;
      const visit = parts[node] ?? [];
      const reached = isLoop ? shared : words === 0 ? empty : new Int32Array(words);
      for (const component of own[node] ?? none) addBit(reached, component);
      gather(visit, below, own, reached);
      below[node] = reached;
      const required = words === 0 ? empty : new Int32Array(words);
      for (const component of own[node] ?? none) addBit(required, component);
      const certain =
        hitRate[node] === 0 ? visit.filter((part) => part.kind === 'call' && part.mean >= 1) : [];
      for (const part of certain) if (part.kind === 'call') addBits(required, must[part.to] ?? empty);
      must[node] = required;
      const follows =
        certain.length === visit.length &&
        certain.every((part) => part.kind === 'call' && decided[part.to] === 1);
      decided[node] = !isLoop && (follows || hitRate[node] === 1) ? 1 : 0;
    }
  }
  return { order, loop, below, must, decided };
}

function gather(
  parts: VisitParts,
  below: readonly Bits[],
  own: readonly (readonly number[])[],
  into: Bits,
): void {
  const add = (node: number) => {
    for (const component of own[node] ?? none) addBit(into, component);
  };
  for (const part of parts) {
    if (part.kind === 'call') addBits(into, below[part.to] as Bits);
    else if (part.kind === 'miss') {
      if (part.soft) add(part.cache);
      gather(part.missed, below, own, into);
      gather(part.hit, below, own, into);
    } else
      for (const outcome of part.outcomes) {
        if (part.failover) add(outcome.to);
        gather(outcome.parts, below, own, into);
      }
  }
}
