import { words } from '../../math/message';
import { nodesOfBehaviour } from '../facts/nodes';
import { isExternal, keeps } from '../facts/roles';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const kinds = { user: 'client', api: 'service', people: 'sql-database' } as const;
const personal = { people: { dataClasses: ['personal' as const], encryptedAtRest: true } };

/** SEC-12. Which law applies depends on where the users are and what is stored; the question is whether that is settled. */
export const dataProtectionLaw: Rule = {
  id: 'data-protection-law',
  code: 'SEC-12',
  title: 'Duties of data protection law',
  severity: 'warning',
  stage: 'review',
  message: '{node} keeps {data} data, and what {law} requires is not settled.',
  variants: {
    question:
      '{node} keeps {data} data. Is what {law} requires settled: purpose, consent, access and deletion on request, notice of a breach?',
  },
  why: 'Duties such as deletion on request reach into backups, caches and logs. They are cheap to design in and expensive to add.',
  fix: 'Write down what is kept about whom, why, for how long and who gets it, and design how it is handed out and deleted.',
  source: {
    text: 'Regulation (EU) 2016/679 (GDPR), articles 5, 15, 17 and 33; for health data in the United States, HIPAA, 45 CFR 164',
    url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const node of nodesOfBehaviour(context.design, 'store')) {
      if (isExternal(node)) continue;
      const isHealth = keeps(node, 'health');
      if (!isHealth && !keeps(node, 'personal')) continue;
      const values = {
        node: { part: node.id },
        data: isHealth ? words('health') : words('personal'),
        law: isHealth ? words('GDPR or HIPAA') : words('GDPR or a law like it'),
      };
      hits.push({ target: node.id, values });
    }
    return questionHits(context, 'data-protection-law', hits);
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Answered with yes',
          design: sketch(kinds, 'user -> api -> people', {
            config: personal,
            system: { practices: { 'data-protection-law': { answer: 'yes' } } },
          }),
        },
        { title: 'Nothing about people', design: sketch(kinds, 'user -> api -> people') },
      ],
      invalid: [
        {
          title: 'Names and addresses',
          target: '*',
          design: sketch(kinds, 'user -> api -> people', { config: personal }),
        },
        {
          title: 'Findings of patients, answered no',
          target: 'people',
          design: sketch(kinds, 'user -> api -> people', {
            config: { people: { dataClasses: ['health'], encryptedAtRest: true } },
            system: { practices: { 'data-protection-law': { answer: 'no' } } },
          }),
        },
      ],
    };
  },
};
