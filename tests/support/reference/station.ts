import type { ResolvedDesign, ResolvedNode } from '../../../shared/catalog/resolved';
import type { FlowKind } from '../../../shared/model/vocabulary';
import { type Law, oneOf, ownMean, ownVariance, responseOfWait } from './law';
import { placedQueue } from './placed-queue';
import { hasPlaces, isPaced, ownOf, type PoolShape, poolsOf } from './pools';
import { type Arrivals, boundedQueue, mixedMs, type Queue, unboundedQueue, waitSecondOf } from './queue';
import { exponential } from './seeded';
import { settingsOf, workingReplicas } from './settings';
import { storeFigures } from './store';

export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

export type Limit = 'work' | 'places' | 'bandwidth' | 'connections' | 'limit';

/** What one station does with what arrives at it. */
export interface StationFigures {
  /** All that arrives, before a rate limit. */
  readonly offeredRps: number;
  readonly utilization: number;
  /** null: no queue at all. */
  readonly capacityRps: number | null;
  readonly limitedBy: Limit | null;
  readonly saturated: boolean;
  /** Utilization of its lanes; of its places, null where it has none or nothing can be said of them. */
  readonly lanesUtilization: number;
  readonly placesUtilization: number | null;
  /** X(P) of the whole node for what arrives, a second; infinite where places do not count. */
  readonly placesRps: number;
  /** Share of every flow that it passes on, and the share that its limits refuse. */
  readonly passed: number;
  readonly refused: number;
  readonly waitProbability: number;
  readonly waitMs: number;
  /** Wait for a place and to be paced: before the rest of the visit. */
  readonly placeWaitMs: number;
  readonly placeWaitProbability: number;
  /** What it takes to get a lane, in moments. */
  readonly laneWait: Moments;
  /** NaN where a pool is saturated, or nothing can be said of how long a place is held. */
  meanMs(kind: FlowKind): number;
  varianceMs(kind: FlowKind): number;
  response(kind: FlowKind): Law;
}

/** What bears on a station beside its own configuration. */
export interface Offer {
  readonly arrivals: Arrivals;
  /** Mean of what passes its network for one request that it accepts. */
  readonly bytes: number;
  /** Connections that are held open at it. */
  readonly connections: number;
  /**
   * Work, delay, slow part and synchronous steps of a visit, of the mix that arrives. `ignored`: its places do not count;
   * null: it waits for something that never answers.
   */
  readonly rest: Moments | null | 'ignored';
}

export const isStation = ({ behaviour }: ResolvedNode): boolean =>
  !['source', 'pass-through'].includes(behaviour);

export const shareOf = ({ readRps, writeRps }: Arrivals, share: number): Arrivals => ({
  readRps: readRps * share,
  writeRps: writeRps * share,
});

/** Requests a second that the network of `servers` servers carries. */
export function bandwidthRps(node: ResolvedNode, servers: number, bytes: number): number {
  const { bandwidthMbps } = node.config;
  if (bandwidthMbps === null || bytes === 0) return Number.POSITIVE_INFINITY;
  return (servers * bandwidthMbps * 1e6) / (8 * bytes);
}

/** Share of what arrives that the station's queues pass on, and what they are like for what does. */
interface Queued {
  readonly rho: number;
  readonly lanesRps: number;
  readonly phi: number | null;
  readonly placesRps: number;
  readonly passed: number;
  readonly loss: number;
  readonly isHeldUp: boolean;
  readonly pools: readonly { readonly share: number; readonly queue: Queue }[];
}

