import { nodesSaying } from '../facts/nodes';
import { keeps } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SEC-16. */
export const userCodeBesideSecrets: Rule = {
  id: 'user-code-beside-secrets',
  code: 'SEC-16',
  title: 'Code of others beside credentials',
  severity: 'warning',
  stage: 'review',
  message: '{node} runs code of its users and holds credentials.',
  why: 'No sandbox is without holes. Code that gets out of it finds whatever lies on the same machine.',
  fix: 'Keep the credentials in a part of their own, and run the code of users where there is nothing to find.',
  source: {
    text: 'OWASP, principle of least privilege and separation of duties (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] =>
    nodesSaying(design, 'runsUserCode')
      .filter((node) => node.config.other.runsUserCode === true && keeps(node, 'credentials'))
      .map((node): Hit => ({ target: node.id, values: { node: { part: node.id } } })),
  get examples() {
    return {
      valid: [
        {
          title: 'Each by itself',
          design: sketch({ user: 'client', login: 'service', judge: 'service' }, 'user -> login -> judge', {
            config: {
              login: { dataClasses: ['credentials'] },
              judge: { runsUserCode: true, egress: 'allow-list' },
            },
          }),
        },
      ],
      invalid: [
        {
          title: 'Logs people in and runs what they hand in',
          target: 'api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { dataClasses: ['credentials'], runsUserCode: true, egress: 'allow-list' } },
          }),
        },
      ],
    };
  },
};
