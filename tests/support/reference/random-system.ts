import type { Config } from '../../../shared/model/config';
import type { Edge, Flow, Node, System } from '../../../shared/model/schema';
import type { Behaviour } from '../../../shared/model/vocabulary';
import { layerOf } from '../resolved';
import { type Draw, drawing } from './random-draw';
import { seeded } from './seeded';

/** Kinds of the catalog for some of the behaviours; a custom component represents each of the others. */
const kindIds: Partial<Record<Behaviour, readonly string[]>> = {
  source: ['client', 'custom'],
  station: ['service', 'worker', 'custom'],
  distributor: ['load-balancer', 'custom'],
  'inline-cache': ['cdn', 'custom'],
  'aside-cache': ['cache', 'custom'],
  store: ['sql-database', 'shard', 'key-value-store', 'custom'],
  buffer: ['queue', 'stream', 'custom'],
};

function stationConfig(draw: Draw): Config {
  return {
    replicas: draw.whole(1, 4),
    concurrency: draw.whole(1, 4),
    cv: draw.one([0, 0.5, 1, 1, 1, 1.5, 2]),
    ...(draw.chance(0.6)
      ? { serviceMs: draw.between(0.2, 6) }
      : { readMs: draw.between(0, 4), writeMs: draw.between(0.2, 9) }),
    ...(draw.chance(0.2) && { queueLimit: draw.whole(1, 30) }),
    ...(draw.chance(0.15) && { bandwidthMbps: draw.between(1, 40) }),
    ...(draw.chance(0.1) && { scaleUp: 2 as const }),
  };
}

function storeConfig(draw: Draw): Config {
  const replicasPerShard = draw.whole(1, 4);
  const scatter = draw.chance(0.25);
  return {
    shards: draw.whole(1, 4),
    replicasPerShard,
    replication: draw.one(['async', 'semi-sync', 'sync', 'quorum']),
    readFrom: draw.one(['leader', 'any']),
    replicaRttMs: draw.one([0, 0.7, 2]),
    scatter,
    // What a saturated hot shard lets through of reads that ask all shards, the text leaves open.
    ...(!scatter && draw.chance(0.5) && { hotShare: draw.between(0, 0.6) }),
    ...(draw.chance(0.3) && { readQuorum: draw.whole(1, replicasPerShard) }),
    ...(draw.chance(0.3) && { writeQuorum: draw.whole(1, replicasPerShard) }),
  };
}

function configOf(draw: Draw, behaviour: Behaviour, kind: string, flows: readonly string[]): Config {
  const isModelled = !['source', 'pass-through'].includes(behaviour);
  return {
    ...(kind === 'custom' && { behaviour }),
    ...(isModelled && stationConfig(draw)),
    ...(behaviour === 'store' && storeConfig(draw)),
    ...(behaviour === 'distributor' && {
      algorithm: draw.one(['least-connections', 'round-robin', 'random', 'ip-hash', 'geo']),
      hotShare: draw.between(0, 0.4),
    }),
    ...((behaviour === 'aside-cache' || behaviour === 'inline-cache') && {
      hitRate: draw.between(0, 1),
      ...(draw.chance(0.4) && { hitRates: { [draw.one(flows)]: draw.one([0, 1, 0.4]) } }),
    }),
  };
}

/** Behaviours of the nodes of one design, by how deep they stand. */
function ranksOf(draw: Draw): readonly (readonly Behaviour[])[] {
  const some = (behaviour: Behaviour, low: number, high: number) =>
    Array.from({ length: draw.whole(low, high) }, () => behaviour);
  return [
    some('source', 1, 2),
    some('inline-cache', 0, 1),
    some('distributor', 0, 2),
    some('station', 1, 3),
    [...some('station', 0, 2), ...some('aside-cache', 0, 2)],
    [...some('store', 1, 2), ...some('buffer', 0, 1), ...some('pass-through', 0, 1)],
    [...some('station', 0, 1), ...some('observer', 0, 1), ...some('store', 0, 1)],
  ];
}

type Ranked = Node & { readonly behaviour: Behaviour; readonly rank: number };

