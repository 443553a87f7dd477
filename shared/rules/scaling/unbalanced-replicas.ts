import type { NodeFigures } from '../../analysis/analysis';
import type { ResolvedEdge } from '../../catalog/resolved';
import type { Change } from '../../model/changes';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { type Call, partsOf } from '../facts/parts';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Less than twice as busy is no more than the day’s ups and downs. */
const farApart = 2;

/** SCALE-06. Of weights that nobody chose: a canary that gets little, and a standby that gets nothing, are meant. */
export const unbalancedReplicas: Rule = {
  id: 'unbalanced-replicas',
  code: 'SCALE-06',
  title: 'Even shares for uneven servers',
  severity: 'info',
  stage: 'review',
  message:
    '{node} sends {busiest} as much as {idlest}, which has more capacity: {most} busy the one, {least} the other.',
  why: 'What is full first decides the capacity of all of them together; the room of the others is never used.',
  fix: 'Share the traffic in proportion to the capacity of each.',
  fixes: { 'weigh-by-capacity': 'Weigh the edges by the capacity of each: all are then {even} busy.' },
  source: {
    text: 'Google SRE Book, chapter 20, Load Balancing in the Datacenter (assumption: cited from general knowledge)',
  },
  check: ({ design, analysis }: RuleContext): readonly Hit[] => {
    const { byId } = partsOf(design);
    const figures = figuresOf(analysis);
    const hits: Hit[] = [];
    for (const node of nodesOfBehaviour(design, 'distributor')) {
      if (node.config.algorithm === 'geo') continue;
      const pools = evenPools(byId.get(node.id)?.calls ?? [], figures);
      const [first] = pools;
      if (first === undefined || pools.length < 2) continue;
      const byUse = pools.toSorted((a, b) => b.use - a.use);
      const [busiest = first] = byUse;
      const idlest = byUse.at(-1) ?? first;
      if (busiest.use < farApart * idlest.use || busiest.use <= busiest.limit / 2) continue;
      const capacity = pools.reduce((sum, pool) => sum + pool.capacityRps, 0);
      const offered = pools.reduce((sum, pool) => sum + pool.use * pool.capacityRps, 0);
      hits.push({
        target: node.id,
        values: {
          node: { part: node.id },
          busiest: { part: busiest.edge.to },
          idlest: { part: idlest.edge.to },
          most: { share: busiest.use },
          least: { share: idlest.use },
        },
        quickFix: {
          id: 'weigh-by-capacity',
          title: 'Weigh by capacity',
          values: { even: { share: offered / capacity } },
          changes: pools.map((pool) => weighed(pool, idlestCapacity(pools))),
        },
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Alike on both sides',
          design: sketch(
            { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
            'user -> lb -> a, lb -> b',
            {
              flows: { reads: { rps: 6400 } },
            },
          ),
        },
        {
          title: 'A canary that is given little on purpose',
          design: sketch(
            { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
            'user -> lb -> a, lb -> b',
            {
              flows: { reads: { rps: 3200 } },
              edges: { 'lb -> a': { weight: 19 }, 'lb -> b': { weight: 1 } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Two servers and eight that get the same',
          target: 'lb',
          // 3 200 rps each: of 2 × 32 ÷ 10 ms = 6 400 rps half, of 25 600 rps an eighth.
          design: sketch(
            { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
            'user -> lb -> a, lb -> b',
            {
              flows: { reads: { rps: 6400 } },
              config: {
                a: { replicas: 2, concurrency: 32, serviceMs: 10 },
                b: { replicas: 8, concurrency: 32, serviceMs: 10 },
              },
            },
          ),
        },
      ],
    };
  },
};

interface EvenPool {
  readonly edge: ResolvedEdge;
  readonly use: number;
  readonly limit: number;
  readonly capacityRps: number;
}

const nothing: readonly EvenPool[] = [];

/** The stations between which a distributor picks evenly because no weight is set; none where anything else calls one of them. */
function evenPools(made: readonly Call[], figures: ReadonlyMap<string, NodeFigures>): readonly EvenPool[] {
  const pools: EvenPool[] = [];
  for (const { edge, to } of alikeCalls(made.filter(({ edge, isLive }) => edge.choice && isLive))) {
    const callee = to.node;
    if (
      edge.basis['weight']?.kind === 'document' ||
      callee.behaviour !== 'station' ||
      callee.kind.managed === true ||
      to.callers.length > 1
    )
      return nothing;
    const at = figures.get(edge.to);
    if (at?.utilization == null || at.capacityRps === null) return nothing;
    if (at.saturated || at.utilization > callee.config.maxUtilization) return nothing;
    const { utilization: use, capacityRps } = at;
    pools.push({ edge, use, limit: callee.config.maxUtilization, capacityRps });
  }
  return pools;
}

/** The calls that carry the same flows, where they are several; none where a flow is shared by calls that carry others too. */
function alikeCalls(calls: readonly Call[]): readonly Call[] {
  const [first] = calls;
  if (first === undefined || calls.length < 2) return [];
  // Edges without flows of their own share one list of flows.
  if (calls.every(({ edge }) => edge.flows === first.edge.flows)) return calls;
  const byFlows = new Map<string, Call[]>();
  for (const call of calls) {
    const key = call.edge.flows.join(' ');
    const alike = byFlows.get(key);
    if (alike === undefined) byFlows.set(key, [call]);
    else alike.push(call);
  }
  const carried = [...byFlows.values()].flatMap(([call]) => call?.edge.flows ?? []);
  if (new Set(carried).size < carried.length) return [];
  return [...byFlows.values()].find((alike) => alike.length > 1) ?? [];
}

const idlestCapacity = (pools: readonly EvenPool[]): number =>
  Math.min(...pools.map(({ capacityRps }) => capacityRps));

/** Two decimals are as near as a share of traffic is ever measured. */
const weighed = ({ edge, capacityRps }: EvenPool, leastRps: number): Change => ({
  op: 'patch-edge',
  id: edge.id,
  patch: { weight: Math.round((capacityRps / leastRps) * 100) / 100 },
});
