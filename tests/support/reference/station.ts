import type { ResolvedConfig, ResolvedDesign, ResolvedNode } from '../../../shared/catalog/resolved';
import type { Algorithm, FlowKind } from '../../../shared/model/vocabulary';
import { callsOf, reachedFrom } from './calls';
import { type Law, oneOf, responseLaw } from './law';
import { type Arrivals, boundedQueue, mixedMs, type Queue, unboundedQueue } from './queue';
import { serviceTime } from './seeded';
import { storeFigures } from './store';

/** What one station does with what arrives at it. */
export interface StationFigures {
  readonly offeredRps: number;
  readonly utilization: number;
  /** null: no queue at all. */
  readonly capacityRps: number | null;
  readonly saturated: boolean;
  /** Share of every flow that it passes on, and the share that its queue limit refuses. */
  readonly passed: number;
  readonly refused: number;
  readonly waitProbability: number;
  readonly waitMs: number;
  /** NaN where a pool is saturated. */
  meanMs(kind: FlowKind): number;
  response(kind: FlowKind): Law;
}

export const isStation = ({ behaviour }: ResolvedNode): boolean =>
  !['source', 'pass-through'].includes(behaviour);

interface Spread {
  readonly algorithm: Algorithm;
  readonly hotShare: number;
}

/** "by the algorithm of the distributor that calls the station"; one that no request reaches calls nothing. */
function readSpread(design: ResolvedDesign, node: ResolvedNode): Spread {
  const callers = new Set(
    design.flows.flatMap((flow) => {
      const reached = reachedFrom(design, flow, flow.entry);
      return callsOf(design, flow)
        .filter(({ edge }) => edge.to === node.id && reached.has(edge.from))
        .map(({ edge }) => edge.from);
    }),
  );
  const nodes = design.nodes.filter((of) => callers.has(of.id));
  const [first] = nodes;
  const others = nodes.some((of) => of.behaviour !== 'distributor');
  const entered = design.flows.some((flow) => flow.entry === node.id);
  const algorithms = new Set(nodes.map((of) => of.config.algorithm));
  if (first === undefined || others || entered || algorithms.size > 1)
    return { algorithm: 'least-connections', hotShare: 0 };
  return {
    algorithm: first.config.algorithm,
    hotShare: Math.max(...nodes.map((of) => of.config.hotShare)),
  };
}

const known = new WeakMap<ResolvedDesign, Map<string, Spread>>();

function spreadOf(design: ResolvedDesign, node: ResolvedNode): Spread {
  const ofDesign = known.get(design) ?? new Map<string, Spread>();
  known.set(design, ofDesign);
  const spread = ofDesign.get(node.id) ?? readSpread(design, node);
  ofDesign.set(node.id, spread);
  return spread;
}

interface Pool {
  readonly share: number;
  readonly servers: number;
  readonly caSquared: number;
}

function poolsOf(config: ResolvedConfig, spread: Spread): readonly Pool[] {
  const { replicas: n, concurrency: k } = config;
  const even = (caSquared: number) =>
    Array.from({ length: n }, () => ({ share: 1 / n, servers: k, caSquared }));
  const h = spread.hotShare;
  switch (spread.algorithm) {
    case 'random':
      return even(1);
    case 'round-robin':
      return even(1 / n);
    case 'ip-hash':
      return even(1).map((pool, i) => ({ ...pool, share: (i === 0 ? h : 0) + (1 - h) / n }));
    default:
      return [{ share: 1, servers: n * k, caSquared: 1 }];
  }
}

export const shareOf = ({ readRps, writeRps }: Arrivals, share: number): Arrivals => ({
  readRps: readRps * share,
  writeRps: writeRps * share,
});

/** Requests a second that the network of `servers` servers carries. */
export function bandwidthRps(config: ResolvedConfig, servers: number, bytes: number): number {
  if (config.bandwidthMbps === null || bytes === 0) return Number.POSITIVE_INFINITY;
  return (servers * config.bandwidthMbps * 1e6) / (8 * bytes);
}

/** Section 2 for one node; `bytes` is the mean of request and response over what arrives. */
export function stationFigures(
  design: ResolvedDesign,
  node: ResolvedNode,
  arrivals: Arrivals,
  bytes: number,
): StationFigures {
  const { config } = node;
  if (node.behaviour === 'store') return storeFigures(config, arrivals, bytes);
  const network = bandwidthRps(config, config.replicas, bytes);
  return config.queueLimit === null
    ? unbounded(config, poolsOf(config, spreadOf(design, node)), arrivals, network)
    : bounded(config, config.queueLimit, arrivals, network);
}

const service = (config: ResolvedConfig, kind: FlowKind): number =>
  kind === 'read' ? config.readMs : config.writeMs;

function unbounded(
  config: ResolvedConfig,
  pools: readonly Pool[],
  arrivals: Arrivals,
  network: number,
): StationFigures {
  const offeredRps = arrivals.readRps + arrivals.writeRps;
  const queues = pools.map((pool) =>
    unboundedQueue(pool.servers, shareOf(arrivals, pool.share), config, pool.caSquared),
  );
  const rho = Math.max(...queues.map((queue) => queue.rho));
  const perServer = Math.min(
    ...pools.map((pool) => (1000 * pool.servers) / (mixedMs(arrivals, config) * pool.share)),
  );
  const capacityRps = Math.min(perServer, network);
  const total = (value: (queue: Queue) => number) =>
    queues.reduce((sum, queue, i) => sum + (pools[i]?.share ?? 0) * value(queue), 0);
  const passed = Math.min(
    total((queue) => Math.min(1, 1 / queue.rho)),
    offeredRps === 0 ? 1 : network / offeredRps,
  );
  return {
    offeredRps,
    utilization: Math.max(rho, offeredRps / network),
    capacityRps: Number.isFinite(capacityRps) ? capacityRps : null,
    saturated: rho >= 1 || offeredRps >= network,
    passed,
    refused: 0,
    waitProbability: total((queue) => queue.waitProbability),
    waitMs: total((queue) => queue.waitMs),
    meanMs: (kind) => total((queue) => queue.waitMs) + service(config, kind),
    response: (kind) =>
      oneOf(
        queues.map((queue, i) => [
          pools[i]?.share ?? 0,
          responseLaw(queue, service(config, kind), config.cv),
        ]),
      ),
  };
}

function bounded(config: ResolvedConfig, limit: number, arrivals: Arrivals, network: number): StationFigures {
  const offeredRps = arrivals.readRps + arrivals.writeRps;
  const servers = config.replicas * config.concurrency;
  const queue = boundedQueue(servers, limit, arrivals, config);
  const capacityRps = Math.min((1000 * Math.min(servers, limit)) / mixedMs(arrivals, config), network);
  return {
    offeredRps,
    utilization: Math.max(queue.rho, offeredRps / network),
    capacityRps: Number.isFinite(capacityRps) ? capacityRps : null,
    saturated: offeredRps >= network,
    passed: Math.min(1 - queue.lossShare, offeredRps === 0 ? 1 : network / offeredRps),
    refused: queue.lossShare,
    waitProbability: queue.waitProbability,
    waitMs: queue.waitMs,
    meanMs: (kind) => queue.waitMs + service(config, kind),
    response: (kind) => ({
      draw: (random) => queue.drawWait(random) + serviceTime(service(config, kind), config.cv, random),
      cdf: () => [],
      breaks: [],
      end: Number.NaN,
    }),
  };
}
