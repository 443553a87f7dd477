import { type Backlog, drainRateRps, isRetained, spikeBacklog } from '../../analysis/backlog';
import { graphOf as positionsOf } from '../../analysis/graph';
import type { ResolvedNode } from '../../catalog/resolved';
import type { Config } from '../../model/config';
import type { Design } from '../../model/schema';
import { consumersOf, workingServers } from '../facts/consumers';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { holdsMessages, workedOffLater } from '../facts/worked-off-later';
import { offers } from '../fixes/offers';
import { partitionsFor } from '../fixes/partitions-for';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A declared surge at one buffer. */
interface Surge {
  readonly buffer: ResolvedNode;
  readonly peakRps: number;
  readonly drainRps: number;
  readonly seconds: number;
  readonly backlog: Backlog;
}

/** Of a surge that the workload declares, against what the buffer says of itself. */
export const slowDrain: Rule = {
  id: 'slow-drain',
  code: 'Q-02',
  title: 'Surge drained too slowly',
  severity: 'warning',
  stage: 'broken',
  message:
    'A surge leaves {messages, plural, one {# message} other {# messages}} in {node}: the oldest waits {age}; its limit is {limit}, and the last is done {drain} later.',
  variants: {
    expires:
      'A surge leaves {messages, plural, one {# message} other {# messages}} in {node}: the oldest would wait {age}, and they expire after {limit}.',
    overflows:
      'A surge leaves {messages, plural, one {# message} other {# messages}} in {node}; it keeps at most {limit}.',
  },
  why: 'What arrives faster than it is worked off waits: backlog ÷ drain rate is the age of the oldest, and it shrinks only by what the consumers can do beyond the usual.',
  fix: 'Run more consumers, start more of them as the backlog grows, or allow {node} more time.',
  fixes: {
    'add-consumers':
      'Run {count, plural, one {# server} other {# servers}} of {consumer}: they work it off in time.',
  },
  source: {
    text: 'Kleinrock, Queueing Systems, volume II, chapter 2: fluid approximation (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { spikeFactor = 1, spikeSeconds = 0 } = context.design.workload;
    if (spikeFactor <= 1 || spikeSeconds === 0) return [];
    return nodesOfBehaviour(context.design, 'buffer').flatMap((node): Hit[] => {
      // What is delivered once at most does not wait.
      if (!holdsMessages(node)) return [];
      const surge = surgeAt(context, node, spikeFactor, spikeSeconds);
      const hit = surge === null ? null : hitOf(context, surge);
      return hit === null ? [] : [hit];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Five servers work a surge off in time',
          // 5 × 8 ÷ 100 ms = 400 rps; (500 − 400) × 600 s ÷ 400 = 150 s.
          design: surged(5, { maxAgeSeconds: 300 }),
        },
        {
          title: 'A topic that keeps nothing: what its subscribers do not come to is lost, and waits nowhere',
          design: surged(2, { maxAgeSeconds: 300, delivery: 'at-most-once' }),
        },
        {
          title: 'No surge is declared',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            {
              flows: { orders: { kind: 'write', rps: 100 } },
              config: { jobs: { maxAgeSeconds: 1 }, runner: { replicas: 2, concurrency: 8, serviceMs: 100 } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Two servers are 21 minutes behind',
          target: 'jobs',
          // 2 × 8 ÷ 100 ms = 160 rps; (500 − 160) × 600 s ÷ 160 = 1 275 s.
          design: surged(2, { maxAgeSeconds: 300 }),
        },
        {
          title: 'Consumers that are behind at peak and catch up after it',
          target: 'jobs',
          // 1 × 8 ÷ 100 ms = 80 rps, of 100 at peak and 33 on average; (500 − 80) × 600 s ÷ 80 = 3 150 s.
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            {
              flows: { orders: { kind: 'write', rps: 100 } },
              config: {
                jobs: { maxAgeSeconds: 300 },
                runner: { replicas: 1, concurrency: 8, serviceMs: 100 },
              },
              system: { workload: { peakFactor: 3, spikeFactor: 5, spikeSeconds: 600 } },
            },
          ),
        },
        {
          title: 'Messages expire before they are read',
          target: 'jobs',
          design: surged(2, { retentionSeconds: 600 }),
        },
      ],
    };
  },
};