function nodesIn(draw: Draw, flows: readonly string[]): readonly Ranked[] {
  return ranksOf(draw).flatMap((behaviours, rank) =>
    behaviours.map((behaviour, i) => {
      const kind = draw.one(kindIds[behaviour] ?? ['custom']);
      const config = configOf(draw, behaviour, kind, flows);
      const group = draw.chance(0.5) ? { group: draw.one(['zone-a', 'zone-b', 'region-b']) } : {};
      return { id: `n${rank}-${i}`, kind, layer: layerOf[behaviour], config, behaviour, rank, ...group };
    }),
  );
}

function edgeBetween(draw: Draw, id: string, from: Ranked, to: Ranked, flows: readonly string[]): Edge {
  const isBack = to.rank <= from.rank;
  return {
    id,
    from: from.id,
    to: to.id,
    calls: isBack ? draw.between(0.02, 0.2) : draw.one([1, 1, 1, 1, 0.3, 2, 1.4, 0]),
    weight: draw.one([1, 1, 2, 0.5]),
    ...(draw.chance(0.3) && { step: draw.whole(1, 2) }),
    ...(draw.chance(0.15) && { mode: draw.one(['sync', 'async']) }),
    ...(draw.chance(to.behaviour === 'observer' ? 0.6 : 0.2) && {
      flows: draw.one(['all', 'read', 'write', [draw.one(flows)]]),
    }),
    ...(draw.chance(0.15) && { choice: draw.chance(0.7) }),
    ...(draw.chance(0.5) && { rttMs: draw.between(0, 3) }),
    ...(draw.chance(0.25) && { retries: draw.whole(1, 3) }),
    ...(draw.chance(0.15) && { optional: true }),
  };
}

/** Edges to what is next and deeper, a few back, and misses of the caches that a node asks. */
function edgesIn(draw: Draw, nodes: readonly Ranked[], flows: readonly string[]): readonly Edge[] {
  const edges: Edge[] = [];
  const connect = (from: Ranked, to: Ranked, more: Partial<Edge> = {}) =>
    edges.push({ ...edgeBetween(draw, `e${edges.length}`, from, to, flows), ...more });
  for (const from of nodes) {
    const deeper = nodes.filter((to) => to.rank > from.rank);
    const nearest = deeper.filter((to) => to.rank === deeper[0]?.rank);
    for (const to of nearest) if (draw.chance(0.85)) connect(from, to);
    for (const to of deeper) if (to.rank > (deeper[0]?.rank ?? 0) && draw.chance(0.2)) connect(from, to);
    if (from.behaviour === 'station' && draw.chance(0.25))
      connect(from, draw.one(nodes.filter((to) => to.behaviour !== 'source' && to.rank <= from.rank)));
    for (const cache of nodes.filter((to) => to.behaviour === 'aside-cache')) {
      const asked = edges.filter((edge) => edge.from === from.id && edge.to === cache.id);
      const [edge] = asked;
      if (edge === undefined || asked.length > 1 || from.rank >= cache.rank) continue;
      const { step: _step, ...rest } = edge;
      edges[edges.indexOf(edge)] = { ...rest, flows: 'all' };
      const stores = nodes.filter((to) => to.behaviour === 'store');
      for (const store of stores)
        if (draw.chance(0.6)) {
          connect(from, store, { onMissOf: cache.id });
          const added = edges.pop();
          if (added === undefined) continue;
          const { step: _own, ...follower } = added;
          edges.push(follower);
        }
    }
  }
  return edges;
}

/** A system with several of everything that sections 1 to 3 speak of; its rates are in proportion only. */
export function randomSystem(seed: number): System {
  const draw = drawing(seeded(seed));
  const ids = ['f0', 'f1', 'f2'].slice(0, draw.whole(1, 3));
  const nodes = nodesIn(draw, ids);
  const sources = nodes.filter(({ behaviour }) => behaviour === 'source');
  const flows = ids.map(
    (id): Flow => ({
      id,
      kind: draw.one(['read', 'read', 'write']),
      entry: draw.one(sources).id,
      rate: { rps: draw.between(0.2, 2) },
      requestBytes: draw.whole(0, 2000),
      responseBytes: draw.whole(0, 20_000),
    }),
  );
  return {
    flows,
    nodes: nodes.map(({ behaviour: _behaviour, rank: _rank, ...node }) => node),
    edges: edgesIn(draw, nodes, ids),
    groups: [
      { id: 'region-a', kind: 'region' },
      { id: 'zone-a', kind: 'zone', parent: 'region-a' },
      { id: 'zone-b', kind: 'zone', parent: 'region-a' },
      { id: 'region-b', kind: 'region' },
    ],
  };
}
