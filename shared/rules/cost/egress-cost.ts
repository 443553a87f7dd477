import type { ResolvedNode } from '../../catalog/resolved';
import { figuresOf } from '../facts/graph';
import { monthlyBytesOf } from '../facts/monthly-costs';
import { partsOf } from '../facts/parts';
import { isExternal } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** From this share on, what is sent is the first thing to save on. */
const dearFrom = 0.3;

const kinds = { user: 'client', api: 'service' } as const;
const priced = { replicas: 2, egressUsdPerGb: 0.09 };

/** COST-02. What a CDN answers is charged by the CDN; it is the fix and not the fault. */
export const egressCost: Rule = {
  id: 'egress-cost',
  code: 'COST-02',
  title: 'Sending answers dominates the cost',
  severity: 'info',
  stage: 'review',
  message: '{node} sends {bytes} a month to clients. That is {usd}, and {share} of the cost goes for it.',
  why: 'Each byte that leaves the provider is paid for, again with every request for the same answer.',
  fix: 'Let a CDN answer what is the same for many, compress the rest, and send less of it.',
  source: {
    text: 'AWS Well-Architected, Cost Optimization Pillar: plan for data transfer (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const total = context.analysis?.totals.monthlyCostUsd ?? 0;
    if (total <= 0 || (context.analysis?.totals.cost?.egressUsd ?? 0) <= dearFrom * total) return [];
    const sent = sentToClients(context);
    let most: Sent | null = null;
    let usd = 0;
    for (const of of sent) {
      usd += of.usd;
      if (of.usd > (most?.usd ?? 0)) most = of;
    }
    if (most === null || usd <= dearFrom * total) return [];
    const values = {
      node: { part: most.node.id },
      bytes: { bytes: most.bytes },
      usd: { usd: most.usd },
      share: { share: usd / total },
    };
    return [{ target: most.node.id, values }];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Small answers',
          // 1 000 × 500 B × 2 629 800 s = 1.3 TB: 118 of 242 dollars would be too much; at 100 rps it is 12 of 136.
          design: sketch(kinds, 'user -> api', {
            flows: { reads: { rps: 100, responseBytes: 500 } },
            config: { api: priced },
          }),
        },
        {
          title: 'A CDN sends them',
          design: sketch({ user: 'client', cdn: 'cdn', api: 'service' }, 'user -> cdn -> api', {
            flows: { reads: { rps: 1000, responseBytes: 50_000 } },
            config: { api: priced },
          }),
        },
      ],
      invalid: [
        {
          title: 'Pictures from a service',
          target: 'api',
          // 1 000 × 50 kB × 2 629 800 s = 131 TB a month, 11 834 dollars; the two servers are 124.
          design: sketch(kinds, 'user -> api', {
            flows: { reads: { rps: 1000, responseBytes: 50_000 } },
            config: { api: priced },
          }),
        },
      ],
    };
  },
};

interface Sent {
  readonly node: ResolvedNode;
  readonly bytes: number;
  readonly usd: number;
}

/** What each node that is no CDN sends straight to clients, and what that costs. */
function sentToClients(context: RuleContext): Iterable<Sent> {
  const byNode = new Map<string, Sent>();
  const figures = figuresOf(context.analysis);
  for (const { edge, from, isLive, to: callee } of partsOf(context.design).calls) {
    const to = callee.node;
    if (from.node.behaviour !== 'source' || !isLive) continue;
    const usd = figures.get(to.id)?.cost?.egressUsd ?? 0;
    if (to.kind.id === 'cdn' || isExternal(to) || usd === 0) continue;
    const bytes = monthlyBytesOf(context, edge).answers + (byNode.get(to.id)?.bytes ?? 0);
    byNode.set(to.id, { node: to, bytes, usd });
  }
  return byNode.values();
}
