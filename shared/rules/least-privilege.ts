import { graphOf, isLive } from './graph';
import { asked } from './practice';
import { isExternal, isOwnCode, isStore } from './roles';
import type { Hit, Rule, RuleContext } from './rule';
import { sketch } from './sketch';

const kinds = { user: 'client', api: 'service', db: 'sql-database' } as const;

/** SEC-11. Of services that call stores: what a stolen key of theirs opens. */
export const leastPrivilege: Rule = {
  id: 'least-privilege',
  code: 'SEC-11',
  title: 'More rights than needed',
  severity: 'warning',
  stage: 'review',
  message: 'Services that reach a store, as {from} reaches {to}, have more rights than their calls need.',
  variants: {
    question:
      'Has each service that reaches a store, as {from} reaches {to}, only the rights that its calls need?',
  },
  why: 'Whoever takes over a service has its rights. What it may not read cannot be read through it.',
  fix: 'Give each service an account of its own that may do what it does and no more, and look through them now and then.',
  source: {
    text: 'Saltzer, Schroeder, The Protection of Information in Computer Systems, Proceedings of the IEEE 63(9), 1975',
    url: 'https://doi.org/10.1109/PROC.1975.9939',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { nodes } = graphOf(context.design);
    for (const edge of context.design.edges) {
      const from = nodes.get(edge.from);
      const to = nodes.get(edge.to);
      if (from === undefined || to === undefined || !isLive(edge)) continue;
      if (!isOwnCode(from) || !isStore(to) || isExternal(to)) continue;
      const values = { from: { part: from.id }, to: { part: to.id } };
      return asked(context, 'least-privilege', [{ target: '*', values }]);
    }
    return [];
  },
  examples: {
    valid: [
      {
        title: 'Asked and answered',
        design: sketch(kinds, 'user -> api -> db', {
          system: { practices: { 'least-privilege': { answer: 'yes' } } },
        }),
      },
      { title: 'Nothing is kept', design: sketch({ user: 'client', api: 'service' }, 'user -> api') },
    ],
    invalid: [
      { title: 'A service and its database', target: '*', design: sketch(kinds, 'user -> api -> db') },
    ],
  },
};
