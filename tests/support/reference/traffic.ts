import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../../shared/catalog/resolved';
import { type FlowKind, flowKinds } from '../../../shared/model/vocabulary';
import { bytesOf, copiesOf } from './bytes';
import { type Call, callsOf, keyOf, nodeOf, reachedVisits, type Visit } from './calls';
import { connectionsOf } from './connections';
import { ownMean, ownVariance } from './law';
import { mostOf, occupancyOf } from './places';
import { hasPlaces, isPaced, ownOf, poolsOf } from './pools';
import { mixedMs } from './queue';
import { visitsBy } from './sampling';
import { settingsOf } from './settings';
import { isStation, type Moments, type Offer, type StationFigures, shareOf, stationFigures } from './station';
import { mixtureOf, nextTimes, nothing, stepsTime, type Times } from './times';

/** Loads of a design at their fixed point, and its stations at them. */
export interface Traffic {
  /** Offered requests a second at a node, of one flow and in all. */
  offeredRps(node: string, flow?: string): number;
  /** Those of one flow that read, or write. */
  visitRps(visit: Visit, flow: string): number;
  /** Those of all flows that read, or write. */
  operationRps(visit: Visit): number;
  /** Mean work of what arrives, ms. */
  workMs(node: string): number;
  /** Calls a second along an edge, of one flow. */
  edgeRps(edge: string, flow: string): number;
  /** Figures of a station; null for what is none. */
  station(node: string): StationFigures | null;
  /** Share of visits that a node passes on; 1 for what is no station. */
  passed(node: string): number;
  /** Share of its arrivals that its limits refuse. */
  refused(node: string): number;
  /** T of a visit of a flow, in moments; null where it does not exist. */
  time(flow: string, visit: Visit): Moments | null;
  /** Work, delay, slow part and steps of what arrives at a node, waits at it left out; null where it never ends. */
  rest(node: string): Moments | null;
  /** The callee because of which nothing can be said of how long a place is held, or because of which places run out. */
  heldUpBy(node: string): string | null;
}

/** Offered requests a second by node and stream, and the calls behind them by edge and the stream that makes them. */
interface Loads {
  readonly nodes: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly edges: ReadonlyMap<string, ReadonlyMap<string, number>>;
}
/** Share of what arrives that the places of a node let it pass on, by node. */
type Shares = ReadonlyMap<string, number>;

const streamOf = (flow: string, operation: FlowKind): string => `${operation} ${flow}`;
const loadOf = ({ nodes }: Loads, { id, operation }: Visit, flow: string): number =>
  nodes.get(id)?.get(streamOf(flow, operation)) ?? 0;

export interface TrafficOptions {
  /** Whether copies and deliveries load the network too. */
  readonly countsCopies: boolean;
  /** Draws of a step that has no closed form: calls in parallel, timeouts. */
  readonly samples: number;
}

interface Situation extends TrafficOptions {
  readonly design: ResolvedDesign;
  readonly load: number;
  readonly connections: ReadonlyMap<string, number>;
}

/** How often an edge with retries is tried when the callee refuses f of what arrives. */
export const attemptsOf = (retries: number, f: number): number =>
  f >= 1 ? retries + 1 : (1 - f ** (retries + 1)) / (1 - f);

interface Way {
  readonly flow: ResolvedFlow;
  readonly operation: FlowKind;
  readonly call: Call;
}

const knownWays = new WeakMap<ResolvedDesign, readonly Way[]>();

function waysOf(design: ResolvedDesign): readonly Way[] {
  const ways = knownWays.get(design) ?? readWays(design);
  knownWays.set(design, ways);
  return ways;
}

const readWays = (design: ResolvedDesign): readonly Way[] =>
  design.flows.flatMap((flow) =>
    flowKinds.flatMap((operation) =>
      callsOf(design, flow, operation).map((call) => ({ flow, operation, call })),
    ),
  );

