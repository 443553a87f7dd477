import { nodesOfBehaviour } from '../facts/nodes';
import { originalsOf } from '../facts/originals';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** DATA-11. Asked where the design says how much may be lost or how long it may take to be back. */
export const untestedRestore: Rule = {
  id: 'untested-restore',
  code: 'DATA-11',
  title: 'Restore never tried',
  severity: 'warning',
  stage: 'question',
  message: '{node} is backed up every {interval}, and a restore was never tried.',
  variants: {
    question: '{node} is backed up every {interval}. Is a restore tried, and timed, now and then?',
  },
  why: 'A backup that was never restored may be empty, too old or of the wrong key. One finds out when it is needed.',
  fix: 'Restore to a spare server on a schedule, check what is there, and take the time that it takes as the recovery time.',
  source: {
    text: 'AWS Well-Architected, Reliability Pillar, REL 9: periodic recovery of the data (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { design } = context;
    const { rpoSeconds, rtoSeconds } = design.targets;
    if (rpoSeconds === undefined && rtoSeconds === undefined) return [];
    const hits = nodesOfBehaviour(design, 'store').flatMap((node): Hit[] => {
      const interval = node.config.other.backupEverySeconds;
      if (interval === undefined || interval === 0 || !originalsOf(design).has(node.id)) return [];
      return [{ target: node.id, values: { node: { part: node.id }, interval: { seconds: interval } } }];
    });
    return questionHits(context, 'untested-restore', hits);
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Tried each month',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            system: {
              targets: { rtoSeconds: 7200 },
              practices: { 'untested-restore': { answer: 'yes', note: 'Each month' } },
            },
          }),
        },
        {
          title: 'Nothing says how soon it has to be back',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Not answered',
          target: '*',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            system: { targets: { rtoSeconds: 7200 } },
          }),
        },
        {
          title: 'Never tried',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            system: {
              targets: { rtoSeconds: 7200 },
              practices: { 'untested-restore': { answer: 'no' } },
            },
          }),
        },
      ],
    };
  },
};
