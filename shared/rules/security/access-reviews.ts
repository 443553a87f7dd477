import { sensitiveStores } from '../facts/sensitive-data';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SEC-17. */
export const accessReviews: Rule = {
  id: 'access-reviews',
  code: 'SEC-17',
  title: 'Who may read sensitive data',
  severity: 'warning',
  stage: 'review',
  message: '{node} keeps {data}, and nobody reviews who may read it; once a year is the minimum.',
  variants: {
    question:
      'Is it reviewed at least once a year who may read the {data} in {node}, and is access logged and audited?',
  },
  why: 'People change teams and keys are handed on. Rights that nobody reviews only grow.',
  fix: 'Review who may read {node}, log each access, and let somebody who is not concerned audit it.',
  source: {
    text: 'ISO/IEC 27001:2022, Annex A 5.18: access rights; GDPR, article 32 (1) (d) (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const hits = sensitiveStores(context.design).map(
      ({ node, data }): Hit => ({ target: node.id, values: { node: { part: node.id }, data } }),
    );
    return questionHits(context, 'access-reviews', hits);
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Nothing that would harm anyone',
          design: sketch({ user: 'client', api: 'service', stock: 'sql-database' }, 'user -> api -> stock'),
        },
        {
          title: 'Answered with yes',
          design: sketch(
            { user: 'client', api: 'service', people: 'sql-database' },
            'user -> api -> people',
            {
              config: { people: { dataClasses: ['personal'], encryptedAtRest: true } },
              system: { practices: { 'access-reviews': { answer: 'yes' } } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Personal data',
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
          target: 'people',
          design: sketch(
            { user: 'client', api: 'service', people: 'sql-database' },
            'user -> api -> people',
            {
              config: { people: { dataClasses: ['personal'], encryptedAtRest: true } },
              system: { practices: { 'access-reviews': { answer: 'no' } } },
            },
          ),
        },
      ],
    };
  },
};