/** Orders at 100 a second, five times that for ten minutes, into a queue that so many servers read. */
function surged(replicas: number, jobs: Config): Design {
  return sketch(
    { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
    'user -> api ~> jobs -> runner',
    {
      flows: { orders: { kind: 'write', rps: 100 } },
      config: { jobs, runner: { replicas, concurrency: 8, serviceMs: 100 } },
      system: { workload: { spikeFactor: 5, spikeSeconds: 600 } },
    },
  );
}

/**
 * The surge on top of the peak; null where the consumers can grow, or are behind at all times, which is the finding then. Where they are
 * behind at peak and catch up after it, what follows the surge is the average.
 */
function surgeAt(context: RuleContext, buffer: ResolvedNode, factor: number, seconds: number): Surge | null {
  const { design, analysis } = context;
  const baseRps = figuresOf(analysis).get(buffer.id)?.offeredRps ?? 0;
  if (analysis === null || baseRps === 0) return null;
  const grows = ({ config }: ResolvedNode) => (config.other.autoscaleMax ?? 0) > config.replicas;
  if (consumersOf(design, buffer).some(({ node }) => grows(node))) return null;
  const graph = positionsOf(design);
  const drainRps = drainRateRps(graph, analysis.nodes, graph.positionOf.get(buffer.id) ?? -1);
  if (drainRps === null) return null;
  const usualRps = drainRps > baseRps ? baseRps : averageBehind(context, buffer, baseRps);
  if (usualRps === null || drainRps <= usualRps) return null;
  const peakRps = baseRps * factor;
  return { buffer, peakRps, drainRps, seconds, backlog: spikeBacklog(peakRps, drainRps, usualRps, seconds) };
}

/** The average rate, where every consumer that is behind at peak works off the rest after it; null where one never does. */
function averageBehind(context: RuleContext, buffer: ResolvedNode, peakRps: number): number | null {
  const figures = figuresOf(context.analysis);
  const behind = consumersOf(context.design, buffer).filter(
    ({ node }) => figures.get(node.id)?.saturated === true,
  );
  if (behind.some(({ node }) => workedOffLater(context, node) === null)) return null;
  return peakRps / (context.design.workload.peakFactor ?? 1);
}

function hitOf(context: RuleContext, surge: Surge): Hit | null {
  const { buffer, backlog, peakRps, seconds } = surge;
  const { retentionSeconds, backlogLimit, maxAgeSeconds } = buffer.config.other;
  const values = {
    node: { part: buffer.id },
    messages: { count: backlog.messages },
    age: { seconds: backlog.oldestSeconds },
    drain: { seconds: backlog.drainSeconds ?? 0 },
  };
  const hit = (limit: Hit['values'][string], neededRps: number, rest: Partial<Hit>): Hit => {
    const quickFix = addConsumers(context, surge, neededRps);
    return { target: buffer.id, values: { ...values, limit }, ...rest, ...(quickFix && { quickFix }) };
  };
  // (p − d) T ÷ d ≤ A, the age at the end of the surge, holds from d = p T ÷ (A + T) on.
  const rateForAge = (age: number) => (peakRps * seconds) / (age + seconds);
  if (retentionSeconds !== undefined && isRetained(backlog, retentionSeconds) === false) {
    const needed = rateForAge(Math.min(retentionSeconds, maxAgeSeconds ?? retentionSeconds));
    return hit({ seconds: retentionSeconds }, needed, { variant: 'expires', severity: 'error' });
  }
  if (backlogLimit !== undefined && backlog.messages > backlogLimit) {
    const needed = Math.max(peakRps - backlogLimit / seconds, rateForAge(maxAgeSeconds ?? seconds * 1e9));
    return hit({ count: backlogLimit }, needed, { variant: 'overflows' });
  }
  if (maxAgeSeconds === undefined || backlog.oldestSeconds <= maxAgeSeconds) return null;
  return hit({ seconds: maxAgeSeconds }, rateForAge(maxAgeSeconds), {});
}

/** Servers of the one consumer that work off so much, with partitions for them; null where several share the work. */
function addConsumers({ design }: RuleContext, surge: Surge, neededRps: number): QuickFix | null {
  const [consumer, ...others] = consumersOf(design, surge.buffer);
  if (consumer === undefined || others.length > 0 || !offers(consumer.node, 'replicas')) return null;
  const { node } = consumer;
  const working = workingServers(design, node.id, node.config.replicas);
  const count = Math.max(node.config.replicas, Math.ceil((working * neededRps) / surge.drainRps));
  return {
    id: 'add-consumers',
    title: 'Run {count, plural, one {# server} other {# servers}} of {consumer}',
    values: { count: { count }, consumer: { part: node.id } },
    changes: [
      { op: 'patch-config', id: node.id, patch: { replicas: count } },
      ...partitionsFor(design, node, count),
    ],
  };
}
