import type { ResolvedNode } from '../../catalog/resolved';
import { sensitiveStores } from '../facts/sensitive-data';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SEC-05. Of stores and buffers, which write to disks; what a cache holds in memory is gone with it. */
export const unencryptedAtRest: Rule = {
  id: 'unencrypted-at-rest',
  code: 'SEC-05',
  title: 'Sensitive data unencrypted on disk',
  severity: 'error',
  stage: 'review',
  message: '{node} keeps {data}, and nothing says that its disks are encrypted.',
  variants: { plain: '{node} keeps {data}, and its disks are set to be unencrypted.' },
  why: 'A disk that is swapped, a snapshot or a backup that is copied can be read by whoever has it.',
  fix: 'Encrypt {node} at rest, backups included, with keys that are kept elsewhere.',
  source: {
    text: 'AWS Well-Architected, Security Pillar, SEC 8: protecting data at rest (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] =>
    sensitiveStores(design)
      .filter(({ node }) => isUnencrypted(node))
      .map(
        ({ node, data }): Hit => ({
          target: node.id,
          values: { node: { part: node.id }, data },
          ...(node.config.other.encryptedAtRest === false && { variant: 'plain' }),
          quickFix: {
            id: 'encrypt',
            title: 'Encrypt at rest',
            values: {},
            changes: [{ op: 'patch-config', id: node.id, patch: { encryptedAtRest: true } }],
          },
        }),
      ),
  get examples() {
    return {
      valid: [
        {
          title: 'Personal data, encrypted',
          design: sketch(
            { user: 'client', api: 'service', people: 'sql-database' },
            'user -> api -> people',
            {
              config: { people: { dataClasses: ['personal'], encryptedAtRest: true } },
            },
          ),
        },
        {
          title: 'Tokens in the place of card numbers',
          design: sketch({ user: 'client', api: 'service', cards: 'sql-database' }, 'user -> api -> cards', {
            config: { cards: { dataClasses: ['payment-card'], tokenized: true } },
          }),
        },
        {
          title: 'Nothing that would harm anyone',
          design: sketch({ user: 'client', api: 'service', stock: 'sql-database' }, 'user -> api -> stock', {
            config: { stock: { dataClasses: ['inventory'] } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Health data in a database',
          target: 'records',
          design: sketch(
            { user: 'client', api: 'service', records: 'sql-database' },
            'user -> api -> records',
            {
              config: { records: { dataClasses: ['health'], encryptedAtRest: false } },
            },
          ),
        },
        {
          title: 'Personal data on its way through a stream',
          target: 'events',
          design: sketch(
            { user: 'client', api: 'service', events: 'stream', mailer: 'worker' },
            'user -> api ~> events -> mailer',
            { config: { events: { dataClasses: ['personal'] } } },
          ),
        },
      ],
    };
  },
};

/** Set to be unencrypted, or not set where no provider does it: providers encrypt by default. */
function isUnencrypted({ kind, config }: ResolvedNode): boolean {
  const { encryptedAtRest } = config.other;
  return encryptedAtRest === false || (encryptedAtRest === undefined && kind.managed !== true);
}