/** Bytes a second that pass the network of a node for what arrives at it. */
function networkBytes({ design, load, countsCopies }: Situation, node: ResolvedNode, loads: Loads): number {
  const copies = countsCopies ? copiesOf(node) - 1 : 0;
  const carried = (request: number, response: number, operation: FlowKind) =>
    request + response + (operation === 'write' || node.behaviour === 'buffer' ? copies * request : 0);
  const entering = design.flows
    .filter((flow) => flow.entry === node.id)
    .reduce(
      (sum, flow) => sum + flow.rateRps * load * carried(flow.requestBytes, flow.responseBytes, flow.kind),
      0,
    );
  return waysOf(design).reduce((sum, { flow, operation, call }) => {
    const { request, response } = bytesOf(design, call.edge, flow);
    if (call.edge.to === node.id) {
      const rps = loads.edges.get(call.edge.id)?.get(streamOf(flow.id, operation)) ?? 0;
      return sum + rps * carried(request, response, call.to.operation);
    }
    if (call.edge.from !== node.id || node.behaviour !== 'buffer' || !countsCopies) return sum;
    return sum + loadOf(loads, { id: node.id, operation }, flow.id) * call.m * (request + response);
  }, entering);
}

function figuresOf(
  of: Situation,
  node: ResolvedNode,
  loads: Loads,
  rest: Offer['rest'],
): StationFigures | null {
  if (!isStation(node)) return null;
  const rate = (operation: FlowKind) =>
    of.design.flows.reduce((sum, flow) => sum + loadOf(loads, { id: node.id, operation }, flow.id), 0);
  const arrivals = { readRps: rate('read'), writeRps: rate('write') };
  const offered = arrivals.readRps + arrivals.writeRps;
  const counts = offered > 0 && node.config.bandwidthMbps !== null;
  const bytes = counts ? networkBytes(of, node, loads) / offered : 0;
  return stationFigures(of.design, node, {
    arrivals,
    bytes,
    connections: of.connections.get(node.id) ?? 0,
    rest,
  });
}

type Figures = ReadonlyMap<string, StationFigures | null>;

/** What a node passes on and refuses, where its places let it pass on so much. */
function passing(of: Situation, figures: Figures, shares: Shares, id: string) {
  const { passed = 1, refused = 0, offeredRps = 0 } = figures.get(id) ?? {};
  const node = nodeOf(of.design, id);
  const { limitRps } = settingsOf(node);
  // A limit that refuses is before the places.
  const over = limitRps === null || isPaced(of.design, node) ? 0 : Math.max(0, 1 - limitRps / offeredRps);
  const share = (shares.get(id) ?? 1) * (1 - over);
  const limited = node.config.queueLimit !== null && share < 1 - refused;
  return { passed: Math.min(passed, share), refused: limited ? 1 - share : refused };
}

/** Section 1: from an empty system, what arrives is passed on until nothing changes any more. Places are no part of it. */
function settledLoads(of: Situation, shares: Shares): Loads {
  const { design } = of;
  let loads: Loads = { nodes: new Map(), edges: new Map() };
  for (let round = 0; round < 5000; round += 1) {
    const figures: Figures = new Map(
      design.nodes.map((node) => [node.id, figuresOf(of, node, loads, 'ignored')]),
    );
    const next = nextLoads(of, loads, (id) => passing(of, figures, shares, id));
    const before = loads;
    const change = [...next.nodes].flatMap(([id, streams]) =>
      [...streams].map(
        ([stream, now]) => Math.abs(now - (before.nodes.get(id)?.get(stream) ?? 0)) / Math.max(now, 1e-300),
      ),
    );
    loads = next;
    if (Math.max(0, ...change) < 1e-13) break;
  }
  return loads;
}

function nextLoads(
  { design, load }: Situation,
  loads: Loads,
  of: (id: string) => { readonly passed: number; readonly refused: number },
): Loads {
  const nodes = new Map(design.nodes.map(({ id }) => [id, new Map<string, number>()]));
  const edges = new Map(design.edges.map(({ id }) => [id, new Map<string, number>()]));
  const add = (node: string, stream: string, rps: number) =>
    nodes.get(node)?.set(stream, (nodes.get(node)?.get(stream) ?? 0) + rps);
  for (const flow of design.flows) add(flow.entry, streamOf(flow.id, flow.kind), flow.rateRps * load);
  const shares = new Map(design.nodes.map(({ id }) => [id, of(id)]));
  for (const { flow, operation, call } of waysOf(design)) {
    const { edge, m, to } = call;
    const made = loadOf(loads, { id: edge.from, operation }, flow.id) * (shares.get(edge.from)?.passed ?? 1);
    const rps = made * m * attemptsOf(edge.retries, shares.get(edge.to)?.refused ?? 0);
    if (rps === 0) continue;
    add(edge.to, streamOf(flow.id, to.operation), rps);
    edges.get(edge.id)?.set(streamOf(flow.id, operation), rps);
  }
  return { nodes, edges };
}

