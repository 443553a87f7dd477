import { nodesSaying } from '../facts/nodes';
import { isExternal, isStore, keeps } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** DATA-08. */
export const personalDataWithoutRetention: Rule = {
  id: 'personal-data-without-retention',
  code: 'DATA-08',
  title: 'Personal data kept without a limit',
  severity: 'info',
  stage: 'review',
  message: '{node} keeps {data}, and nothing says for how long.',
  why: 'Data about people may be kept only as long as it is needed. What is never deleted is also what a leak takes.',
  fix: 'Say for how long it is kept, in the workload or at {node}, and delete what is older.',
  source: {
    text: 'Regulation (EU) 2016/679 (GDPR), article 5(1)(e): storage limitation',
    url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    if (design.workload.retentionYears !== undefined) return [];
    return nodesSaying(design, 'dataClasses').flatMap((node): Hit[] => {
      if (node.config.other.retentionSeconds !== undefined || !isStore(node) || isExternal(node)) return [];
      const data = keeps(node, 'health') ? 'health data' : keeps(node, 'personal') ? 'personal data' : null;
      return data === null ? [] : [{ target: node.id, values: { node: { part: node.id }, data } }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Kept for two years',
          design: sketch(
            { user: 'client', api: 'service', people: 'sql-database' },
            'user -> api -> people',
            {
              config: { people: { dataClasses: ['personal'] } },
              system: { workload: { retentionYears: 2 } },
            },
          ),
        },
        {
          title: 'Deleted after a month',
          design: sketch(
            { user: 'client', api: 'service', people: 'key-value-store' },
            'user -> api -> people',
            {
              config: { people: { dataClasses: ['personal'], retentionSeconds: 2_592_000 } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'People, without a limit',
          target: 'people',
          design: sketch(
            { user: 'client', api: 'service', people: 'sql-database' },
            'user -> api -> people',
            {
              config: { people: { dataClasses: ['personal'] } },
            },
          ),
        },
      ],
    };
  },
};
