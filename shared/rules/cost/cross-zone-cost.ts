import { networkPricesOf } from '../../analysis/cost';
import { crossingsOf } from '../../analysis/crossings';
import { graphOf } from '../../analysis/graph';
import { bytesPerGb } from '../../analysis/usage';
import type { ResolvedEdge } from '../../catalog/resolved';
import { monthlyBytesOf } from '../facts/monthly-costs';
import { type Call, partsOf } from '../facts/parts';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Above this share, calls that could have stayed in their zone are worth the trouble. */
const dearFrom = 0.1;

const kinds = { user: 'client', api: 'service', db: 'key-value-store' } as const;
const priced = { egressUsdPerGb: 0.01 };
const across = { 'api -> db': { network: 'cross-zone' as const } };

/** COST-03. Both sides of a call between zones pay for what they send. */
export const crossZoneCost: Rule = {
  id: 'cross-zone-cost',
  code: 'COST-03',
  title: 'Calls between zones cost',
  severity: 'info',
  stage: 'review',
  message:
    'Calls between zones are {share} of the cost; those from {from} to {to} are {usd} for {bytes}. From {limit} on it pays to stay in the zone.',
  why: 'Providers charge for each byte between zones, in both directions, and a call that stays in its zone is quicker too.',
  fix: 'Prefer callees of the caller’s own zone, batch calls, and compress what is sent.',
  source: {
    text: 'AWS Well-Architected, Cost Optimization Pillar: data transfer between Availability Zones (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const total = context.analysis?.totals.monthlyCostUsd ?? 0;
    // Zones and regions together: no call need be looked at where even that is little.
    if (total <= 0 || (context.analysis?.totals.cost?.networkUsd ?? 0) <= dearFrom * total) return [];
    let usd = 0;
    let most: Charged | null = null;
    const shareOf = crossZoneShares(context);
    for (const call of partsOf(context.design).calls) {
      const charged = chargedFor(context, call, shareOf);
      if (charged === null) continue;
      usd += charged.usd;
      if (charged.usd > (most?.usd ?? 0)) most = charged;
    }
    if (most === null || usd <= dearFrom * total) return [];
    const values = {
      from: { part: most.edge.from },
      to: { part: most.edge.to },
      usd: { usd: most.usd },
      bytes: { bytes: most.bytes },
      share: { share: usd / total },
      limit: { share: dearFrom },
    };
    return [{ target: most.edge.id, values }];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Short answers',
          design: sketch(kinds, 'user -> api -> db', {
            flows: { reads: { rps: 1000, requestBytes: 200, responseBytes: 500 } },
            config: { api: priced, db: { ...priced, itemBytes: 500 } },
            edges: across,
          }),
        },
        {
          title: 'Long answers within the zone',
          design: sketch(kinds, 'user -> api -> db', {
            flows: { reads: { rps: 1000, responseBytes: 50_000 } },
            config: { api: { multiZone: false }, db: { multiZone: false, itemBytes: 50_000 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Long answers from another zone',
          target: 'api-db',
          // 1 000 × 50 kB × 2 629 800 s = 131 TB a month, 1 315 dollars; the servers are 2 × 62 + 3 × 250 = 874.
          design: sketch(kinds, 'user -> api -> db', {
            flows: { reads: { rps: 1000 } },
            config: { db: { ...priced, itemBytes: 50_000 } },
            edges: across,
          }),
        },
      ],
    };
  },
};

interface Charged {
  readonly edge: ResolvedEdge;
  readonly bytes: number;
  readonly usd: number;
}

/** Share of the bytes of an edge that cross zones, by its id. */
function crossZoneShares({ design }: RuleContext): (edge: string) => number {
  const graph = graphOf(design);
  const { zones } = crossingsOf(graph);
  const shares = new Map(graph.edges.map(({ id }, i) => [id, zones[i] ?? 0]));
  return (edge) => shares.get(edge) ?? 0;
}

/** What the calls over an edge cost between zones; null where none of them leaves its zone. */
function chargedFor(
  context: RuleContext,
  { edge, isLive }: Call,
  shareOf: (edge: string) => number,
): Charged | null {
  const share = shareOf(edge.id);
  if (share === 0 || !isLive) return null;
  const { requests, answers } = monthlyBytesOf(context, edge);
  const bytes = (requests + answers) * share;
  return { edge, bytes, usd: (bytes / bytesPerGb) * networkPricesOf(context.design).zones };
}