/** Section 2 for one node. */
export function stationFigures(design: ResolvedDesign, node: ResolvedNode, offer: Offer): StationFigures {
  const { limitRps } = settingsOf(node);
  const offeredRps = offer.arrivals.readRps + offer.arrivals.writeRps;
  const paced = isPaced(design, node);
  // A limit that refuses is before the station, which sees the rest.
  const over = limitRps === null || paced || offeredRps <= limitRps ? 0 : 1 - limitRps / offeredRps;
  const arrivals = shareOf(offer.arrivals, 1 - over);
  const figures =
    node.behaviour === 'store'
      ? storeFigures(node, arrivals, offer.bytes)
      : queuedFigures(design, node, { ...offer, arrivals });
  if (limitRps === null) return figures;
  const capacity = figures.capacityRps ?? Number.POSITIVE_INFINITY;
  const limited: StationFigures = {
    ...figures,
    offeredRps,
    capacityRps: Math.min(capacity, limitRps),
    limitedBy: capacity <= limitRps ? figures.limitedBy : 'limit',
    passed: (1 - over) * figures.passed,
    refused: 1 - (1 - over) * (1 - figures.refused),
  };
  return paced ? pacedBy(limited, limitRps) : limited;
}

/** Taken at most so fast: a queue with one server of a constant time before the station. */
function pacedBy(figures: StationFigures, limitRps: number): StationFigures {
  const rho = figures.offeredRps / limitRps;
  const eachMs = rho >= 1 ? Number.NaN : 1000 / (2 * limitRps * (1 - rho));
  const waitMs = rho === 0 ? 0 : rho * eachMs;
  // Beyond the limit what waits has no end of it.
  const probability = rho >= 1 ? Number.NaN : rho;
  return {
    ...figures,
    utilization: Math.max(figures.utilization, rho),
    saturated: figures.saturated || rho >= 1,
    passed: Math.min(figures.passed, 1 / rho),
    waitProbability: 1 - (1 - figures.waitProbability) * (1 - probability),
    waitMs: figures.waitMs + waitMs,
    placeWaitMs: figures.placeWaitMs + waitMs,
    meanMs: (kind) => figures.meanMs(kind) + waitMs,
    varianceMs: (kind) => figures.varianceMs(kind) + 2 * rho * eachMs ** 2 - waitMs ** 2,
    response: (kind) => {
      const law = figures.response(kind);
      return responseOfWait(
        (random) => law.draw(random) + (random() < rho ? exponential(random) * eachMs : 0),
        noTime,
      );
    },
  };
}

const noTime = { workMs: 0, cv: 0, delayMs: 0, delayCv: 0, slowShare: 0, slowMs: 0 };

function queuedFigures(design: ResolvedDesign, node: ResolvedNode, offer: Offer): StationFigures {
  const { arrivals, rest } = offer;
  const rps = arrivals.readRps + arrivals.writeRps;
  const replicas = workingReplicas(node);
  const network = bandwidthRps(node, replicas, offer.bytes);
  const perReplica = settingsOf(node).connectionsPerReplica;
  const held = perReplica === null ? 0 : offer.connections / (replicas * perReplica);
  const { queueLimit } = node.config;
  const shapes = poolsOf(design, node);
  const queued =
    queueLimit === null
      ? unbounded(node, shapes, arrivals, rest)
      : bounded(node, shapes, queueLimit, arrivals, rest);
  const beside = Math.max(rps === 0 ? 0 : rps / network, held);
  const full = Math.max(queued.rho, queued.phi ?? 0);
  const total = (value: (queue: Queue) => number) =>
    queued.pools.reduce((sum, { share, queue }) => sum + share * value(queue), 0);
  const known = queued.isHeldUp ? Number.NaN : 1;
  const waitMs = known * total((queue) => queue.waitMs);
  const laneMean = total((queue) => queue.lane?.mean ?? queue.waitMs);
  return {
    offeredRps: rps,
    utilization: Math.max(full, beside),
    ...leastOf([
      ['work', queued.lanesRps],
      ['places', queued.placesRps],
      ['bandwidth', network],
      ['connections', rps > 0 && held > 0 ? rps / held : Number.POSITIVE_INFINITY],
    ]),
    saturated: (queueLimit === null && full >= 1) || beside >= 1,
    lanesUtilization: queued.rho,
    placesUtilization: queued.phi,
    placesRps: queued.placesRps,
    passed: Math.min(queued.passed, 1 / beside),
    refused: queued.loss,
    waitProbability: known * total((queue) => queue.waitProbability),
    waitMs,
    placeWaitMs: known * total((queue) => queue.place?.waitMs ?? 0),
    placeWaitProbability: known * total((queue) => queue.place?.probability ?? 0),
    laneWait: {
      mean: laneMean,
      variance: total((queue) => queue.lane?.second ?? waitSecondOf(queue)) - laneMean ** 2,
    },
    meanMs: (kind) => waitMs + ownMean(ownOf(node, kind)),
    varianceMs: (kind) => total(waitSecondOf) - waitMs ** 2 + ownVariance(ownOf(node, kind)),
    response: (kind) => oneOf(queued.pools.map(({ share, queue }) => [share, queue.law(ownOf(node, kind))])),
  };
}

