import type { ResolvedEdge } from '../../catalog/resolved';
import { monthlyBytesOf, sentUsd } from '../facts/monthly-costs';
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
    if (total <= 0) return [];
    let usd = 0;
    let most: Charged | null = null;
    for (const call of partsOf(context.design).calls) {
      const charged = call.edge.network === 'cross-zone' ? chargedFor(context, call) : null;
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
            config: { api: priced, db: priced },
            edges: across,
          }),
        },
        {
          title: 'Long answers within the zone',
          design: sketch(kinds, 'user -> api -> db', {
            flows: { reads: { rps: 1000, responseBytes: 50_000 } },
            config: { db: priced },
          }),
        },
      ],
      invalid: [
        {
          title: 'Long answers from another zone',
          target: 'api-db',
          // 1 000 × 50 kB × 2 629 800 s = 131 TB a month, 1 315 dollars; the servers are 2 × 62 + 3 × 250 = 874.
          design: sketch(kinds, 'user -> api -> db', {
            flows: { reads: { rps: 1000, responseBytes: 50_000 } },
            config: { db: priced },
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

/** What both ends pay for the calls over an edge; null for clients, who stand in no zone. */
function chargedFor(context: RuleContext, { edge, from: caller, isLive, to: callee }: Call): Charged | null {
  const from = caller.node;
  const to = callee.node;
  if (from.behaviour === 'source' || !isLive) return null;
  const prices = (from.config.other.egressUsdPerGb ?? 0) + (to.config.other.egressUsdPerGb ?? 0);
  if (prices === 0) return null;
  const { requests, answers } = monthlyBytesOf(context, edge);
  return { edge, bytes: requests + answers, usd: sentUsd(from, requests) + sentUsd(to, answers) };
}
