import type { ResolvedNode } from '../../catalog/resolved';
import { nodesSaying } from '../facts/nodes';
import { isExternal } from '../facts/roles';
import { sensitiveDataIn } from '../facts/sensitive-data';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SEC-06. Of stores, caches and buffers. Files that are meant for everyone may be public. */
export const publicDataStore: Rule = {
  id: 'public-data-store',
  code: 'SEC-06',
  title: 'Data store open to the internet',
  severity: 'warning',
  stage: 'review',
  message: '{node} can be reached from the internet; no caller outside the private network needs it.',
  variants: { sensitive: '{node} keeps {data} and can be reached from the internet.' },
  why: 'A password that leaks or a hole in its software is then enough to read or wipe everything.',
  fix: 'Put {node} into a private network, and let the services in front of it answer the public.',
  source: {
    text: 'AWS Well-Architected, Security Pillar, SEC 5: protecting networks (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] =>
    nodesSaying(design, 'publicAccess').flatMap((node): Hit[] => {
      if (node.config.other.publicAccess !== true || !keepsData(node)) return [];
      const data = sensitiveDataIn(node);
      if (data === null && node.kind.id === 'object-store') return [];
      return [
        {
          target: node.id,
          values: { node: { part: node.id }, ...(data !== null && { data }) },
          ...(data !== null && { variant: 'sensitive' }),
          quickFix: {
            id: 'make-private',
            title: 'Make it private',
            values: {},
            changes: [{ op: 'patch-config', id: node.id, patch: { publicAccess: false } }],
          },
        },
      ];
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'Pictures that everyone may see',
          design: sketch(
            { user: 'client', cdn: 'cdn', pictures: 'object-store' },
            'user -> cdn -> pictures',
            {
              config: { pictures: { publicAccess: true } },
            },
          ),
        },
        {
          title: 'A service in the open, its database not',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { api: { publicAccess: true }, db: { publicAccess: false } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A database with a public address',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { db: { publicAccess: true } },
          }),
        },
        {
          title: 'Passports in an open bucket',
          target: 'passports',
          design: sketch(
            { user: 'client', api: 'service', passports: 'object-store' },
            'user -> api -> passports',
            {
              flows: { reads: { rps: 100 } },
              config: { passports: { dataClasses: ['personal'], encryptedAtRest: true, publicAccess: true } },
            },
          ),
        },
      ],
    };
  },
};

const keepsData = (node: ResolvedNode): boolean =>
  !isExternal(node) &&
  (node.behaviour === 'store' || node.behaviour === 'aside-cache' || node.behaviour === 'buffer');
