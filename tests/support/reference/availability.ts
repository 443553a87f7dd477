import type {
  ResolvedDesign,
  ResolvedEdge,
  ResolvedFlow,
  ResolvedNode,
} from '../../../shared/catalog/resolved';
import type { FlowKind } from '../../../shared/model/vocabulary';
import {
  type Call,
  callAlong,
  entryOf,
  hitRateOf,
  keyOf,
  nodeOf,
  callsFrom as readCallsFrom,
  type Visit,
} from './calls';
import { mostOf } from './places';
import { settingsOf, workingReplicas } from './settings';
import type { Traffic } from './traffic';

/** What is up or down as a whole: a pool, a zone, a region, the one default zone. */
type Up = (component: string) => boolean;

interface Component {
  readonly name: string;
  readonly chance: number;
}

function binomialTail(n: number, k: number, p: number): number {
  let total = 0;
  for (let up = k; up <= n; up += 1) {
    let ways = 1;
    for (let i = 0; i < up; i += 1) ways *= (n - i) / (i + 1);
    total += ways * p ** up * (1 - p) ** (n - up);
  }
  return total;
}

/** Replicas of a pool that it cannot do without: the least on which neither lanes, places nor connections saturate. */
export function neededOf(node: ResolvedNode, traffic: Traffic, connections: number): number {
  const { replicas, concurrency } = node.config;
  const figures = traffic.station(node.id);
  const settings = settingsOf(node);
  const working = workingReplicas(node);
  const rest = traffic.rest(node.id);
  const perMs = (traffic.offeredRps(node.id) * (1 - traffic.refused(node.id))) / 1000;
  if (figures === null || perMs === 0) return 1;
  const workMs = traffic.workMs(node.id);
  const places = settings.maxInFlight;
  const isEnough = (n: number): boolean => {
    const lanes = n * concurrency;
    if (n < Math.floor((perMs * workMs) / concurrency + 1e-9) + 1) return false;
    const perReplica = settings.connectionsPerReplica;
    if (perReplica !== null && connections >= n * perReplica) return false;
    if (places === null || rest === null) return true;
    return perMs < mostOf({ lanes, places: n * places, workMs, delayMs: Math.max(0, rest.mean - workMs) });
  };
  for (let n = 1; n <= Math.min(working, replicas); n += 1) if (isEnough(n)) return n;
  return replicas;
}

/** Replicas of a shard that a read, or a write, cannot do without. */
export function neededOfShard(node: ResolvedNode, kind: FlowKind, traffic: Traffic): number {
  const { config } = node;
  const count = config.replicasPerShard;
  const forAny =
    config.readFrom === 'any' && config.replication !== 'quorum' ? leastForReads(node, traffic) : 1;
  return Math.min(count, Math.max(forAny, byMode(node, kind)));
}

function byMode(node: ResolvedNode, kind: FlowKind): number {
  const { replication, replicasPerShard: count, readQuorum, writeQuorum } = node.config;
  if (replication === 'quorum') return kind === 'read' ? readQuorum : writeQuorum;
  if (kind === 'read' || replication === 'async' || settingsOf(node).onReplicaLoss === 'continue') return 1;
  return replication === 'sync' ? count : Math.min(2, count);
}

/** Of a store, one shard: the lower of its reads' and its writes'; all shards for reads that ask all. */
export function storeAvailability(node: ResolvedNode, traffic: Traffic): number {
  const { replicasPerShard, instanceAvailability, scatter, shards } = node.config;
  const up = (kind: FlowKind) =>
    binomialTail(replicasPerShard, neededOfShard(node, kind, traffic), instanceAvailability);
  return Math.min(up('read') ** (scatter ? shards : 1), up('write'));
}

/** The smallest j with w S_w + (r ÷ j) S_r below what one replica of the hottest shard has time for; all where none is. */
function leastForReads(node: ResolvedNode, traffic: Traffic): number {
  const { config } = node;
  const hottest = config.hotShare + (1 - config.hotShare) / config.shards;
  const accepted = 1 - traffic.refused(node.id);
  const writes = traffic.operationRps({ id: node.id, operation: 'write' }) * accepted * hottest;
  const reads =
    traffic.operationRps({ id: node.id, operation: 'read' }) * accepted * (config.scatter ? 1 : hottest);
  for (let j = 1; j < config.replicasPerShard; j += 1) {
    const busy = (writes * config.writeMs + (reads / j) * config.readMs) / 1000;
    if (busy < config.concurrency * (1 - 1e-9)) return j;
  }
  return config.replicasPerShard;
}

const alwaysUp: ReadonlySet<string> = new Set(['source', 'observer', 'pass-through']);
const defaultZone = 'the default zone';

