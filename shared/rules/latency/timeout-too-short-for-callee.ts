import type { ResolvedEdge } from '../../catalog/resolved';
import { figuresOf } from '../facts/graph';
import { type Call, partsOf } from '../facts/parts';
import { tolerance } from '../facts/tolerance';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** LAT-05. An optional call may be cut off on purpose: the caller goes on without its answer. */
export const timeoutTooShortForCallee: Rule = {
  id: 'timeout-too-short-for-callee',
  code: 'LAT-05',
  title: 'Timeout too short for the callee',
  severity: 'warning',
  stage: 'review',
  message:
    '{from} gives {to} {timeout}, but {to} itself waits up to {needed} for {next}: it works on after {from} has left.',
  variants: {
    answers:
      '{from} gives {to} {timeout}; one good answer in a hundred takes longer than {needed}, and so more than that are cut off.',
  },
  why: 'Work on a request that timed out is lost, and the request is often retried: the timeout adds load just when responses are slow.',
  fix: 'Give {to} at least {needed}, or propagate the deadline, so that no callee works longer than its caller waits.',
  fixes: {
    'automatic-timeout': 'Leave the timeout out: it is then twice the p99.9 of {to} with its calls.',
    'automatic-timeouts-behind':
      'Leave the timeouts of {to} out: they are then twice the p99.9 of what it calls, and no longer than that of its caller says.',
  },
  source: {
    text: 'Google SRE Book, chapter 22: latency and deadlines (assumption: cited from general knowledge)',
  },
  check: ({ design, analysis }: RuleContext): readonly Hit[] => {
    const figures = figuresOf(analysis);
    const hits: Hit[] = [];
    for (const call of partsOf(design).calls) {
      const { edge } = call;
      const { timeoutMs } = edge;
      if (timeoutMs === null || edge.optional || !call.waits) continue;
      const values = { from: { part: edge.from }, to: { part: edge.to }, timeout: { ms: timeoutMs } };
      const p99Ms = figures.get(edge.to)?.withCallsP99Ms ?? null;
      const usualMs = edge.rttMs + (p99Ms ?? 0);
      if (p99Ms !== null && timeoutMs < usualMs * (1 - tolerance)) {
        const quickFix = withoutTimeouts('automatic-timeout', 'Use the automatic timeout', [edge]);
        hits.push({
          target: edge.id,
          variant: 'answers',
          values: { ...values, needed: { ms: usualMs } },
          quickFix,
        });
        continue;
      }
      const longer = longerBehind(call, timeoutMs);
      const [longest] = longer;
      if (longest === undefined) continue;
      const needed = { ms: patienceMs(longest) };
      hits.push({
        target: edge.id,
        values: { ...values, next: { part: longest.to }, needed },
        quickFix: withoutTimeouts('automatic-timeouts-behind', 'Use automatic timeouts behind it', longer),
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'The deadline gets shorter on the way',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            edges: { 'user -> api': { timeoutMs: 2000 }, 'api -> db': { timeoutMs: 500, retries: 2 } },
          }),
        },
        {
          title: 'An optional call that may be cut off',
          design: sketch({ user: 'client', api: 'service', hints: 'service' }, 'user -> api -> hints', {
            edges: { 'api -> hints': { timeoutMs: 20, optional: true } },
          }),
        },
        {
          title: 'Another flow waits longer behind it',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 100 }, writes: { kind: 'write', rps: 10 } },
            edges: {
              'user -> api': { timeoutMs: 1000, flows: 'read' },
              'api -> db': { timeoutMs: 3000, flows: 'write' },
            },
          }),
        },
      ],
      invalid: [
        {
          title: 'Its p99 is over the timeout',
          target: 'api-db',
          // Exponential of 20 ms: p99 = 20 × ln 100 = 92 ms.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 100 } },
            config: { db: { readMs: 20, cv: 1 } },
            edges: { 'api -> db': { timeoutMs: 50 } },
          }),
        },
        {
          title: 'Three attempts behind a timeout for one',
          target: 'user-api',
          // 500 ms × 3 attempts = 1.5 s.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 100 } },
            edges: { 'user -> api': { timeoutMs: 1000 }, 'api -> db': { timeoutMs: 500, retries: 2 } },
          }),
        },
      ],
    };
  },
};

/** How long a call is waited for, all its attempts together. */
const patienceMs = ({ timeoutMs, retries }: ResolvedEdge): number => (timeoutMs ?? 0) * (1 + retries);

/** The calls of the callee for the same flows that it waits longer for than its caller does for it, the longest first. */
function longerBehind({ edge, to }: Call, timeoutMs: number): readonly ResolvedEdge[] {
  const longer: ResolvedEdge[] = [];
  for (const { edge: next, waits } of to.calls) {
    if (next.timeoutMs === null || !waits || timeoutMs >= patienceMs(next) * (1 - tolerance)) continue;
    if (next.flows.some((flow) => edge.flows.includes(flow))) longer.push(next);
  }
  return longer.toSorted((a, b) => patienceMs(b) - patienceMs(a));
}

const withoutTimeouts = (id: string, title: string, edges: readonly ResolvedEdge[]): QuickFix => ({
  id,
  title,
  values: {},
  changes: edges.map((edge) => ({ op: 'patch-edge', id: edge.id, patch: { timeoutMs: null } }) as const),
});