interface Settled {
  readonly figures: Figures;
  readonly times: ReadonlyMap<string, Times>;
  readonly rests: ReadonlyMap<string, Moments | null>;
}

/** All stations at these loads, places included: how long one is held follows from what is waited for, and so on. */
function settledFigures(of: Situation, loads: Loads): Settled {
  const { design } = of;
  const visits = new Map(design.flows.map((flow) => [flow.id, [...reachedVisits(design, flow).values()]]));
  let rests = new Map(
    design.nodes.map((node): [string, Moments | null] => [node.id, ownMix(node, design, loads)]),
  );
  let times = new Map(design.flows.map((flow): [string, Times] => [flow.id, new Map()]));
  // What has no places is the same whatever its visits wait for.
  const isPlaced = new Set(design.nodes.filter((node) => hasPlaces(node, poolsOf(design, node))));
  const plain: Figures = new Map(
    design.nodes.map((node) => [
      node.id,
      isPlaced.has(node) ? null : figuresOf(of, node, loads, rests.get(node.id) ?? null),
    ]),
  );
  let figures = plain;
  for (let round = 0; round < 3000; round += 1) {
    figures = new Map(
      design.nodes.map((node) => [
        node.id,
        isPlaced.has(node)
          ? figuresOf(of, node, loads, rests.get(node.id) ?? null)
          : (plain.get(node.id) ?? null),
      ]),
    );
    const station = (id: string) => figures.get(id) ?? null;
    const given = (flow: ResolvedFlow, cutAtTimeouts: boolean) => ({
      times: times.get(flow.id) ?? new Map<string, Moments | null>(),
      cutAtTimeouts,
      draw: visitsBy(design, flow, station).time,
      samples: isPlaced.size === 0 ? 0 : of.samples,
    });
    const nextRests = new Map(
      design.nodes.map((node): [string, Moments | null] => [
        node.id,
        restOf(node, design, loads, (flow, visit) => stepsTime(design, flow, visit, given(flow, true))),
      ]),
    );
    const next = new Map(
      design.flows.map((flow): [string, Times] => [
        flow.id,
        nextTimes(design, flow, visits.get(flow.id) ?? [], station, given(flow, false)),
      ]),
    );
    const changed =
      differs(rests, nextRests) || design.flows.some(({ id }) => differs(times.get(id), next.get(id)));
    [rests, times] = [nextRests, next];
    if (!changed) break;
  }
  return { figures, times, rests };
}

function differs(before: Times | undefined, now: Times | undefined): boolean {
  return [...(now ?? [])].some(([key, moments]) => {
    const was = before?.get(key);
    if (moments === null || was === null || was === undefined) return moments !== was;
    const isNear = (a: number, b: number) =>
      Object.is(a, b) || Math.abs(a - b) <= 1e-13 * Math.abs(b) + 1e-300;
    return !isNear(was.mean, moments.mean) || !isNear(was.variance, moments.variance);
  });
}

const ownMoments = (node: ResolvedNode, operation: FlowKind): Moments => {
  const own = ownOf(node, operation);
  return { mean: ownMean(own), variance: ownVariance(own) };
};

const ownMix = (node: ResolvedNode, design: ResolvedDesign, loads: Loads): Moments | null =>
  restOf(node, design, loads, () => nothing);

/** Own time and steps of what arrives at a node; of reads without steps where nothing does. */
function restOf(
  node: ResolvedNode,
  design: ResolvedDesign,
  loads: Loads,
  steps: (flow: ResolvedFlow, visit: Visit) => Moments | null,
): Moments | null {
  const parts: (readonly [number, Moments])[] = [];
  let total = 0;
  for (const flow of design.flows)
    for (const operation of flowKinds) {
      const visit = { id: node.id, operation };
      const rps = loadOf(loads, visit, flow.id);
      if (rps === 0) continue;
      const own = ownMoments(node, operation);
      const waited = steps(flow, visit);
      if (waited === null) return null;
      total += rps;
      parts.push([rps, { mean: own.mean + waited.mean, variance: own.variance + waited.variance }]);
    }
  if (total === 0) return ownMoments(node, 'read');
  return mixtureOf(parts.map(([rps, moments]) => [rps / total, moments]));
}

