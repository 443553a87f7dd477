import { drainRateRps, spikeBacklog } from '../../analysis/backlog';
import { graphOf as positionsOf } from '../../analysis/graph';
import type { ResolvedNode } from '../../catalog/resolved';
import { figuresOf } from '../facts/graph';
import { nodesOfKind } from '../facts/nodes';
import { holdsMessages } from '../facts/worked-off-later';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A bound leaves room for so many times the backlog that is expected. */
const margin = 2;

/**
 * Said only where a backlog is to be expected, in a surge that the workload declares, and of a queue of one's own:
 * a provider's has its bounds, and a stream keeps all for its retention on disk.
 */
export const unboundedBacklog: Rule = {
  id: 'unbounded-backlog',
  code: 'Q-06',
  title: 'Backlog without a bound',
  severity: 'warning',
  stage: 'review',
  message:
    'A surge leaves {messages, plural, one {# message} other {# messages}} in {node}, and nothing says how many it may keep.',
  why: 'A queue that takes everything fills memory and disk while nobody sees it, and what is at its end is too old to be of use.',
  fix: 'Bound the backlog or the time that a message is kept, and refuse what is over it while the sender can still react.',
  fixes: {
    'bound-backlog':
      'Refuse what comes when {limit, plural, one {# message waits} other {# messages wait}}: twice what the surge leaves.',
  },
  source: {
    text: 'Google SRE Book, chapter 22, Addressing Cascading Failures: queue management (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { spikeFactor = 1, spikeSeconds = 0 } = context.design.workload;
    if (spikeFactor <= 1 || spikeSeconds === 0) return [];
    return nodesOfKind(context.design, 'queue').flatMap((node): Hit[] => {
      if (isBounded(node) || !holdsMessages(node)) return [];
      const messages = messagesAfter(context, node, spikeFactor, spikeSeconds);
      if (messages === 0) return [];
      const limit = Math.ceil(messages * margin);
      return [
        {
          target: node.id,
          values: { node: { part: node.id }, messages: { count: messages } },
          quickFix: {
            id: 'bound-backlog',
            title: 'Keep at most {limit, plural, one {# message} other {# messages}}',
            values: { limit: { count: limit } },
            changes: [{ op: 'patch-config', id: node.id, patch: { backlogLimit: limit } }],
          },
        },
      ];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A bound',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            {
              flows: { orders: { kind: 'write', rps: 100 } },
              config: {
                jobs: { backlogLimit: 500_000 },
                runner: { replicas: 2, concurrency: 8, serviceMs: 100 },
              },
              system: { workload: { spikeFactor: 5, spikeSeconds: 600 } },
            },
          ),
        },
        {
          title: 'A queue that nothing piles up in',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
          ),
        },
      ],
      invalid: [
        {
          title: 'A surge and no bound',
          target: 'jobs',
          // 2 × 8 ÷ 100 ms = 160 rps; (500 − 160) × 600 s = 204 000 messages.
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            {
              flows: { orders: { kind: 'write', rps: 100 } },
              config: { runner: { replicas: 2, concurrency: 8, serviceMs: 100 } },
              system: { workload: { spikeFactor: 5, spikeSeconds: 600 } },
            },
          ),
        },
      ],
    };
  },
};

/** Whether its size or retention is set, or its kind bounds it. */
function isBounded(node: ResolvedNode): boolean {
  if (node.kind.managed === true) return true;
  if (node.config.queueLimit !== null || node.config.other.backlogLimit !== undefined) return true;
  return node.basis.retentionSeconds?.kind === 'document';
}

/** Messages that the surge leaves in it; 0 where there are no figures. */
function messagesAfter(
  { design, analysis }: RuleContext,
  node: ResolvedNode,
  factor: number,
  seconds: number,
): number {
  const baseRps = figuresOf(analysis).get(node.id)?.offeredRps ?? 0;
  if (analysis === null || baseRps === 0) return 0;
  const graph = positionsOf(design);
  const drainRps = drainRateRps(graph, analysis.nodes, graph.positionOf.get(node.id) ?? -1);
  return drainRps === null ? 0 : spikeBacklog(baseRps * factor, drainRps, baseRps, seconds).messages;
}
