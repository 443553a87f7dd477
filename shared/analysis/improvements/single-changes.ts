import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { type Message, message } from '../../math/message';
import type { Change } from '../../model/changes';
import { own } from '../../model/own';
import type { Analysis, FlowFigures } from '../analysis';
import { hitRateOf } from '../graph';
import { hasSize, type Size, settingOf, sizesOf } from '../sizing/steps';

/** A change of one setting of one part. */
export interface SingleChange {
  /** Id of the node or edge. */
  readonly part: string;
  readonly title: Message;
  readonly changes: readonly Change[];
}

/** A search tries no more: what takes the largest share of the flow's mean is tried first. */
export const mostTried = 48;

const hitRateStep = 0.05;
const mostHitRate = 0.99;
const mostReplicasPerShard = 7;

/**
 * What is tried for a flow, at most `mostTried`: of each node that its requests visit twice the replicas, shards or server
 * size, a replica a shard more, a hit rate 5 points higher, copies in several zones, half the replicas or server size; of its
 * calls to another zone or region the same in one zone.
 */
export function singleChanges(
  { nodes, edges, flows }: ResolvedDesign,
  analysis: Analysis,
  flow: string,
): readonly SingleChange[] {
  const figures = analysis.flows.find(({ id }) => id === flow);
  const resolved = flows.find(({ id }) => id === flow);
  if (figures === undefined || resolved === undefined) return [];
  const visited = new Set(
    analysis.nodes.filter(({ visits }) => (own(visits, flow) ?? 0) > 0).map(({ id }) => id),
  );
  const shareOf = sharesOf(figures);
  const ofNodes = nodes
    .filter(({ id }) => visited.has(id))
    .flatMap((node) => [
      ...larger(node),
      ...smaller(node),
      ...inZones(node),
      ...higherHitRate(node, hitRateOf(node, resolved, 'read'), flow),
    ]);
  const ofEdges = edges
    .filter((edge) => edge.flows.includes(flow) && visited.has(edge.from))
    .flatMap(inOneZone);
  return [...ofNodes, ...ofEdges].toSorted((a, b) => shareOf(b.part) - shareOf(a.part)).slice(0, mostTried);
}

/** What each part takes of a flow's mean; a saturated one takes the most. */
function sharesOf({ budget }: FlowFigures): (part: string) => number {
  const shares = new Map(
    budget.map((share) => [
      'node' in share ? share.node : share.edge,
      share.meanMs ?? Number.POSITIVE_INFINITY,
    ]),
  );
  return (part) => shares.get(part) ?? 0;
}

function titleOf(size: Size, values: Parameters<typeof message>[1]): Message {
  switch (size) {
    case 'replicas':
      return message('{part}: {before} → {after} replicas', values);
    case 'shards':
      return message('{part}: {before} → {after} shards', values);
    case 'replicasPerShard':
      return message('{part}: {before} → {after} replicas per shard', values);
    case 'scaleUp':
      return message('{part}: server size ×{before} → ×{after}', values);
  }
}

function sized(node: ResolvedNode, size: Size, value: number): SingleChange {
  const before = { count: settingOf(node, size) };
  return {
    part: node.id,
    title: titleOf(size, { part: { part: node.id }, before, after: { count: value } }),
    changes: [{ op: 'patch-config', id: node.id, patch: { [size]: value } }],
  };
}

function larger(node: ResolvedNode): readonly SingleChange[] {
  return sizesOf(node).flatMap((size) => {
    const value = settingOf(node, size);
    const next = size === 'replicasPerShard' ? value + 1 : value * 2;
    const most = size === 'scaleUp' ? (node.kind.maxScaleUp ?? 8) : mostReplicasPerShard;
    const isBounded = size === 'scaleUp' || size === 'replicasPerShard';
    return isBounded && next > most ? [] : [sized(node, size, next)];
  });
}

/** Half as much. Copies of data are left alone: they are there for what losing one of them would lose. */
function smaller(node: ResolvedNode): readonly SingleChange[] {
  const keepsData = node.behaviour === 'store' || node.behaviour === 'buffer';
  return sizesOf(node).flatMap((size) => {
    const value = settingOf(node, size);
    if (size === 'scaleUp') return hasSize(node, value / 2) ? [sized(node, size, value / 2)] : [];
    if (size !== 'replicas' || keepsData) return [];
    const next = Math.max(1 + node.config.standby, Math.ceil(value / 2));
    return next < value ? [sized(node, size, next)] : [];
  });
}

function inZones(node: ResolvedNode): readonly SingleChange[] {
  const { multiZone, replicas, replicasPerShard } = node.config;
  const copies = node.behaviour === 'store' ? replicasPerShard : replicas;
  if (multiZone || copies < 2 || sizesOf(node).length === 0) return [];
  return [
    {
      part: node.id,
      title: message('{part}: copies in several zones', { part: { part: node.id } }),
      changes: [{ op: 'patch-config', id: node.id, patch: { multiZone: true } }],
    },
  ];
}

function higherHitRate(node: ResolvedNode, rate: number, flow: string): readonly SingleChange[] {
  const next = Math.min(mostHitRate, rate + hitRateStep);
  if (rate <= 0 || next <= rate) return [];
  const { hitRates } = node.config;
  const patch =
    own(hitRates, flow) === undefined ? { hitRate: next } : { hitRates: { ...hitRates, [flow]: next } };
  return [
    {
      part: node.id,
      title: message('{part}: hit rate {before} → {after}', {
        part: { part: node.id },
        before: { share: rate },
        after: { share: next },
      }),
      changes: [{ op: 'patch-config', id: node.id, patch }],
    },
  ];
}

function inOneZone({ id, network }: ResolvedEdge): readonly SingleChange[] {
  if (network !== 'cross-zone' && network !== 'cross-region') return [];
  return [
    {
      part: id,
      title: message('{part}: call within one zone', { part: { part: id } }),
      changes: [{ op: 'patch-edge', id, patch: { network: 'same-zone', rttMs: null } }],
    },
  ];
}
