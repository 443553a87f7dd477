import { placesOf } from '../../analysis/availability/pools';
import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { demandOn, hotShareAt } from '../fixes/demand';
import { busiestReplica } from '../fixes/size-store';
import type { RuleContext } from '../rule';
import { nodesOfBehaviour } from './nodes';
import { type Call, type Part, partsOf } from './parts';
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
 * server, or all that is in another zone or region. Of weights w that sum to W the others then take W ÷ (W − w) of what they had.
 */
export function takeoversOf(design: ResolvedDesign): ReadonlyMap<string, Takeover> {
  const known = takeovers.get(design);
  if (known !== undefined) return known;
  const { byId } = partsOf(design);
  const found = new Map<string, Takeover>();
  for (const { id, config } of nodesOfBehaviour(design, 'distributor')) {
    const part = config.failover ? byId.get(id) : undefined;
    if (part !== undefined) takeoversBehind(part, found);
  }
  takeovers.set(design, found);
  return found;
}

function takeoversBehind({ node: distributor, calls: made }: Part, found: Map<string, Takeover>): void {
  const calls = made.filter(({ edge, isLive }) => edge.choice && isLive);
  const [first] = calls;
  if (first === undefined || calls.length < 2 || !calls.every(({ edge }) => isAlike(edge, first.edge)))
    return;
  const sum = calls.reduce((total, { edge }) => total + edge.weight, 0);
  const heaviest = heaviestOf(calls);
  for (const { to: survivor } of calls) {
    if (survivor.callers.filter(({ isLive }) => isLive).length !== 1) continue;
    const lost = heaviest.find(({ to }) => to !== survivor && canBeLostWithout(to.node, survivor.node));
    if (lost === undefined || lost.edge.weight >= sum) continue;
    const factor = sum / (sum - lost.edge.weight);
    found.set(survivor.node.id, { lost: lost.edge.to, distributor: distributor.id, factor });
  }
}

/** The heaviest first, and no more than two of those that are alike: for each survivor one of them is another. */
function heaviestOf(calls: readonly Call[]): readonly Call[] {
  const alike = new Map<string, number>();
  return calls
    .toSorted((a, b) => b.edge.weight - a.edge.weight)
    .filter(({ to: { node } }) => {
      const key = [node.kind.id, copiesOf(node) === 1, ...placesOf(node)].join(' ');
      const before = alike.get(key) ?? 0;
      alike.set(key, before + 1);
      return before < 2;
    });
}

/** Whether two edges carry the same flows as often, so that the calls of one can go over the other. */
const isAlike = (a: ResolvedEdge, b: ResolvedEdge): boolean =>
  a.calls === b.calls && a.flows.length === b.flows.length && a.flows.every((flow, i) => flow === b.flows[i]);

function canBeLostWithout(lost: ResolvedNode, survivor: ResolvedNode): boolean {
  if (lost.kind.id !== survivor.kind.id) return false;
  const shared = placesOf(survivor);
  if (placesOf(lost).some((place) => !shared.includes(place))) return true;
  return lost.kind.managed !== true && copiesOf(lost) === 1;
}
