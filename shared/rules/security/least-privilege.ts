import { type Part, partsOf } from '../facts/parts';
import { isExternal, isOwnCode, isStore } from '../facts/roles';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** One service may do all that its one store offers: there is nothing to keep from it. */
const several = 2;

const kinds = {
  user: 'client',
  api: 'service',
  reports: 'service',
  orders: 'sql-database',
  totals: 'sql-database',
} as const;
const arrows = 'user -> api -> orders, api -> reports -> totals';

/** SEC-11. Of several services that call several stores: what a stolen key of one opens. */
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
  fix: 'Give each service an account of its own that may do what it does and no more, and review them regularly.',
  source: {
    text: 'Saltzer, Schroeder, The Protection of Information in Computer Systems, Proceedings of the IEEE 63(9), 1975',
    url: 'https://doi.org/10.1109/PROC.1975.9939',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const callers = new Set<Part>();
    const stores = new Set<Part>();
    let first: Hit['values'] | null = null;
    for (const { edge, from, isLive, to } of partsOf(context.design).calls) {
      if (!isLive || !isOwnCode(from.node) || !isStore(to.node) || isExternal(to.node)) continue;
      callers.add(from);
      stores.add(to);
      first ??= { from: { part: edge.from }, to: { part: edge.to } };
    }
    if (first === null || callers.size < several || stores.size < several) return [];
    return questionHits(context, 'least-privilege', [{ target: '*', values: first }]);
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Answered with yes',
          design: sketch(kinds, arrows, {
            system: { practices: { 'least-privilege': { answer: 'yes' } } },
          }),
        },
        { title: 'Nothing is kept', design: sketch({ user: 'client', api: 'service' }, 'user -> api') },
        {
          title: 'One service and its one store',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db'),
        },
      ],
      invalid: [
        {
          title: 'Two services, each with a database of its own',
          target: '*',
          design: sketch(kinds, arrows),
        },
      ],
    };
  },
};
