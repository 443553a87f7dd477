import { nodesOfKind } from '../facts/nodes';
import { sensitiveDataIn } from '../facts/sensitive-data';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Thirty days: enough to look into what was noticed late. */
const usualSeconds = 2_592_000;

/** OBS-08. Of logs in which sensitive data lands: how long the others are kept harms nobody. */
export const logRetention: Rule = {
  id: 'log-retention',
  code: 'OBS-08',
  title: 'Logs kept for nobody knows how long',
  severity: 'info',
  stage: 'review',
  message: '{node} holds {data}, and nobody has decided how long it is kept; {kept} is assumed.',
  variants: { unknown: '{node} holds {data}, and nobody has decided how long it is kept.' },
  why: 'Logs are copied, searched by many and forgotten. Sensitive data may be kept no longer than it is needed for.',
  fix: 'Decide how long {node} keeps its lines, delete them after that, and leave out of them what nobody needs.',
  fixes: {
    'decide-retention': 'Keep the lines of {node} for {retention}, and leave out of them what nobody needs.',
  },
  source: {
    text: 'OWASP Cheat Sheet Series, Logging; GDPR, article 5 (1) (e): storage limitation (assumption: cited from general knowledge)',
    url: 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const node of nodesOfKind(design, 'logs')) {
      if (node.basis.retentionSeconds?.kind === 'document') continue;
      const data = sensitiveDataIn(node);
      if (data === null) continue;
      const { retentionSeconds } = node.config.other;
      const kept = retentionSeconds === undefined ? {} : { kept: { seconds: retentionSeconds } };
      hits.push({
        target: node.id,
        values: { node: { part: node.id }, data, ...kept },
        ...(retentionSeconds === undefined && { variant: 'unknown' }),
        quickFix: keepFor(node.id, retentionSeconds ?? usualSeconds),
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Thirty days, decided',
          design: sketch({ user: 'client', api: 'service', lines: 'logs' }, 'user -> api -> lines', {
            config: { lines: { dataClasses: ['personal'], retentionSeconds: 2_592_000 } },
          }),
        },
        {
          title: 'Nothing that would harm anyone',
          design: sketch({ user: 'client', api: 'service', lines: 'logs' }, 'user -> api -> lines'),
        },
      ],
      invalid: [
        {
          title: 'Addresses of people in the logs',
          target: 'lines',
          design: sketch({ user: 'client', api: 'service', lines: 'logs' }, 'user -> api -> lines', {
            config: { lines: { dataClasses: ['personal'] } },
          }),
        },
      ],
    };
  },
};

const keepFor = (id: string, retentionSeconds: number): QuickFix => ({
  id: 'decide-retention',
  title: 'Keep them for {retention}',
  values: { retention: { seconds: retentionSeconds } },
  changes: [{ op: 'patch-config', id, patch: { retentionSeconds } }],
});
