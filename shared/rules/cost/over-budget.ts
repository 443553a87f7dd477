import type { Quantities } from '../../math/quantity';
import { isOutOfReach, type MonthlyCost, monthlyCosts } from '../facts/monthly-costs';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const kinds = { user: 'client', api: 'service', db: 'sql-database' } as const;
const arrows = 'user -> api -> db';

/** COST-01. A budget that no size of these parts meets has a rule of its own. */
export const overBudget: Rule = {
  id: 'over-budget',
  code: 'COST-01',
  title: 'Over budget',
  severity: 'warning',
  stage: 'broken',
  message:
    '{cost} is {over} over the budget of {budget}; most of it is {first} with {firstUsd}, {second} with {secondUsd} and {third} with {thirdUsd}.',
  variants: {
    two: '{cost} is {over} over the budget of {budget}: {first} with {firstUsd} and {second} with {secondUsd}.',
    one: '{cost} is {over} over the budget of {budget}, all of it for {first}.',
  },
  why: 'The computed monthly cost is higher than what was allowed for it.',
  fix: 'Take servers away where they are idle, scale with the load, cache more, or keep less for less long.',
  source: {
    text: 'AWS Well-Architected, Cost Optimization Pillar: match supply with demand (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const budget = context.analysis?.totals.targets.find(({ metric }) => metric === 'monthlyCostUsd');
    if (budget === undefined || budget.met || budget.actual === null) return [];
    const costs = monthlyCosts(context);
    if (isOutOfReach(costs, budget.target)) return [];
    const values = {
      cost: { usd: budget.actual },
      over: { usd: budget.actual - budget.target },
      budget: { usd: budget.target },
      ...driversOf(costs),
    };
    const variant = costs.length >= 3 ? {} : { variant: costs.length === 2 ? 'two' : 'one' };
    return [{ target: '*', values, ...variant }];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Within the budget',
          // 2 × 62 + 2 × 660 = 1 444.
          design: sketch(kinds, arrows, { system: { targets: { monthlyCostUsd: 1500 } } }),
        },
      ],
      invalid: [
        {
          title: 'Too dear by 244 dollars',
          target: '*',
          // 2 × 62 + 2 × 660 = 1 444; one of each is 722.
          design: sketch(kinds, arrows, { system: { targets: { monthlyCostUsd: 1200 } } }),
        },
      ],
    };
  },
};

function driversOf(costs: readonly MonthlyCost[]): Quantities {
  const values: Record<string, Quantities[string]> = {};
  const names = ['first', 'second', 'third'];
  names.forEach((name, i) => {
    const cost = costs[i];
    if (cost === undefined) return;
    values[name] = { part: cost.node.id };
    values[`${name}Usd`] = { usd: cost.totalUsd };
  });
  return values;
}
