import type { ResolvedDesign } from '../../catalog/resolved';
import { nodesOfKind } from '../facts/nodes';
import { partsOf } from '../facts/parts';
import { isExternal, isOwnCode } from '../facts/roles';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SEC-07. Code that calls a store or another company has a password or a key to show, and no drawing says where it lies. */
export const secretManager: Rule = {
  id: 'secret-manager',
  code: 'SEC-07',
  title: 'Where passwords and keys are kept',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} calls {to} with a password or a key that no secret manager hands out; {count, plural, one {# such call} other {# such calls}} in all.',
  variants: {
    one: '{node} calls {to} with a password or a key that no secret manager hands out.',
    question:
      'Are passwords and keys, such as those with which {node} calls {to}, kept in a secret manager and changed at times?',
  },
  why: 'What is in code, in an image or in a file of settings is copied, logged and kept indefinitely.',
  fix: 'Keep passwords and keys in a secret manager, hand them out at start, and replace them on a schedule.',
  source: {
    text: 'OWASP Cheat Sheet Series, Secrets Management (assumption: cited from general knowledge)',
    url: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  },
  check: (context: RuleContext): readonly Hit[] =>
    questionHits(context, 'secret-manager', secretsIn(context.design)),
  get examples() {
    return {
      valid: [
        {
          title: 'A service that calls nothing',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api'),
        },
        {
          title: 'One is there',
          design: sketch(
            { user: 'client', api: 'service', db: 'sql-database', keys: 'secret-manager' },
            'user -> api -> db, api -> keys',
            { edges: { 'api -> keys': { calls: 0.001 } } },
          ),
        },
        {
          title: 'Answered with yes',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            system: { practices: { 'secret-manager': { answer: 'yes' } } },
          }),
        },
        {
          title: 'Files from the edge, and no code',
          design: sketch({ user: 'client', cdn: 'cdn', files: 'object-store' }, 'user -> cdn -> files'),
        },
      ],
      invalid: [
        {
          title: 'A service and its database',
          target: '*',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db'),
        },
        {
          title: 'Answered no',
          target: '*',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            system: { practices: { 'secret-manager': { answer: 'no' } } },
          }),
        },
      ],
    };
  },
};

/** One hit for the whole design, which names the first call that needs a secret. */
function secretsIn(design: ResolvedDesign): readonly Hit[] {
  if (nodesOfKind(design, 'secret-manager').length > 0) return [];
  let first: { readonly node: string; readonly to: string } | null = null;
  let count = 0;
  for (const { node, calls } of partsOf(design).all) {
    if (!isOwnCode(node)) continue;
    for (const { to } of calls) {
      if (to.node.behaviour !== 'store' && !isExternal(to.node)) continue;
      first ??= { node: node.id, to: to.node.id };
      count += 1;
    }
  }
  if (first === null) return [];
  const values = { node: { part: first.node }, to: { part: first.to }, count: { count } };
  return [{ target: '*', values, ...(count === 1 && { variant: 'one' }) }];
}
