import type { Config } from '../../../shared/model/config';
import type { Edge, Flow, Node, Prices, System } from '../../../shared/model/schema';
import { type Draw, drawing } from './random-draw';
import type { Section } from './sections';
import { seeded } from './seeded';

/**
 * The same system with fields of these sections. They are drawn from numbers of their own, so that a section more leaves
 * the system of a seed what it was.
 */
export function withSections(system: System, seed: number, sections: ReadonlySet<Section>): System {
  if (sections.size === 0) return system;
  const draw = drawing(seeded(seed + 104_729));
  return {
    ...system,
    ...(sections.has('cost') && {
      workload: {
        ...(draw.chance(0.7) && { retentionYears: draw.between(0.2, 6) }),
        ...(draw.chance(0.5) && { costMonths: draw.whole(1, 60) }),
        peakFactor: draw.between(1, 5),
      },
      prices: pricesIn(draw),
    }),
    flows: (system.flows ?? []).map((flow) => flowWith(draw, flow, sections)),
    nodes: (system.nodes ?? []).map((node) => nodeWith(draw, node, sections)),
    edges: edgesWith(draw, system.edges ?? [], sections),
  };
}

function pricesIn(draw: Draw): Prices {
  return {
    ...(draw.chance(0.3) && { book: 'none' }),
    ...(draw.chance(0.4) && {
      internetEgressUsdPerGb: draw.one([
        0.05,
        [{ uptoGb: 0.2, usd: 0.09 }, { uptoGb: 3, usd: 0.08 }, { usd: 0.02 }],
      ]),
    }),
    ...(draw.chance(0.4) && { crossZoneUsdPerGb: draw.between(0, 0.1) }),
    ...(draw.chance(0.4) && { crossRegionUsdPerGb: draw.between(0, 0.1) }),
  };
}

/** A price a GB, in tiers every third time. */
const priceIn = (draw: Draw): number | { uptoGb?: number; usd: number }[] =>
  draw.chance(0.3)
    ? [{ uptoGb: draw.between(0.01, 1), usd: draw.between(0.1, 0.3) }, { usd: draw.between(0, 0.1) }]
    : draw.between(0, 0.3);

/** Prices, and what is kept for how long, of one node. */
function pricedConfig(draw: Draw, layer: string): Config {
  return {
    unitCostUsd: draw.between(0, 300),
    ...(draw.chance(0.3) && { multiZone: draw.chance(0.5) }),
    ...(draw.chance(0.4) && { requestUsdPerMillion: draw.between(0, 4) }),
    ...(draw.chance(0.3) && { writeUsdPerMillion: draw.between(0, 4) }),
    ...(draw.chance(0.3) && { egressUsdPerGb: priceIn(draw) }),
    ...(layer === 'data' && {
      storageUsdPerGbMonth: priceIn(draw),
      storageFactor: draw.one([1, 1.5, 3]),
      ...(draw.chance(0.3) && { retentionSeconds: draw.whole(1000, 10_000_000) }),
      ...(draw.chance(0.3) && { inMemory: true, memoryBytes: 1e9 }),
    }),
  };
}

/** How copies are kept, and how they come back. */
const keptConfig = (draw: Draw): Config => ({
  ...(draw.chance(0.3) && { durable: draw.chance(0.6) }),
  ...(draw.chance(0.6) && { onReplicaLoss: draw.one(['continue', 'refuse']) }),
  ...(draw.chance(0.5) && { backupEverySeconds: draw.whole(60, 90_000) }),
  ...(draw.chance(0.5) && { restoreSeconds: draw.whole(60, 9000) }),
  ...(draw.chance(0.5) && { failoverSeconds: draw.whole(1, 90) }),
  ...(draw.chance(0.5) && { record: true }),
  ...(draw.chance(0.5) && { copies: draw.whole(1, 3) }),
  ...(draw.chance(0.5) && { acknowledge: draw.one(['all', 'leader']) }),
});

function flowWith(draw: Draw, flow: Flow, sections: ReadonlySet<Section>): Flow {
  return {
    ...flow,
    ...(sections.has('client-rtt') && draw.chance(0.4) && { clientRttMs: draw.between(0, 80) }),
    ...(sections.has('connections') && { connections: draw.whole(0, 1000) }),
    ...(sections.has('ordered-streams') && draw.chance(0.2) && { ordered: true }),
    ...(sections.has('cost') && { storedBytes: draw.whole(0, 2000), peakFactor: draw.between(1, 4) }),
  };
}

