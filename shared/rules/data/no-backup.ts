import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { nodesOfBehaviour, nodesOfKind } from '../facts/nodes';
import { originalsOf } from '../facts/originals';
import { type Part, partsOf } from '../facts/parts';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** As often as most databases are copied: once a day. */
const usualSeconds = 86_400;
/** As often as a log is shipped. */
const shortestSeconds = 60;

const vault = {
  behaviour: 'store',
  concurrency: 32,
  readMs: 2,
  writeMs: 5,
  replicasPerShard: 2,
} as const;

/** DATA-01. An interval of 0 means none, as it does of a time to live. Of what is written first; an object store keeps versions rather than backups. */
export const noBackup: Rule = {
  id: 'no-backup',
  code: 'DATA-01',
  title: 'No backup',
  severity: 'error',
  stage: 'review',
  message: '{node} has no backup, and at most {limit} of writes may be lost.',
  variants: { unlimited: '{node} is written to and has no backup.' },
  why: 'Replicas copy a deletion or a fault of a program as faithfully as everything else. Only a copy from before it brings the data back.',
  fix: 'Back {node} up, or ship its log, to where what harms it does not reach.',
  fixes: { 'back-up': 'Back {node} up every {interval}.' },
  source: {
    text: 'AWS Well-Architected, Reliability Pillar, REL 9: back up data (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const limit = design.targets.rpoSeconds;
    return nodesOfBehaviour(design, 'store').flatMap((node): Hit[] => {
      if (!originalsOf(design).has(node.id) || hasBackup(design, node)) return [];
      const interval = Math.min(usualSeconds, Math.max(shortestSeconds, limit ?? usualSeconds));
      const quickFix = {
        id: 'back-up',
        title: 'Back up every {interval}',
        values: { interval: { seconds: interval } },
        changes: [{ op: 'patch-config', id: node.id, patch: { backupEverySeconds: interval } }],
      } as const;
      const values = { node: { part: node.id }, limit: { seconds: limit ?? 0 } };
      if (limit !== undefined) return [{ target: node.id, values, quickFix }];
      return [{ target: node.id, values, variant: 'unlimited', severity: 'warning', quickFix }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A backup each night',
          design: sketch({ user: 'client', api: 'service', vault: 'custom' }, 'user -> api -> vault', {
            flows: { writes: { kind: 'write', rps: 100 } },
            config: { vault: { ...vault, backupEverySeconds: 86_400 } },
          }),
        },
        {
          title: 'A vault beside it',
          design: sketch(
            { user: 'client', api: 'service', vault: 'custom', copies: 'backup' },
            'user -> api -> vault ~> copies',
            {
              flows: { writes: { kind: 'write', rps: 100 } },
              config: { vault },
              edges: { 'vault -> copies': { flows: [] } },
            },
          ),
        },
        {
          title: 'What is only read can be loaded again',
          design: sketch({ user: 'client', api: 'service', vault: 'custom' }, 'user -> api -> vault', {
            config: { vault },
          }),
        },
      ],
      invalid: [
        {
          title: 'An interval of 0, which is none',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            config: { db: { backupEverySeconds: 0, replication: 'semi-sync', replicasPerShard: 3 } },
            system: { targets: { rpoSeconds: 60 } },
          }),
        },
        {
          title: 'A store of one’s own without a backup',
          target: 'vault',
          design: sketch({ user: 'client', api: 'service', vault: 'custom' }, 'user -> api -> vault', {
            flows: { writes: { kind: 'write', rps: 100 } },
            config: { vault },
            system: { targets: { rpoSeconds: 3600 } },
          }),
        },
      ],
    };
  },
};

/** It says so itself, it keeps versions, its provider keeps copies, or a vault beside it is drawn. */
function hasBackup(design: ResolvedDesign, { id, kind, config }: ResolvedNode): boolean {
  if ((config.other.backupEverySeconds ?? 0) > 0 || kind.id === 'object-store') return true;
  if (kind.managed === true) return true;
  if (nodesOfKind(design, 'backup').length === 0) return false;
  const part = partsOf(design).byId.get(id);
  return (
    part !== undefined &&
    (part.calls.some(({ to }) => isVault(to)) || part.callers.some(({ from }) => isVault(from)))
  );
}

const isVault = ({ node }: Part): boolean => node.kind.id === 'backup';
