import { describe, expect, test } from 'vitest';
import { withoutTier, withTier, withTierEnd, withTierPrice } from '../../../shared/edits/price-tiers';
import { type PricePerGb, priceTierProblems } from '../../../shared/model/price-per-gb';

const tiers: PricePerGb = [{ uptoGb: 10, usd: 0.1 }, { uptoGb: 50, usd: 0.08 }, { usd: 0.05 }];

describe('tiers of a price', () => {
  test('begin with one price, and grow from the last', () => {
    expect(withTier(0.09)).toEqual([{ uptoGb: 10_240, usd: 0.09 }, { usd: 0.09 }]);
    expect(withTier(tiers)).toEqual([
      { uptoGb: 10, usd: 0.1 },
      { uptoGb: 50, usd: 0.08 },
      { uptoGb: 500, usd: 0.05 },
      { usd: 0.05 },
    ]);
  });

  test('lose one, down to one price', () => {
    expect(withoutTier(tiers, 0)).toEqual([{ uptoGb: 50, usd: 0.08 }, { usd: 0.05 }]);
    expect(withoutTier(tiers, 2)).toEqual([{ uptoGb: 10, usd: 0.1 }, { usd: 0.08 }]);
    expect(withoutTier([{ uptoGb: 10, usd: 0.1 }, { usd: 0.05 }], 1)).toBe(0.1);
  });

  test('change their price and their end, and stay in order', () => {
    expect(withTierPrice(tiers, 1, 0.07)).toEqual([
      { uptoGb: 10, usd: 0.1 },
      { uptoGb: 50, usd: 0.07 },
      { usd: 0.05 },
    ]);
    expect(withTierEnd(tiers, 0, 100)).toEqual([
      { uptoGb: 50, usd: 0.08 },
      { uptoGb: 100, usd: 0.1 },
      { usd: 0.05 },
    ]);
    expect(withTierEnd(tiers, 0, 50)).toBe(tiers);
    expect(withTierEnd(tiers, 0, 0)).toBe(tiers);
  });

  test('are what the parser takes after any of these', () => {
    const all = [withTier(tiers), withoutTier(tiers, 2), withoutTier(tiers, 0), withTierEnd(tiers, 1, 3)];
    for (const price of all) expect([...priceTierProblems(price, [])]).toEqual([]);
  });
});