/** Places that a node is in, each of which may be down: its zone and region, or the design's one default zone. */
function placesOf(design: ResolvedDesign, node: ResolvedNode): readonly Component[] {
  if (alwaysUp.has(node.behaviour)) return [];
  const groups = [node.zone, node.region].flatMap((id) => {
    const group = design.groups.find((of) => of.id === id);
    return group === undefined ? [] : [{ name: `group ${group.id}`, chance: group.availability }];
  });
  return node.zone === null && !node.config.multiZone
    ? [...groups, { name: defaultZone, chance: 0.999 }]
    : groups;
}

/** The pools of a node: of a store one for each kind of call, of one shard; they are drawn together. */
export interface Availability {
  /** Probability that a request of the flow succeeds, over all states of the components. */
  ofFlow(flow: ResolvedFlow): number;
  /** Of the pool alone; of a store the lower of its reads' and writes'. */
  ofNode(node: ResolvedNode): number;
}

/**
 * Section 4 by going through every state. A store's pool has a state for each number of replicas that are up which decides
 * something: reads and writes may need different numbers.
 */
export function availabilityOf(
  design: ResolvedDesign,
  traffic: Traffic,
  connections: ReadonlyMap<string, number>,
): Availability {
  const levelsOf = (node: ResolvedNode): readonly Level[] => {
    const { instanceAvailability: a, replicas, replicasPerShard, scatter, shards } = node.config;
    if (alwaysUp.has(node.behaviour)) return [{ up: Number.POSITIVE_INFINITY, others: true, chance: 1 }];
    const n = node.behaviour === 'store' ? replicasPerShard : replicas;
    const needs =
      node.behaviour === 'store'
        ? [neededOfShard(node, 'read', traffic), neededOfShard(node, 'write', traffic)]
        : [neededOf(node, traffic, connections.get(node.id) ?? 0)];
    const steps = [...new Set(needs)].sort((x, y) => x - y);
    const tails = steps.map((k) => binomialTail(n, k, a));
    const levels = [0, ...steps].map((up, i) => ({
      up,
      others: true,
      chance: (i === 0 ? 1 : (tails[i - 1] ?? 0)) - (tails[i] ?? 0),
    }));
    if (node.behaviour !== 'store' || !scatter || shards === 1) return levels;
    const others = binomialTail(n, neededOfShard(node, 'read', traffic), a) ** (shards - 1);
    return levels.flatMap((level) => [
      { ...level, chance: level.chance * others },
      { ...level, others: false, chance: level.chance * (1 - others) },
    ]);
  };
  const needOf = (node: ResolvedNode, operation: FlowKind): number =>
    alwaysUp.has(node.behaviour)
      ? 0
      : node.behaviour === 'store'
        ? neededOfShard(node, operation, traffic)
        : neededOf(node, traffic, connections.get(node.id) ?? 0);
  const ofNode = (node: ResolvedNode) => {
    const { instanceAvailability: a, replicas, replicasPerShard } = node.config;
    if (alwaysUp.has(node.behaviour)) return 1;
    const n = node.behaviour === 'store' ? replicasPerShard : replicas;
    const kinds: readonly FlowKind[] = node.behaviour === 'store' ? ['read', 'write'] : ['read'];
    return Math.min(
      ...kinds.map((kind) => {
        const shard = binomialTail(n, needOf(node, kind), a);
        return kind === 'read' ? power(node, shard) : shard;
      }),
    );
  };
  return {
    ofNode,
    ofFlow: (flow) => overStates(design, flow, levelsOf, needOf),
  };
}

/** A scatter read needs every shard; all other calls of a request go to one. */
const power = (node: ResolvedNode, shard: number): number =>
  node.behaviour === 'store' && node.config.scatter ? shard ** node.config.shards : shard;

/** How many replicas are up, of a store those of the shard that a request goes to; whether its other shards can be read. */
interface Level {
  readonly up: number;
  readonly others: boolean;
  readonly chance: number;
}

type Levels = (node: ResolvedNode) => readonly Level[];

