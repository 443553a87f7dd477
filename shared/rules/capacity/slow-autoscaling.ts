import type { NodeFigures } from '../../analysis/analysis';
import { workingReplicas } from '../../analysis/station';
import type { ResolvedNode } from '../../catalog/resolved';
import { own } from '../../model/own';
import { figuresOf } from '../facts/graph';
import { nodesSaying } from '../facts/nodes';
import { flowsAt } from '../facts/paths';
import { tolerance } from '../facts/tolerance';
import { offers } from '../fixes/offers';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Whoever waits longer than this has gone; it is what is compared where nothing limits the queue. */
const patienceSeconds = 10;
const surge = { spikeFactor: 4, spikeSeconds: 600 };

/** CAP-12. Only where a surge is declared and servers are to be added in it. */
export const slowAutoscaling: Rule = {
  id: 'slow-autoscaling',
  code: 'CAP-12',
  title: 'Slow autoscaling',
  severity: 'warning',
  stage: 'review',
  message:
    'A surge of {factor} sends {node} {offered} and its capacity is {capacity}: in the {delay} until a new server is there {backlog, plural, one {# request piles} other {# requests pile}} up; {limit} can wait.',
  why: 'A server that is added answers only when it has been noticed that it is needed, started and warmed. Until then those that there are carry the surge.',
  fix: 'Keep servers enough for the surge running before it, shorten the start of a new one, or let a queue take what can wait.',
  fixes: {
    'pre-warm':
      'Run {count, plural, one {# replica} other {# replicas}}, which carry the surge from its first second.',
  },
  source: {
    text: 'Amazon Builders’ Library, Using load shedding to avoid overload (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { spikeFactor = 1, spikeSeconds = 0 } = context.design.workload;
    if (spikeFactor <= 1 || spikeSeconds === 0) return [];
    const figures = figuresOf(context.analysis);
    const hits: Hit[] = [];
    for (const node of nodesSaying(context.design, 'autoscaleMax')) {
      const { autoscaleMax = 0, autoscaleDelaySeconds = 0 } = node.config.other;
      const at = figures.get(node.id);
      if (autoscaleMax <= node.config.replicas || at === undefined || at.saturated) continue;
      // Servers that are added do not raise a rate limit.
      if (at.limitedBy === 'limit') continue;
      const capacityRps = at.capacityRps ?? 0;
      const offeredRps = offeredInSurge(context, node, at, spikeFactor);
      const delaySeconds = Math.min(autoscaleDelaySeconds, spikeSeconds);
      const backlog = (offeredRps - capacityRps) * delaySeconds;
      const limit = node.config.queueLimit ?? patienceSeconds * capacityRps;
      if (capacityRps === 0 || backlog <= limit) continue;
      const quickFix = preWarm(node, offeredRps / capacityRps);
      const values = {
        node: { part: node.id },
        factor: { factor: spikeFactor },
        offered: { rps: offeredRps },
        capacity: { rps: capacityRps },
        delay: { seconds: delaySeconds },
        backlog: { count: Math.ceil(backlog) },
        limit: { count: Math.floor(limit) },
      };
      hits.push({ target: node.id, values, ...(quickFix && { quickFix }) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Servers enough for the surge',
          // 4 × 1 000 of 2 × 32 ÷ 10 ms = 6 400 rps.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10, autoscaleMax: 6 } },
            system: { workload: surge },
          }),
        },
        {
          title: 'A queue takes the surge',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            {
              config: { runner: { autoscaleMax: 12 } },
              system: { workload: surge },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'A surge that is over the servers before others have started',
          target: 'api',
          // 4 × 1 000 of 1 × 32 ÷ 10 ms = 3 200 rps: 800 × 60 s = 48 000, and 32 000 are worked off in 10 s.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: {
              api: {
                replicas: 1,
                concurrency: 32,
                serviceMs: 10,
                autoscaleMax: 6,
                autoscaleDelaySeconds: 60,
              },
            },
            system: { workload: surge },
          }),
        },
        {
          title: 'A short queue refuses what cannot wait',
          target: 'api',
          // 4 × 1 000 of 3 200 rps: 800 × 20 s = 16 000, and 500 may wait.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: {
              api: {
                replicas: 1,
                concurrency: 32,
                serviceMs: 10,
                queueLimit: 500,
                autoscaleMax: 6,
                autoscaleDelaySeconds: 20,
              },
            },
            system: { workload: surge },
          }),
        },
      ],
    };
  },
};

/** What arrives in the surge: the flows that are waited for grow, what comes out of a buffer comes at its own pace. */
function offeredInSurge(
  context: RuleContext,
  node: ResolvedNode,
  figures: NodeFigures,
  spikeFactor: number,
): number {
  let now = 0;
  let surging = 0;
  for (const paths of flowsAt(context.design, node.id)) {
    const rps = paths.flow.rateRps * (own(figures.visits, paths.flow.id) ?? 0);
    now += rps;
    surging += paths.awaited.has(node.id) ? rps * spikeFactor : rps;
  }
  return now > 0 ? ((figures.offeredRps ?? 0) * surging) / now : 0;
}

/** Servers enough for the surge, kept running. */
function preWarm(node: ResolvedNode, excess: number): QuickFix | null {
  if (!offers(node, 'replicas') || !Number.isFinite(excess)) return null;
  const count = node.config.standby + Math.ceil(workingReplicas(node) * excess - tolerance);
  const { autoscaleMax = 0 } = node.config.other;
  const most = count > autoscaleMax ? { autoscaleMax: count } : {};
  return {
    id: 'pre-warm',
    title: 'Run {count, plural, one {# replica} other {# replicas}}',
    values: { count: { count } },
    changes: [{ op: 'patch-config', id: node.id, patch: { replicas: count, ...most } }],
  };
}
