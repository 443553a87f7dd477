import { isModelled } from '../facts/graph';
import { pathsOf } from '../facts/paths';
import { isExternal } from '../facts/roles';
import { isWorthOperating } from '../facts/worth-operating';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const kinds = { user: 'client', api: 'service', db: 'sql-database' } as const;
const targets = { availability: 0.999 };

/** OPS-01. Of servers of one's own, in a design that promises something: a provider replaces its own. */
export const automatedRecovery: Rule = {
  id: 'automated-recovery',
  code: 'OPS-01',
  title: 'Recovery by hand',
  severity: 'warning',
  stage: 'review',
  message: 'A server of your own that fails, such as one of {first}, waits for somebody to replace it.',
  variants: {
    question:
      'Is a server of your own that fails, such as one of {first}, restarted or replaced automatically?',
  },
  why: 'Servers fail at night. Until somebody is awake, the spare ones carry the load, and the next to fail has no spare.',
  fix: 'Let the platform restart what fails and replace what does not come back, and let stores fail over by themselves.',
  source: {
    text: 'AWS Well-Architected, Reliability Pillar: automatically recover from failure (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    if (!isWorthOperating(context.design)) return [];
    for (const { reached } of pathsOf(context.design)) {
      for (const { node } of reached.parts) {
        if (node.behaviour === 'source' || !isModelled(node)) continue;
        if (node.kind.managed === true || isExternal(node)) continue;
        return questionHits(context, 'automated-recovery', [
          { target: '*', values: { first: { part: node.id } } },
        ]);
      }
    }
    return [];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Answered with yes',
          design: sketch(kinds, 'user -> api -> db', {
            system: { targets, practices: { 'automated-recovery': { answer: 'yes' } } },
          }),
        },
        {
          title: 'A provider runs everything',
          design: sketch({ user: 'client', gate: 'api-gateway' }, 'user -> gate', {
            system: { targets: { availability: 0.99 } },
          }),
        },
        { title: 'Nothing is promised yet', design: sketch(kinds, 'user -> api -> db') },
      ],
      invalid: [
        {
          title: 'Servers of one’s own',
          target: '*',
          design: sketch(kinds, 'user -> api -> db', { system: { targets } }),
        },
        {
          title: 'Answered no',
          target: '*',
          design: sketch(kinds, 'user -> api -> db', {
            system: { targets, practices: { 'automated-recovery': { answer: 'no' } } },
          }),
        },
      ],
    };
  },
};