function overStates(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  levelsOf: Levels,
  needOf: (node: ResolvedNode, operation: FlowKind) => number,
): number {
  const met = new Set(metBy(design, flow));
  const nodes = design.nodes.filter(({ id }) => met.has(id));
  const places = new Map(
    nodes.flatMap((node) => placesOf(design, node)).map((place) => [place.name, place.chance]),
  );
  const through = (
    left: readonly (readonly [name: string, chance: number])[],
    isUp: ReadonlyMap<string, boolean>,
  ): number => {
    const [first, ...rest] = left;
    if (first === undefined) return overPools(nodes, new Map(), isUp);
    const [name, chance] = first;
    const up = chance > 0 ? chance * through(rest, new Map([...isUp, [name, true]])) : 0;
    return chance < 1 ? up + (1 - chance) * through(rest, new Map([...isUp, [name, false]])) : up;
  };
  const overPools = (
    left: readonly ResolvedNode[],
    upAt: ReadonlyMap<string, Level>,
    isUp: ReadonlyMap<string, boolean>,
  ): number => {
    const [node, ...rest] = left;
    if (node === undefined) {
      const stands: Up = (name) => isUp.get(name) ?? true;
      const works = (visit: Visit): boolean => {
        const of = nodeOf(design, visit.id);
        const level = upAt.get(of.id);
        return (
          placesOf(design, of).every(({ name }) => stands(name)) &&
          level !== undefined &&
          level.up >= needOf(of, visit.operation) &&
          (level.others || visit.operation === 'write')
        );
      };
      return succeeds(design, flow, works)(entryOf(flow));
    }
    return levelsOf(node).reduce(
      (sum, level) =>
        level.chance === 0
          ? sum
          : sum + level.chance * overPools(rest, new Map([...upAt, [node.id, level]]), isUp),
      0,
    );
  };
  return through([...places], new Map());
}

/** Nodes that bear on whether a request succeeds, by calls that it waits for and their fallbacks, and all that are picked by their state. */
function metBy(design: ResolvedDesign, flow: ResolvedFlow): readonly string[] {
  const met = new Map([[keyOf(entryOf(flow)), entryOf(flow)]]);
  const asked = new Set<string>();
  for (const visit of met.values()) {
    const node = nodeOf(design, visit.id);
    if (node.behaviour === 'buffer') continue;
    for (const call of callsFrom(design, flow, visit)) {
      if (call.set !== null && node.config.failover) asked.add(call.to.id);
      if (call.isSync)
        for (const of of [call, ...fallbackCalls(design, flow, call.edge, visit.operation)])
          met.set(keyOf(of.to), of.to);
    }
  }
  return [...[...met.values()].map(({ id }) => id), ...asked];
}

const fallbackCalls = (
  design: ResolvedDesign,
  flow: ResolvedFlow,
  edge: ResolvedEdge,
  operation: FlowKind,
): readonly Call[] =>
  kept(design, `fallbacks ${operation} ${flow.id} ${edge.id}`, () =>
    design.edges
      .filter((of) => of.fallbackOf === edge.id && of.flows.includes(flow.id))
      .map((of) => callAlong(design, flow, of, operation)),
  );

const callsFrom = (design: ResolvedDesign, flow: ResolvedFlow, visit: Visit): readonly Call[] =>
  kept(design, `calls ${flow.id} ${keyOf(visit)}`, () => readCallsFrom(design, flow, visit));

/** The same in each of thousands of states. */
const known = new WeakMap<ResolvedDesign, Map<string, readonly Call[]>>();

function kept(design: ResolvedDesign, name: string, read: () => readonly Call[]): readonly Call[] {
  const ofDesign = known.get(design) ?? new Map<string, readonly Call[]>();
  known.set(design, ofDesign);
  const calls = ofDesign.get(name) ?? read();
  ofDesign.set(name, calls);
  return calls;
}

/** Probability that a visit succeeds in one state: what is random in each call is drawn anew in each. */
function succeeds(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  works: (visit: Visit) => boolean,
): (visit: Visit) => number {
  let known = new Map<string, number>();
  const of = (visit: Visit): number => known.get(keyOf(visit)) ?? 1;
  const visitSucceeds = (visit: Visit): number =>
    works(visit) ? callsSucceed(design, flow, visit, of, works) : 0;
  const start = entryOf(flow);
  const reached = new Map([[keyOf(start), start]]);
  for (const visit of reached.values())
    for (const call of callsFrom(design, flow, visit))
      if (call.isSync)
        for (const made of [call, ...fallbackCalls(design, flow, call.edge, visit.operation)])
          reached.set(keyOf(made.to), made.to);
  for (let round = 0; round < 3000; round += 1) {
    const next = new Map([...reached].map(([key, visit]) => [key, visitSucceeds(visit)]));
    const change = [...next].map(([key, share]) => Math.abs(share - (known.get(key) ?? 1)));
    known = next;
    if (Math.max(...change) < 1e-15 && round > reached.size) break;
  }
  return of;
}

