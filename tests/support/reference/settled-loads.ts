import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../../shared/catalog/resolved';
import { type FlowKind, flowKinds } from '../../../shared/model/vocabulary';
import { bytesOf, copiesOf } from './bytes';
import { type Call, callsOf, nodeOf, type Visit } from './calls';
import { isPaced } from './pools';
import { settingsOf } from './settings';
import { isStation, type Offer, type StationFigures, stationFigures } from './station';

/** Offered requests a second by node and stream, and the calls behind them by edge and the stream that makes them. */
export interface Loads {
  readonly nodes: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly edges: ReadonlyMap<string, ReadonlyMap<string, number>>;
}
/** Share of what arrives that the places of a node let it pass on, by node. */
export type Shares = ReadonlyMap<string, number>;

export const streamOf = (flow: string, operation: FlowKind): string => `${operation} ${flow}`;
export const loadOf = ({ nodes }: Loads, { id, operation }: Visit, flow: string): number =>
  nodes.get(id)?.get(streamOf(flow, operation)) ?? 0;

export interface TrafficOptions {
  /** Whether copies and deliveries load the network too. */
  readonly countsCopies: boolean;
  /** Draws of a step that has no closed form: calls in parallel, timeouts. */
  readonly samples: number;
}

export interface Situation extends TrafficOptions {
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

export function figuresOf(
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

export type Figures = ReadonlyMap<string, StationFigures | null>;

/** What a node passes on and refuses, where its places let it pass on so much. */
export function passing(of: Situation, figures: Figures, shares: Shares, id: string) {
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
export function settledLoads(of: Situation, shares: Shares): Loads {
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