/** The largest share of what arrives that the places of a node alone let it pass on. */
function placeShareOf(of: Situation, node: ResolvedNode, first: Loads, before: Settled): number {
  const { queueLimit } = node.config;
  const isCarried = (share: number): boolean | null => {
    const loads = share === 1 ? first : settledLoads(of, new Map([[node.id, share]]));
    const { rests } = share === 1 ? before : settledFigures(of, loads);
    const rest = rests.get(node.id);
    if (rest === null || rest === undefined) return null;
    const rate = (operation: FlowKind) =>
      of.design.flows.reduce((sum, flow) => sum + loadOf(loads, { id: node.id, operation }, flow.id), 0);
    const offered = { readRps: rate('read'), writeRps: rate('write') };
    const rps = offered.readRps + offered.writeRps;
    const { limitRps } = settingsOf(node);
    const accepted = shareOf(offered, Math.min(1, (limitRps ?? rps) / rps));
    const perMs = (accepted.readRps + accepted.writeRps) / 1000;
    const workMs = mixedMs(accepted, node.config);
    const delayMs = Math.max(0, rest.mean - workMs);
    const shapes = poolsOf(of.design, node);
    const sum = (value: (shape: (typeof shapes)[number]) => number) =>
      shapes.reduce((total, shape) => total + value(shape), 0);
    if (queueLimit !== null) {
      const pool = { lanes: sum(({ lanes }) => lanes), places: sum(({ places }) => places), workMs, delayMs };
      return share <= 1 - occupancyOf(pool, perMs, queueLimit).lossShare;
    }
    return (
      share * (1 - 1e-15) <=
      sum((shape) => shape.share * Math.min(1, mostOf({ ...shape, workMs, delayMs }) / (perMs * shape.share)))
    );
  };
  if (isCarried(1) === true || isCarried(1e-9) !== true) return 1;
  let [low, high] = [0, 1];
  while (high - low > 1e-11) {
    const middle = (low + high) / 2;
    if (isCarried(middle) === true) low = middle;
    else high = middle;
  }
  return low;
}

/** Of several that it waits for without end the first in the document; else the busiest, where it alone is the reason. */
function heldUpBy(of: Situation, loads: Loads, settled: Settled, node: ResolvedNode): string | null {
  const { design } = of;
  if (!hasPlaces(node, poolsOf(design, node))) return null;
  const atFault = new Set<string>();
  const waited = new Set<string>();
  for (const flow of design.flows)
    for (const operation of flowKinds)
      if (loadOf(loads, { id: node.id, operation }, flow.id) > 0)
        faults(of, settled, flow, { id: node.id, operation }, true, atFault, waited);
  if (settled.rests.get(node.id) === null) return design.nodes.find(({ id }) => atFault.has(id))?.id ?? null;
  const figures = settled.figures.get(node.id);
  if ((figures?.placesUtilization ?? 0) < 1) return null;
  const busy = design.nodes
    .filter(({ id }) => waited.has(id))
    .sort(
      (a, b) => (settled.figures.get(b.id)?.utilization ?? 0) - (settled.figures.get(a.id)?.utilization ?? 0),
    );
  const [busiest] = busy;
  if (busiest === undefined) return null;
  const waitMs = settled.figures.get(busiest.id)?.waitMs ?? 0;
  const without = new Map(
    [...settled.times].map(([flow, times]): [string, Times] => [
      flow,
      new Map(
        [...times].map(([key, moments]): [string, Moments | null] => {
          const isBusiest = flowKinds.some((operation) => keyOf({ id: busiest.id, operation }) === key);
          return [key, isBusiest && moments !== null ? { ...moments, mean: moments.mean - waitMs } : moments];
        }),
      ),
    ]),
  );
  const rest = restOf(node, design, loads, (flow, visit) =>
    stepsTime(design, flow, visit, {
      times: without.get(flow.id) ?? new Map<string, Moments | null>(),
      cutAtTimeouts: true,
      draw: visitsBy(design, flow, (id) => settled.figures.get(id) ?? null).time,
      samples: of.samples,
    }),
  );
  const fast = figuresOf(of, node, loads, rest);
  return (fast?.placesUtilization ?? 1) < 1 ? busiest.id : null;
}