function callsSucceed(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  visit: Visit,
  of: (visit: Visit) => number,
  works: (visit: Visit) => boolean,
): number {
  const node = nodeOf(design, visit.id);
  const calls = callsFrom(design, flow, visit);
  const once = (call: Call): number => {
    const fallbacks = fallbackCalls(design, flow, call.edge, visit.operation).map(({ to }) => of(to));
    // The call and its fallback are drawn apart, in the same state of the components.
    return 1 - [of(call.to), ...fallbacks].reduce((failing, share) => failing * (1 - share), 1);
  };
  const all = (call: Call): number => {
    if (!call.isSync || call.edge.optional) return 1;
    const whole = Math.floor(call.edge.calls);
    const part = call.edge.calls - whole;
    return once(call) ** whole * (1 - part + part * once(call));
  };
  /** Where an aside cache is down and its look-up optional, every look-up misses. */
  const missOf = (cache: string, share: number): number => {
    const lookUp = calls.find(({ edge }) => edge.to === cache && edge.onMissOf !== cache);
    return lookUp?.edge.optional === true && !works(lookUp.to) ? 1 : share;
  };
  const given = (missed: ReadonlySet<string>): number => {
    const runs = ({ edge }: Call) => edge.onMissOf === null || missed.has(edge.onMissOf);
    const always = calls.filter((call) => call.set === null && runs(call)).map(all);
    const sets = [...new Set(calls.flatMap(({ set }) => (set === null ? [] : [set])))].map((set) =>
      pickSucceeds(
        design,
        flow,
        node,
        calls.filter((call) => call.set === set),
        { all, runs, of, works },
      ),
    );
    return [...always, ...sets].reduce((product, share) => product * share, 1);
  };
  const caches = new Map(
    calls.flatMap(({ edge, missShare }) => (edge.onMissOf === null ? [] : [[edge.onMissOf, missShare]])),
  );
  const outcomes = (left: readonly (readonly [string, number])[], missed: ReadonlySet<string>): number => {
    const [first, ...rest] = left;
    if (first === undefined) return given(missed);
    const miss = missOf(...first);
    return (
      (miss < 1 ? (1 - miss) * outcomes(rest, missed) : 0) +
      (miss > 0 ? miss * outcomes(rest, new Set([...missed, first[0]])) : 0)
    );
  };
  const hit = node.behaviour === 'inline-cache' ? hitRateOf(node, flow, visit.operation) : 0;
  return hit + (hit < 1 ? (1 - hit) * outcomes([...caches], new Set()) : 0);
}

interface Picking {
  readonly all: (call: Call) => number;
  readonly runs: (call: Call) => boolean;
  readonly of: (visit: Visit) => number;
  readonly works: (visit: Visit) => boolean;
}

/** A distributor with failover picks only among what its health checks find up, and fails where nothing is. */
function pickSucceeds(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  node: ResolvedNode,
  among: readonly Call[],
  { all, runs, works }: Picking,
): number {
  const [first] = among;
  if (first === undefined) return 1;
  const picksUp = node.behaviour === 'distributor' && node.config.failover;
  const deep = picksUp && checksDependencies(design, node, among);
  const isUp = (call: Call): boolean =>
    works(call.to) && (!deep || needsAreUp(design, flow, call.to, works, new Set()));
  const left = picksUp ? among.filter(isUp) : among;
  // Nobody to pick is a failure though the call could be done without, unless nobody waits for any of them.
  if (left.length === 0) return picksUp && among.some(({ isSync }) => isSync) ? 0 : 1;
  const total = picksUp ? left.reduce((sum, { pick }) => sum + pick, 0) : 1;
  const missing = picksUp ? 0 : 1 - left.reduce((sum, { pick }) => sum + pick, 0);
  return left.reduce((sum, call) => sum + (call.pick / total) * (runs(call) ? all(call) : 1), missing);
}

/** Said by the design, else where the choices are in different regions. */
function checksDependencies(design: ResolvedDesign, node: ResolvedNode, among: readonly Call[]): boolean {
  const said = settingsOf(node).healthChecks;
  if (said !== null) return said === 'dependencies';
  const regions = new Set(among.map(({ edge }) => nodeOf(design, edge.to).region));
  return node.kind.id === 'dns' || (!regions.has(null) && regions.size > 1);
}

/** Every call behind it that is waited for and not optional finds its callee up, and what that needs in turn. */
function needsAreUp(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  visit: Visit,
  works: (visit: Visit) => boolean,
  seen: ReadonlySet<string>,
): boolean {
  if (!works(visit)) return false;
  if (seen.has(keyOf(visit))) return true;
  const beyond = new Set([...seen, keyOf(visit)]);
  return callsFrom(design, flow, visit)
    .filter(({ isSync, edge }) => isSync && !edge.optional)
    .every((call) =>
      [call, ...fallbackCalls(design, flow, call.edge, visit.operation)].some(({ to }) =>
        needsAreUp(design, flow, to, works, beyond),
      ),
    );
}

/** About how many states a flow's components have. */
export const stateCountOf = (design: ResolvedDesign, flow: ResolvedFlow): number => {
  const met = new Set(metBy(design, flow));
  const nodes = design.nodes.filter(({ id, behaviour }) => met.has(id) && !alwaysUp.has(behaviour));
  const places = new Set(nodes.flatMap((node) => placesOf(design, node)).map(({ name }) => name));
  return nodes.reduce((states, { behaviour }) => states * (behaviour === 'store' ? 3 : 2), 2 ** places.size);
};
