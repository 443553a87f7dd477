import { isOutOfReach, leastTotalUsd, monthlyCosts } from '../facts/monthly-costs';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const kinds = { user: 'client', api: 'service', db: 'sql-database' } as const;

/** TGT-05. Traffic is left out of the least cost, for what is sent can be made smaller. */
export const budgetBelowMinimum: Rule = {
  id: 'budget-below-minimum',
  code: 'TGT-05',
  title: 'Budget below the least cost',
  severity: 'error',
  stage: 'broken',
  message:
    'One server of each of the {count} parts costs {least}; the budget is {budget}; {first} alone is {firstUsd}.',
  why: 'No number of servers keeps these parts within the budget: something has to go, or be bought otherwise.',
  fix: 'Leave parts out, merge them, take cheaper ones, or raise the budget.',
  source: { text: 'The sum of the unit costs, and of one copy of what is kept' },
  check: (context: RuleContext): readonly Hit[] => {
    const budget = context.analysis?.totals.targets.find(({ metric }) => metric === 'monthlyCostUsd');
    if (budget === undefined || budget.actual === null) return [];
    const costs = monthlyCosts(context);
    const [dearest] = costs.toSorted((a, b) => b.leastUsd - a.leastUsd);
    if (dearest === undefined || !isOutOfReach(costs, budget.target)) return [];
    const values = {
      count: { count: costs.length },
      least: { usd: leastTotalUsd(costs) },
      budget: { usd: budget.target },
      first: { part: dearest.node.id },
      firstUsd: { usd: dearest.leastUsd },
    };
    return [{ target: '*', values }];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Over the budget, but one of each would fit',
          // 2 × 62 + 2 × 660 = 1 444; one of each is 722.
          design: sketch(kinds, 'user -> api -> db', { system: { targets: { monthlyCostUsd: 1000 } } }),
        },
      ],
      invalid: [
        {
          title: 'The database alone costs more',
          target: '*',
          // 62 + 660 = 722.
          design: sketch(kinds, 'user -> api -> db', { system: { targets: { monthlyCostUsd: 500 } } }),
        },
      ],
    };
  },
};