/** The edges with these fields; some of them become fallbacks of another call of their caller. */
function edgesWith(draw: Draw, edges: readonly Edge[], sections: ReadonlySet<Section>): readonly Edge[] {
  const given = edges.map((edge) => edgeWith(draw, edge, sections));
  if (!sections.has('availability')) return given;
  const isPlain = ({ onMissOf, choice }: Edge) => onMissOf === undefined && choice === undefined;
  const fallbacks = new Map<string, string>();
  for (const edge of given) {
    const calls = given.filter(({ id, from }) => from === edge.from && id !== edge.id && !fallbacks.has(id));
    const asked = given.some(({ onMissOf, from }) => onMissOf === edge.to && from === edge.from);
    const isStoodInFor = [...fallbacks.values()].includes(edge.id);
    if (calls.length === 0 || asked || isStoodInFor || !isPlain(edge) || !draw.chance(0.2)) continue;
    fallbacks.set(edge.id, draw.one(calls).id);
  }
  return given.map((edge) => {
    const fallbackOf = fallbacks.get(edge.id);
    return fallbackOf === undefined ? edge : { ...edge, fallbackOf };
  });
}

function edgeWith(draw: Draw, edge: Edge, sections: ReadonlySet<Section>): Edge {
  return {
    ...edge,
    ...(sections.has('operation') && draw.chance(0.25) && { operation: draw.one(['read', 'write']) }),
    ...(sections.has('places') && draw.chance(0.1) && { timeoutMs: draw.between(1, 40) }),
    ...(sections.has('completion') && draw.chance(0.2) && { mode: 'async' as const }),
    ...(sections.has('completion') && draw.chance(0.2) && { timeoutMs: draw.between(1, 60) }),
    ...(sections.has('bytes') && draw.chance(0.3) && { requestBytes: draw.whole(0, 5000) }),
    ...(sections.has('bytes') && draw.chance(0.3) && { responseBytes: draw.whole(0, 5000) }),
    ...(sections.has('cost') && draw.chance(0.2) && { storedBytes: draw.whole(0, 2000) }),
  };
}

const serves: ReadonlySet<string> = new Set(['edge', 'service', 'cache', 'traffic', 'messaging', 'data']);
const holdsPlaces: ReadonlySet<string> = new Set(['edge', 'service', 'cache']);

function nodeWith(draw: Draw, node: Node, sections: ReadonlySet<Section>): Node {
  const { layer = 'client', config = {} } = node;
  if (!serves.has(layer)) return node;
  const delay: Config = {
    delayMs: draw.between(0, 8),
    // Order statistics of stores are integrals, which take minutes where a gamma meets another or a slow part.
    delayCv: layer === 'data' ? 0 : draw.one([0, 0.5, 1, 1, 1.5]),
    ...(draw.chance(0.3) && { slowShare: draw.between(0, 0.2), slowMs: draw.between(1, 40) }),
    ...(layer === 'data' && config.replication !== 'async' && { slowShare: 0 }),
  };
  return {
    ...node,
    config: {
      ...config,
      ...(sections.has('cost') && pricedConfig(draw, layer)),
      ...(sections.has('availability') && { instanceAvailability: draw.one([0.995, 0.9, 0.7]) }),
      ...(sections.has('availability') &&
        layer === 'traffic' &&
        draw.chance(0.6) && { healthChecks: draw.one(['self', 'dependencies'] as const) }),
      ...(sections.has('recovery') && (layer === 'data' || layer === 'messaging') && keptConfig(draw)),
      // How long places are held is worked out hundreds of times; an integral at each of them takes too long.
      ...(sections.has('places') && layer === 'data' && { replication: 'async' as const, scatter: false }),
      ...(sections.has('delay') && draw.chance(0.5) && delay),
      ...(sections.has('places') &&
        holdsPlaces.has(layer) &&
        draw.chance(0.5) && { maxInFlight: draw.whole(1, 12) }),
      ...(sections.has('standby') && draw.chance(0.2) && { standby: draw.whole(1, 2) }),
      ...(sections.has('connections') &&
        draw.chance(0.3) && { connectionsPerReplica: draw.whole(200, 4000) }),
      ...(sections.has('completion') && layer === 'messaging' && { transitMs: draw.one([0, 2, 20]) }),
      ...(sections.has('ordered-streams') &&
        layer === 'messaging' && {
          ordered: draw.chance(0.5),
          partitions: draw.whole(1, 8),
          hotShare: draw.one([0, 0, 0.3]),
        }),
      ...(sections.has('ordered-streams') &&
        layer === 'cache' &&
        draw.chance(0.3) && { hotShare: draw.between(0, 0.5) }),
      ...(sections.has('bytes') &&
        layer !== 'service' &&
        draw.chance(0.4) && { itemBytes: draw.whole(0, 5000) }),
    },
  };
}
