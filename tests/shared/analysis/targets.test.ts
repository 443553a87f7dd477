import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { meetsTarget } from '../../../shared/analysis/targets';
import { resolve } from '../../../shared/catalog/resolve';
import { targetWords } from '../../../shared/formats/report/metric-words';
import { formatAvailability, formatShare } from '../../../shared/math/format';
import { formatExact, formatQuantity } from '../../../shared/math/format-message';
import { parseQuantity } from '../../../shared/math/parse-quantity';
import type { Config } from '../../../shared/model/config';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf, idsOf } from '../rules/assess';

describe('a figure meets its target', () => {
  test.each([
    ['availability', 0.99999999999999, 1, true],
    ['availability', 1 - 1e-8, 1, false],
    // (1 − 0.005²)⁴ and the product written out differ in the last digits.
    ['availability', 0.999975 * 0.999975, 0.999950000625, true],
    ['availability', 0.9999, 0.99991, false],
    ['availability', 0.99999, 0.999991, false],
    ['monthlyCostUsd', 4_565_625.000_000_1, 4_565_625, true],
    ['monthlyCostUsd', 4_565_626, 4_565_625, false],
    ['p99Ms', 100 * (1 + 1e-12), 100, true],
    ['p99Ms', 100.001, 100, false],
    ['headroom', 2 * (1 - 1e-12), 2, true],
    ['headroom', 1.999, 2, false],
    ['rpoSeconds', 0, 0, true],
  ] as const)('%s %d against %d: %s', (metric, actual, target, met) =>
    expect(meetsTarget(metric, actual, target)).toBe(met),
  );

  test('wherever it differs from it by rounding only, and never by more than a part in a thousand', () => {
    const positive = fc.double({ min: 1e-6, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(positive, (target) => {
        expect(meetsTarget('p99Ms', target * (1 + 1e-14), target)).toBe(true);
        expect(meetsTarget('headroom', target * (1 - 1e-14), target)).toBe(true);
        expect(meetsTarget('p99Ms', target * 1.001, target)).toBe(false);
        expect(meetsTarget('headroom', target / 1.001, target)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 1, noNaN: true }), (missing) => {
        expect(meetsTarget('availability', 1 - missing * (1 + 1e-12), 1 - missing)).toBe(true);
        expect(meetsTarget('availability', 1 - missing * 1.001, 1 - missing)).toBe(false);
      }),
    );
  });
});

/** A service whose servers are up as often as given, under a target for each of its requests. */
const underTarget = (config: Config, availability: number) =>
  sketch({ user: 'client', api: 'service' }, 'user -> api', {
    config: { api: { multiZone: true, ...config } },
    flows: { reads: { rps: 1, targets: { availability } } },
  });

describe('a target of 100 %', () => {
  // 1 − 0.01⁷ = 0.99999999999999.
  const design = underTarget({ replicas: 7, instanceAvailability: 0.99 }, 1);

  test('is met by 99.999999999999 %, in figures, reports and rules', () => {
    const result = analyze(resolve(design));
    const [flow] = result.ok ? result.analysis.flows : [];
    expect(flow?.availability).toBeCloseTo(1 - 1e-14, 15);
    expect(flow?.availability).not.toBe(1);
    expect(flow?.targets.map((target) => targetWords(target))).toEqual(['availability 100 % of 100 %, met']);
    expect(idsOf(findingsOf(design))).not.toContain('availability-target-missed');
  });

  test('is missed by six nines, which read as more than five', () => {
    const missed = underTarget({ replicas: 3, instanceAvailability: 0.99 }, 1);
    const finding = findingsOf(missed).find(({ rule }) => rule === 'availability-target-missed');
    expect(finding && formatQuantity(finding.values['actual'] ?? '')).toBe('>99.999 %');
    expect(finding && formatQuantity(finding.values['target'] ?? '')).toBe('100 %');
  });
});

test('no availability below 1 is printed with more than five nines, whatever it is', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 16, noNaN: true }), (nines) => {
      const availability = 1 - 10 ** -nines;
      for (const text of [formatAvailability(availability), formatExact({ availability })])
        expect(text).not.toMatch(/99\.9{4}/);
    }),
  );
});

test('a share that was typed keeps its digits', () => {
  expect(formatShare(0.9999995)).toBe('99.99995 %');
  expect(formatShare(0.99999999999999)).toBe('100 %');
  expect(formatExact({ share: 0.99999999 })).toBe('99.999999 %');
});

test('a budget typed for a day is met by exactly that cost of a month', () => {
  // 150 000 ÷ 86 400 answers a second of 1 GB at one dollar each: 150 000 dollars a day.
  const budget = parseQuantity('$150k/day', 'usd');
  const design = sketch({ user: 'client', api: 'service' }, 'user -> api', {
    flows: { reads: { rps: 150_000 / 86_400, responseBytes: 1e9 } },
    config: { api: { unitCostUsd: 0, egressUsdPerGb: 1, multiZone: true } },
    system: { targets: { monthlyCostUsd: budget.ok ? budget.value : 0 } },
  });
  const result = analyze(resolve(design));
  const judged = result.ok ? result.analysis.totals.targets : [];
  expect(judged).toEqual([
    { metric: 'monthlyCostUsd', target: 4_565_625, actual: expect.closeTo(4_565_625, 3), met: true },
  ]);
});
