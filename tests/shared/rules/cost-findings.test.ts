import { expect, test } from 'vitest';
import { crossZoneCost } from '../../../shared/rules/cost/cross-zone-cost';
import { egressCost } from '../../../shared/rules/cost/egress-cost';
import { overBudget } from '../../../shared/rules/cost/over-budget';
import { messageOf, partNames } from '../../../shared/rules/finding-text';
import { sketch } from '../../../shared/rules/sketch';
import { budgetBelowMinimum } from '../../../shared/rules/targets/budget-below-minimum';
import { contextOf, findingsOf } from './assess';

const kinds = { user: 'client', api: 'service', db: 'sql-database' } as const;
const money = [overBudget, budgetBelowMinimum];

const budgeted = (monthlyCostUsd: number) =>
  sketch(kinds, 'user -> api -> db', {
    config: { db: { itemBytes: 0 } },
    system: { targets: { monthlyCostUsd } },
  });

test('a budget is kept at its last dollar, missed one below, and out of reach below one of each', () => {
  // 2 × 62 + 2 × 660 = 1 444; one of each is 722.
  const rulesAt = (usd: number) => findingsOf(budgeted(usd), money).map(({ rule }) => rule);
  expect(rulesAt(1444)).toEqual([]);
  expect(rulesAt(1443)).toEqual(['over-budget']);
  expect(rulesAt(722)).toEqual(['over-budget']);
  expect(rulesAt(721)).toEqual(['budget-below-minimum']);
});

test('the dearest parts are named in order', () => {
  const design = budgeted(1000);
  const [finding] = findingsOf(design, money);
  expect(finding && messageOf(finding, partNames(contextOf(design).design))).toBe(
    '$1.4k/mo is $444/mo over the budget of $1k/mo: SQL database with $1.3k/mo and Service with $124/mo.',
  );
});

test('one copy of what is kept belongs to the least cost, the other copies do not', () => {
  // 10 ÷ s × 1 000 B × 1 year of 31 557 600 s = 315.6 GB a copy at 0.115: 36.29; with two copies 72.58.
  const design = sketch(kinds, 'user -> api -> db', {
    flows: { edits: { kind: 'write', rps: 10, storedBytes: 1000 } },
    system: { targets: { monthlyCostUsd: 700 }, workload: { retentionYears: 1 } },
  });
  const [finding] = findingsOf(design, money);
  expect(finding?.rule).toBe('budget-below-minimum');
  expect(finding?.values['least']).toEqual({ usd: expect.closeTo(722 + 36.29, 2) });
});

test('what is sent to clients is dear from three tenths of the cost', () => {
  // Servers 2 × 62 = 124; three tenths of the whole are 124 × 3 ÷ 7 = 53.14 dollars, at 1 dollar a GB 53.14 GB a month;
  // 53.14e9 ÷ 2 629 800 s ÷ 100 rps = 202.1 bytes.
  const sent = (responseBytes: number) =>
    findingsOf(
      sketch({ user: 'client', api: 'service' }, 'user -> api', {
        flows: { reads: { rps: 100, responseBytes } },
        config: { api: { egressUsdPerGb: 1 } },
      }),
      [egressCost],
    );
  expect(sent(202)).toEqual([]);
  expect(sent(203)).toMatchObject([{ target: 'api' }]);
});

test('what a peak sends is counted at the average rate', () => {
  const design = sketch({ user: 'client', api: 'service' }, 'user -> api', {
    flows: { reads: { rps: 300, responseBytes: 203 } },
    config: { api: { egressUsdPerGb: 1 } },
    system: { workload: { peakFactor: 3 } },
  });
  const [finding] = findingsOf(design, [egressCost]);
  // 100 × 203 B × 2 629 800 s.
  expect(finding?.values['bytes']).toEqual({ bytes: expect.closeTo(203 * 100 * 2_629_800, -3) });
});

test('a call between zones is paid for both ways, and the dearest call is named', () => {
  const design = sketch({ ...kinds, log: 'key-value-store' }, 'user -> api -> db, api -> log', {
    flows: { reads: { rps: 1000, requestBytes: 2000 } },
    config: { db: { itemBytes: 10_000 }, log: { itemBytes: 10_000 } },
    edges: { 'api -> db': { network: 'cross-zone' }, 'api -> log': { network: 'cross-zone', calls: 0.5 } },
  });
  const [finding] = findingsOf(design, [crossZoneCost]);
  expect(finding?.target).toBe('api-db');
  // 2 629.8 million calls a month: two thirds of 12 kB, for the pools are spread over three zones, at 0.02 are 420.77 dollars.
  expect(finding?.values['usd']).toEqual({ usd: expect.closeTo(420.77, 1) });
  // Half as many calls to the other store cost half as much.
  const total = contextOf(design).analysis?.totals.monthlyCostUsd ?? 0;
  expect(finding?.values['share']).toEqual({ share: expect.closeTo((1.5 * 420.77) / total, 4) });
});
