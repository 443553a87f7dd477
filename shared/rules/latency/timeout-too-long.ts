import { workingReplicas } from '../../analysis/station';
import { edgeFiguresOf } from '../facts/arrivals';
import { figuresOf } from '../facts/graph';
import { partsOf } from '../facts/parts';
import { isOwnCode } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** An answer that takes so many times as long as 99 of 100 do is not coming. */
const mostTimesP99 = 10;
/** A second is a timeout that nobody is blamed for. */
const leastMs = 1000;

/**
 * LAT-04. A timeout is too long where both hold: it is far above what the callee takes, so that a shorter one would cut nothing
 * off; and while the callee hangs, the calls that wait for it would take every place that the caller has. The second
 * alone is true of good timeouts too, the first alone does no harm.
 */
export const timeoutTooLong: Rule = {
  id: 'timeout-too-long',
  code: 'LAT-04',
  title: 'Timeout too long',
  severity: 'warning',
  stage: 'review',
  message:
    '{from} waits up to {timeout} for {to}, which answers within {usual} in 99 % of calls; while it hangs {held, plural, one {# call waits} other {# calls wait}}; {from} works on {room}.',
  why: 'When a callee hangs, each call to it keeps its place at the caller until the timeout. Soon none is left for requests that do not need that callee.',
  fix: 'Let {from} give up soon after the time that {to} takes, or leave the timeout out: it is then twice the p99.9.',
  fixes: { 'automatic-timeout': 'Leave the timeout out: it is then twice the p99.9 of {to} with its calls.' },
  source: {
    text: 'Amazon Builders’ Library, Timeouts, retries and backoff with jitter (assumption: cited from general knowledge)',
  },
  check: ({ design, analysis }: RuleContext): readonly Hit[] => {
    const figures = figuresOf(analysis);
    const hits: Hit[] = [];
    for (const { edge, from: caller, waits } of partsOf(design).calls) {
      const { timeoutMs } = edge;
      const from = caller.node;
      if (timeoutMs === null || timeoutMs <= leastMs || !waits || !isOwnCode(from)) continue;
      const p99Ms = figures.get(edge.to)?.withCallsP99Ms ?? null;
      if (p99Ms === null) continue;
      const usualMs = edge.rttMs + p99Ms;
      const held = ((edgeFiguresOf(analysis).get(edge.id)?.rps ?? 0) * timeoutMs) / 1000;
      const room = workingReplicas(from) * from.config.concurrency;
      if (timeoutMs <= mostTimesP99 * usualMs || held <= room) continue;
      hits.push({
        target: edge.id,
        values: {
          from: { part: edge.from },
          to: { part: edge.to },
          timeout: { ms: timeoutMs },
          usual: { ms: usualMs },
          held: { count: Math.ceil(held) },
          room: { count: room },
        },
        quickFix: {
          id: 'automatic-timeout',
          title: 'Use the automatic timeout',
          values: {},
          changes: [{ op: 'patch-edge', id: edge.id, patch: { timeoutMs: null } }],
        },
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A second for what takes milliseconds',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            edges: { 'api -> db': { timeoutMs: 1000 } },
          }),
        },
        {
          title: 'Few calls, and places enough for them to wait',
          // 1 rps × 30 s = 30 of 64.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 1 } },
            config: { api: { replicas: 2, concurrency: 32 } },
            edges: { 'api -> db': { timeoutMs: 30_000 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Half a minute, as many libraries come',
          target: 'api-db',
          // 1 000 rps × 30 s = 30 000 of 64.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { api: { replicas: 2, concurrency: 32 } },
            edges: { 'api -> db': { timeoutMs: 30_000 } },
          }),
        },
      ],
    };
  },
};
