import type { ResolvedNode } from '../../catalog/resolved';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const kinds = { user: 'client', api: 'service', jobs: 'queue', nightly: 'worker' } as const;
const arrows = 'user -> api ~> jobs -> nightly';
// 100 ÷ s × 5 ms = 0.5 of 8 concurrent.
const flows = { orders: { kind: 'write' as const, rps: 100 } };
const quick = { serviceMs: 5 };

/** RES-06. One to lead, and one to take over: neither no server nor two may run what is to run once. */
export const loneScheduler: Rule = {
  id: 'lone-scheduler',
  code: 'RES-06',
  title: 'Nobody takes over the schedule',
  severity: 'warning',
  stage: 'review',
  message: '{node} runs on {count} server; it takes {limit} for one to take over.',
  variants: {
    double:
      '{node} runs on {count, plural, one {# server} other {# servers}} without electing one of them, so each job runs {count} times.',
  },
  why: 'What runs by the clock is missed while its only server is down, and done twice where two of them do not know of each other.',
  fix: 'Run two or more, and let one lead by a lease that runs out when it is gone.',
  fixes: { 'elect-leader': 'Run two or more servers of which one holds the lease: each job then runs once.' },
  source: {
    text: 'Google SRE Book, chapter 24, Distributed Periodic Scheduling with Cron',
    url: 'https://sre.google/sre-book/distributed-periodic-scheduling/',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const node of design.nodes) {
      const isScheduler = node.kind.id === 'scheduler';
      const { leaderElection } = node.config.other;
      if ((!isScheduler && leaderElection !== true) || node.kind.managed === true) continue;
      if (node.config.replicas === 1) hits.push(hitOf(node));
      else if (isScheduler && leaderElection === false && node.config.replicas > 1)
        hits.push({ ...hitOf(node), variant: 'double' });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Two of which one leads',
          design: sketch(kinds, arrows, {
            flows,
            config: { nightly: { ...quick, leaderElection: true, replicas: 2 } },
          }),
        },
        {
          title: 'A worker that leads nothing may be alone',
          design: sketch(kinds, arrows, { flows, config: { nightly: { ...quick, replicas: 1 } } }),
        },
      ],
      invalid: [
        {
          title: 'A leader without anyone to lead',
          target: 'nightly',
          design: sketch(kinds, arrows, {
            flows,
            config: { nightly: { ...quick, leaderElection: true, replicas: 1 } },
          }),
        },
        {
          title: 'Two schedulers that do not know of each other',
          target: 'clock',
          design: sketch({ clock: 'scheduler', nightly: 'worker' }, 'clock -> nightly', {
            flows: { reports: { entry: 'clock', rps: 1 } },
            config: { clock: { replicas: 2, leaderElection: false }, nightly: quick },
          }),
        },
      ],
    };
  },
};

const hitOf = ({ id, config }: ResolvedNode): Hit => ({
  target: id,
  values: { node: { part: id }, count: { count: config.replicas }, limit: { count: 2 } },
  quickFix: {
    id: 'elect-leader',
    title: 'Let one of two lead',
    values: {},
    changes: [
      {
        op: 'patch-config',
        id,
        patch: { replicas: Math.max(2, config.replicas), leaderElection: true },
      },
    ],
  },
});
