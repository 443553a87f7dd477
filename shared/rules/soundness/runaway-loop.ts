import { hitsOf } from '../facts/analysis-error';
import { graphOf } from '../facts/graph';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A loop without an end has no figures, whether or not its callers wait; it is what `synchronous-cycle` would say, and worse. */
export const runawayLoop: Rule = {
  id: 'runaway-loop',
  code: 'RUN-01',
  title: 'Runaway loop',
  severity: 'error',
  stage: 'broken',
  message:
    '{path} is a loop that multiplies what goes round by {gain}; from {limit} on the load is unbounded.',
  why: 'When every request makes at least one more on its way round, traffic grows without bound and nothing can be computed.',
  fix: 'Take one of the calls out, or let fewer of the requests go round again.',
  source: {
    text: 'Jackson, Jobshop-like Queueing Systems, Management Science 10(1), 1963: traffic equations',
  },
  supersedes: ['synchronous-cycle'],
  check: (context: RuleContext): readonly Hit[] =>
    hitsOf(context, 'gain', ({ targets, values }) => {
      const { nodes } = graphOf(context.design);
      const names = targets.flatMap((id) => nodes.get(id)?.name ?? []);
      return {
        path: [...names, ...names.slice(0, 1)].join(' → '),
        gain: { factor: Number(values['gain']) },
        limit: { factor: 1 },
      };
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'One in ten is tried again',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner ~> jobs',
            { edges: { 'runner -> jobs': { calls: 0.1 } } },
          ),
        },
        {
          title: 'No way back',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db'),
        },
      ],
      invalid: [
        {
          title: 'Every job makes another',
          target: 'jobs',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner ~> jobs',
          ),
        },
        {
          title: 'Two services that always call each other',
          target: 'a',
          design: sketch({ user: 'client', a: 'service', b: 'service' }, 'user -> a -> b -> a'),
        },
      ],
    };
  },
};
