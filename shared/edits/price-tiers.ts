import type { PricePerGb, PriceTier } from '../model/price-per-gb';

/** Where the first tier ends that is added to a price without tiers: 10 TiB, as providers write it. */
const firstEndGb = 10_240;

const tiersOf = (price: PricePerGb): readonly PriceTier[] =>
  typeof price === 'number' ? [{ usd: price }] : price;

/** One price where one tier is left, which has no end. */
const priceOf = (tiers: readonly PriceTier[]): PricePerGb =>
  tiers.length === 1 ? (tiers[0]?.usd ?? 0) : tiers;

/** One more tier before the last, at the last one's price; it ends ten times as far as the one before. */
export function withTier(price: PricePerGb): PricePerGb {
  const tiers = tiersOf(price);
  const before = tiers.at(-2)?.uptoGb;
  const last = tiers.at(-1) ?? { usd: 0 };
  return [
    ...tiers.slice(0, -1),
    { uptoGb: before === undefined ? firstEndGb : before * 10, usd: last.usd },
    { usd: last.usd },
  ];
}

/** Without one tier; the last one keeps no end. */
export function withoutTier(price: PricePerGb, at: number): PricePerGb {
  const tiers = tiersOf(price);
  const left = tiers.filter((_, i) => i !== at);
  return at < tiers.length - 1
    ? priceOf(left)
    : priceOf([...left.slice(0, -1), { usd: left.at(-1)?.usd ?? 0 }]);
}

/** Another price of one tier. */
export const withTierPrice = (price: PricePerGb, at: number, usd: number): PricePerGb =>
  priceOf(tiersOf(price).map((tier, i) => (i === at ? { ...tier, usd } : tier)));

/** Another end of one tier, which then is in its order; the price itself where another tier ends there. */
export function withTierEnd(price: PricePerGb, at: number, uptoGb: number): PricePerGb {
  const tiers = tiersOf(price);
  if (uptoGb <= 0 || tiers.some((tier, i) => i !== at && tier.uptoGb === uptoGb)) return price;
  return tiers
    .map((tier, i) => (i === at ? { ...tier, uptoGb } : tier))
    .toSorted((a, b) => (a.uptoGb ?? Number.POSITIVE_INFINITY) - (b.uptoGb ?? Number.POSITIVE_INFINITY));
}
