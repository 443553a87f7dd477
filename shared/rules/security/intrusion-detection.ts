import type { ResolvedDesign } from '../../catalog/resolved';
import { entryEdges } from '../facts/public-way';
import { sensitiveStores } from '../facts/sensitive-data';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SEC-18. Asked where there is something worth breaking in for, and a way in. */
export const intrusionDetection: Rule = {
  id: 'intrusion-detection',
  code: 'SEC-18',
  title: 'Would a break-in be noticed',
  severity: 'info',
  stage: 'review',
  message: 'A break-in through {entry} would reach the {data} in {node} unnoticed.',
  variants: {
    question: 'Would somebody notice a break-in through {entry} before the {data} in {node} is gone?',
  },
  why: 'Break-ins that nobody looks for are found after months, by others.',
  fix: 'Watch sign-ins, unusual reads of {node} and calls to the outside, and wake somebody when they stand out.',
  source: {
    text: 'NIST Cybersecurity Framework 2.0, Detect (assumption: cited from general knowledge)',
    url: 'https://www.nist.gov/cyberframework',
  },
  check: (context: RuleContext): readonly Hit[] =>
    questionHits(context, 'intrusion-detection', wayIn(context.design)),
  get examples() {
    return {
      valid: [
        {
          title: 'Nothing worth breaking in for',
          design: sketch({ user: 'client', api: 'service', stock: 'sql-database' }, 'user -> api -> stock'),
        },
        {
          title: 'Nobody outside calls',
          design: sketch({ api: 'service', people: 'sql-database' }, 'api -> people', {
            config: { people: { dataClasses: ['personal'], encryptedAtRest: true } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Personal data behind a public service',
          target: '*',
          design: sketch(
            { user: 'client', api: 'service', people: 'sql-database' },
            'user -> api -> people',
            {
              config: { people: { dataClasses: ['personal'], encryptedAtRest: true } },
            },
          ),
        },
        {
          title: 'Answered no',
          target: '*',
          design: sketch(
            { user: 'client', api: 'service', people: 'sql-database' },
            'user -> api -> people',
            {
              config: { people: { dataClasses: ['personal'], encryptedAtRest: true } },
              system: { practices: { 'intrusion-detection': { answer: 'no' } } },
            },
          ),
        },
      ],
    };
  },
};

function wayIn(design: ResolvedDesign): readonly Hit[] {
  const [kept] = sensitiveStores(design);
  const [entry] = entryEdges(design);
  if (kept === undefined || entry === undefined) return [];
  const values = { entry: { part: entry.to }, data: kept.data, node: { part: kept.node.id } };
  return [{ target: '*', values }];
}
