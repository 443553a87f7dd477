import { poolAvailability } from '../../analysis/availability/pools';
import type { ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import type { Change } from '../../model/changes';
import type { FlowKind } from '../../model/vocabulary';
import { type DesignGraph, graphOf } from '../facts/graph';
import { doesAt } from '../facts/operations';
import { alwaysVisited } from '../facts/picks';
import type { QuickFix, RuleContext } from '../rule';
import { demandOn } from './demand';
import { offers } from './offers';
import { replicasPatch } from './replicas-patch';

/** More servers than these are another design, not more of the same. */
const mostAdded = 16;

/** Servers that come ever nearer to a target which a zone or a region keeps out of reach do not meet it by rounding. */
const margin = 1e-9;

/** A pool with as many servers as it is given so far. */
interface Pool {
  readonly node: ResolvedNode;
  readonly copies: number;
  readonly availability: number;
}

/**
 * Servers one by one where the next one helps a flow most, until its availability, a product of those of all that every request
 * visits, meets the target. Null where more servers do not get there.
 */
export function addRedundancy(
  context: RuleContext,
  flow: ResolvedFlow,
  actual: number,
  target: number,
): QuickFix | null {
  const pools = certainNodes(graphOf(context.design), flow)
    .filter(canGrow)
    .map((node): Pool => poolOf(context, flow, node, copiesIn(node)));
  let availability = actual;
  let added = 0;
  for (; availability < target + margin; added += 1) {
    const next = pools.map((pool) => poolOf(context, flow, pool.node, pool.copies + 1));
    const gains = next.map((pool, i) => pool.availability / (pools[i]?.availability ?? 1));
    const best = gains.indexOf(Math.max(...gains));
    const grown = next[best];
    const gain = gains[best] ?? 1;
    if (grown === undefined || !(gain > 1) || added >= mostAdded) return null;
    pools[best] = grown;
    availability *= gain;
  }
  const changes = pools.flatMap(({ node, copies }) => (copies > copiesIn(node) ? [patch(node, copies)] : []));
  return {
    id: 'add-redundancy',
    title: 'Add {added, plural, one {# server} other {# servers}}',
    values: { added: { count: added } },
    changes,
  };
}

/** Copies of a store are added to each shard; with quorum or sync more of them need more to be up. */
const canGrow = (node: ResolvedNode): boolean =>
  node.behaviour === 'store'
    ? offers(node, 'replicasPerShard') && ['async', 'semi-sync'].includes(node.config.replication)
    : offers(node, 'replicas');

const fieldOf = (node: ResolvedNode) => (node.behaviour === 'store' ? 'replicasPerShard' : 'replicas');
const copiesIn = (node: ResolvedNode): number => node.config[fieldOf(node)];

const patch = (node: ResolvedNode, copies: number): Change => ({
  op: 'patch-config',
  id: node.id,
  patch: node.behaviour === 'store' ? { replicasPerShard: copies } : replicasPatch(node, copies),
});

function poolOf(context: RuleContext, flow: ResolvedFlow, node: ResolvedNode, copies: number): Pool {
  const demand = demandOn(context, node);
  const load = { readsRps: demand?.readsRps ?? 0, writesRps: demand?.writesRps ?? 0, bytesPerSecond: 0 };
  const grown = { ...node, config: { ...node.config, [fieldOf(node)]: copies } };
  const { reads, writes } = poolAvailability(grown, load);
  const does = (operation: FlowKind) => doesAt(context.design, flow, node.id, operation);
  // Both need servers of the same pool: where enough are up for the more demanding one, the other works too.
  const availability = Math.min(does('read') ? reads : 1, does('write') ? writes : 1);
  return { node, copies, availability };
}

/** The nodes that every request of the flow visits and cannot succeed without. */
function certainNodes(graph: DesignGraph, flow: ResolvedFlow): readonly ResolvedNode[] {
  const certain = alwaysVisited(
    graph,
    flow,
    ({ id, choice, optional }) => !choice && !optional && !graph.spared.has(id),
  );
  return [...certain].flatMap((id) => graph.nodes.get(id) ?? []);
}
