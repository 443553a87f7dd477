import type { ResolvedDesign } from '../../catalog/resolved';
import { graphOf } from '../facts/graph';
import { pathsOf } from '../facts/paths';
import { isOwnCode, isPublicSource } from '../facts/roles';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** OBS-09. Asked where a design says how many people it is for. */
export const businessMetrics: Rule = {
  id: 'business-metrics',
  code: 'OBS-09',
  title: 'Figures of the business',
  severity: 'info',
  stage: 'review',
  message: '{users} users a day are planned for, and nobody counts how often {flow} is done.',
  variants: {
    question:
      'Is it counted what the {users} users a day get done, such as how often {flow} succeeds and how often it is given up?',
  },
  why: 'Every server can be well while nobody buys. What users get done shows faults that no server reports.',
  fix: 'Count what users get done, show it beside load and errors, and alert when it leaves its usual course.',
  source: {
    text: 'Google SRE Workbook, chapter 2, Implementing SLOs: what matters to users (assumption: cited from general knowledge)',
    url: 'https://sre.google/workbook/implementing-slos/',
  },
  check: (context: RuleContext): readonly Hit[] =>
    questionHits(context, 'business-metrics', uncounted(context.design)),
  get examples() {
    return {
      valid: [
        {
          title: 'No business metrics set',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api'),
        },
        {
          title: 'Answered with yes',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            system: {
              workload: { dailyActiveUsers: 100_000 },
              practices: { 'business-metrics': { answer: 'yes' } },
            },
          }),
        },
      ],
      invalid: [
        {
          title: 'A hundred thousand users',
          target: '*',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            system: { workload: { dailyActiveUsers: 100_000 } },
          }),
        },
        {
          title: 'Answered no',
          target: '*',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            system: {
              workload: { dailyActiveUsers: 100_000 },
              practices: { 'business-metrics': { answer: 'no' } },
            },
          }),
        },
      ],
    };
  },
};

/** One hit for the whole design, which names the first flow of people or partners that code of one's own answers. */
function uncounted(design: ResolvedDesign): readonly Hit[] {
  const { dailyActiveUsers = 0 } = design.workload;
  if (dailyActiveUsers === 0) return [];
  const { nodes } = graphOf(design);
  for (const paths of pathsOf(design)) {
    const { flow } = paths;
    const source = nodes.get(flow.entry);
    if (source === undefined || !isPublicSource(source)) continue;
    if (paths.reached.parts.some(({ node }) => isOwnCode(node)))
      return [{ target: '*', values: { flow: { part: flow.id }, users: { count: dailyActiveUsers } } }];
  }
  return [];
}