function leastOf(limits: readonly (readonly [Limit, number])[]) {
  const least = Math.min(...limits.map(([, rps]) => rps));
  if (!Number.isFinite(least)) return { capacityRps: null, limitedBy: null };
  const [first] = limits.find(([, rps]) => rps <= least * (1 + 1e-12)) ?? [];
  return { capacityRps: least, limitedBy: first ?? null };
}

function unbounded(
  node: ResolvedNode,
  shapes: readonly PoolShape[],
  arrivals: Arrivals,
  rest: Offer['rest'],
): Queued {
  const { config } = node;
  const works = mixedMs(arrivals, config);
  const plain = shapes.map((shape) =>
    unboundedQueue(shape.lanes, shareOf(arrivals, shape.share), config, shape.caSquared),
  );
  const rho = Math.max(...plain.map((queue) => queue.rho));
  const counts = hasPlaces(node, shapes) && rest !== 'ignored';
  const placed =
    counts && rest !== null && rho < 1
      ? shapes.map((shape) => placedQueue(shape, shareOf(arrivals, shape.share), config, rest, null))
      : null;
  const queues = placed?.map(({ queue }) => queue) ?? plain;
  const rps = arrivals.readRps + arrivals.writeRps;
  return {
    rho,
    lanesRps: Math.min(...shapes.map(({ lanes, share }) => (1000 * lanes) / (works * share))),
    phi: placed === null ? null : Math.max(...placed.map(({ phi }) => phi)),
    placesRps:
      placed === null
        ? Number.POSITIVE_INFINITY
        : Math.min(...placed.map(({ mostRps }, i) => mostRps / (shapes[i]?.share ?? Number.NaN))),
    passed:
      rps === 0
        ? 1
        : plain.reduce((sum, queue, i) => sum + (shapes[i]?.share ?? 0) * Math.min(1, 1 / queue.rho), 0),
    loss: 0,
    isHeldUp: counts && rest === null,
    pools: queues.map((queue, i) => ({ share: shapes[i]?.share ?? 0, queue })),
  };
}

function bounded(
  node: ResolvedNode,
  shapes: readonly PoolShape[],
  limit: number,
  arrivals: Arrivals,
  rest: Offer['rest'],
): Queued {
  const { config } = node;
  const whole = {
    share: 1,
    lanes: shapes.reduce((sum, { lanes }) => sum + lanes, 0),
    places: shapes.reduce((sum, { places }) => sum + places, 0),
    caSquared: 1,
  };
  const plain = boundedQueue(whole.lanes, limit, arrivals, config);
  const counts = hasPlaces(node, shapes) && rest !== 'ignored';
  const placed = counts && rest !== null ? placedQueue(whole, arrivals, config, rest, limit) : null;
  const loss = placed?.queue.lossShare ?? plain.lossShare;
  return {
    rho: placed === null ? plain.rho : placed.rho,
    lanesRps: (1000 * Math.min(whole.lanes, limit)) / mixedMs(arrivals, config),
    phi: placed?.phi ?? null,
    placesRps: placed?.mostRps ?? Number.POSITIVE_INFINITY,
    passed: 1 - loss,
    loss,
    isHeldUp: counts && rest === null,
    pools: [{ share: 1, queue: placed?.queue ?? plain }],
  };
}