function faults(
  of: Situation,
  settled: Settled,
  flow: ResolvedFlow,
  visit: Visit,
  isFirst: boolean,
  atFault: Set<string>,
  waited: Set<string>,
  seen: ReadonlySet<string> = new Set(),
): void {
  if (seen.has(keyOf(visit))) return;
  const beyond = new Set([...seen, keyOf(visit)]);
  for (const call of callsOf(of.design, flow, visit.operation)) {
    if (call.edge.from !== visit.id || !call.isSync) continue;
    if (isFirst) waited.add(call.edge.to);
    const lost = settled.times.get(flow.id)?.get(keyOf(call.to)) === null;
    if (!lost || (isFirst && call.edge.timeoutMs !== null) || atFault.has(call.edge.to)) continue;
    if (settled.figures.get(call.edge.to)?.saturated === true) atFault.add(call.edge.to);
    else faults(of, settled, flow, call.to, false, atFault, waited, beyond);
  }
}

/** Section 1 twice: without places, then with the shares that they let pass; all figures are those of the second. */
export function trafficOf(
  design: ResolvedDesign,
  load = 1,
  options: TrafficOptions = { countsCopies: false, samples: 20_000 },
): Traffic {
  const of: Situation = { ...options, design, load, connections: connectionsOf(design, load) };
  const first = settledLoads(of, new Map());
  const placed = design.nodes.filter((node) => hasPlaces(node, poolsOf(design, node)));
  // Without places the figures of a station wait for no times, which cost most of the work and are seldom asked for.
  if (placed.length === 0) {
    const figures: Figures = new Map(
      design.nodes.map((node) => [node.id, figuresOf(of, node, first, 'ignored')]),
    );
    let settled: Settled | null = null;
    return trafficFrom(of, first, new Map(), new Map(), figures, () => {
      settled ??= settledFigures(of, first);
      return settled;
    });
  }
  const before = settledFigures(of, first);
  const shares: Shares = new Map(placed.map((node) => [node.id, placeShareOf(of, node, first, before)]));
  const loads = [...shares.values()].every((share) => share === 1) ? first : settledLoads(of, shares);
  const settled = loads === first ? before : settledFigures(of, loads);
  const holders = new Map(placed.map((node) => [node.id, heldUpBy(of, first, before, node)]));
  return trafficFrom(of, loads, shares, holders, settled.figures, () => settled);
}

function trafficFrom(
  of: Situation,
  loads: Loads,
  shares: Shares,
  holders: ReadonlyMap<string, string | null>,
  figures: Figures,
  settled: () => Settled,
): Traffic {
  const { design } = of;
  // What passes is a matter of the loads, which places bear on through their shares alone.
  const own: Figures = new Map(design.nodes.map((node) => [node.id, figuresOf(of, node, loads, 'ignored')]));
  const operationRps = (visit: Visit) =>
    design.flows.reduce((sum, { id }) => sum + loadOf(loads, visit, id), 0);
  const total = (values: Iterable<number>) => [...values].reduce((sum, rps) => sum + rps, 0);
  return {
    offeredRps: (node, flow) =>
      flow === undefined
        ? total(loads.nodes.get(node)?.values() ?? [])
        : total(flowKinds.map((operation) => loadOf(loads, { id: node, operation }, flow))),
    visitRps: (visit, flow) => loadOf(loads, visit, flow),
    operationRps,
    workMs: (id) =>
      mixedMs(
        {
          readRps: operationRps({ id, operation: 'read' }),
          writeRps: operationRps({ id, operation: 'write' }),
        },
        nodeOf(design, id).config,
      ),
    edgeRps: (id, flow) =>
      total(flowKinds.map((operation) => loads.edges.get(id)?.get(streamOf(flow, operation)) ?? 0)),
    station: (node) => figures.get(nodeOf(design, node).id) ?? null,
    passed: (id) => passing(of, own, shares, id).passed,
    refused: (id) => passing(of, own, shares, id).refused,
    time: (flow, visit) => settled().times.get(flow)?.get(keyOf(visit)) ?? null,
    rest: (node) => settled().rests.get(node) ?? null,
    heldUpBy: (node) => holders.get(node) ?? null,
  };
}
