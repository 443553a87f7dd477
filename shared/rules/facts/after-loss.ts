import { placesOf } from '../../analysis/pool-availability';
import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { demandOn, hotShareAt } from '../fixes/demand';
import { busiestReplica } from '../fixes/size-store';
import type { RuleContext } from '../rule';
import { type DesignGraph, graphOf, incomingOf, isLive, outgoingOf } from './graph';
import { copiesOf } from './roles';

/**
 * The factor by which the busiest server of a node has more to do once one of them is lost: (h + (1 − h) ÷ (n − 1)) ÷ (h + (1 − h) ÷ n)
 * of a pool with hot share h, and of a store’s shard by what its replicas share. 1 where there is none to lose.
 */
export function factorOfOneLost(context: RuleContext, node: ResolvedNode): number {
  const copies = copiesOf(node);
  if (copies < 2) return 1;
  if (node.behaviour !== 'store') {
    const h = hotShareAt(context, node);
    return (h + (1 - h) / (copies - 1)) / (h + (1 - h) / copies);
  }
  const demand = demandOn(context, node);
  if (demand === null) return 1;
  const { config } = node;
  const mix = { reads: demand.readsRps, writes: demand.writesRps };
  const busy = busiestReplica(config, mix, config);
  const then = busiestReplica(config, mix, { ...config, replicasPerShard: copies - 1 });
  return busy > 0 ? then / busy : 1;
}

/** What takes over from another that is lost, by node. */
export interface Takeover {
  /** Whose requests it takes over. */
  readonly lost: string;
  readonly distributor: string;
  /** Its load then ÷ its load now. */
  readonly factor: number;
}

const takeovers = new WeakMap<ResolvedDesign, ReadonlyMap<string, Takeover>>();

/**
 * For each component that a distributor with failover alone leads to, the heaviest of those beside it that can be lost without it: one
 * server, or all that stands in another zone or region. Of weights w that sum to W the others then take W ÷ (W − w) of what they had.
 */
export function takeoversOf(design: ResolvedDesign): ReadonlyMap<string, Takeover> {
  const known = takeovers.get(design);
  if (known !== undefined) return known;
  const graph = graphOf(design);
  const found = new Map<string, Takeover>();
  for (const node of design.nodes) {
    if (node.behaviour === 'distributor' && node.config.failover) takeoversBehind(graph, node, found);
  }
  takeovers.set(design, found);
  return found;
}

function takeoversBehind(graph: DesignGraph, distributor: ResolvedNode, found: Map<string, Takeover>): void {
  const edges = outgoingOf(graph, distributor.id).filter((edge) => edge.choice && isLive(edge));
  const [first] = edges;
  if (first === undefined || edges.length < 2 || !edges.every((edge) => isAlike(edge, first))) return;
  const sum = edges.reduce((total, { weight }) => total + weight, 0);
  const heaviest = heaviestOf(graph, edges);
  for (const { to } of edges) {
    const survivor = graph.nodes.get(to);
    if (survivor === undefined || incomingOf(graph, to).filter(isLive).length !== 1) continue;
    const lost = heaviest.find((edge) => edge.to !== to && canBeLostWithout(graph, edge.to, survivor));
    if (lost === undefined || lost.weight >= sum) continue;
    found.set(to, { lost: lost.to, distributor: distributor.id, factor: sum / (sum - lost.weight) });
  }
}

/** The heaviest first, and no more than two of those that are alike: for each survivor one of them is another. */
function heaviestOf(graph: DesignGraph, edges: readonly ResolvedEdge[]): readonly ResolvedEdge[] {
  const alike = new Map<string, number>();
  return edges
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ to }) => {
      const node = graph.nodes.get(to);
      if (node === undefined) return false;
      const key = [node.kind.id, copiesOf(node) === 1, ...placesOf(node)].join(' ');
      const before = alike.get(key) ?? 0;
      alike.set(key, before + 1);
      return before < 2;
    });
}

/** Whether two edges carry the same flows as often, so that the calls of one can go over the other. */
const isAlike = (a: ResolvedEdge, b: ResolvedEdge): boolean =>
  a.calls === b.calls && a.flows.length === b.flows.length && a.flows.every((flow, i) => flow === b.flows[i]);

function canBeLostWithout(graph: DesignGraph, id: string, survivor: ResolvedNode): boolean {
  const lost = graph.nodes.get(id);
  if (lost === undefined || lost.kind.id !== survivor.kind.id) return false;
  const shared = placesOf(survivor);
  if (placesOf(lost).some((place) => !shared.includes(place))) return true;
  return lost.kind.managed !== true && copiesOf(lost) === 1;
}
