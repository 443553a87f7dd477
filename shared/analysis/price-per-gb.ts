import type { PricePerGb } from '../model/price-per-gb';

/**
 * US dollars for so many GB a month: each tier's price for what lies between the end of the tier before and its own; what
 * lies beyond the last is at the last price.
 */
export function priceOfGb(gb: number, price: PricePerGb): number {
  if (typeof price === 'number') return gb * price;
  let usd = 0;
  let from = 0;
  price.forEach(({ uptoGb, usd: perGb }, i) => {
    const end = i === price.length - 1 || uptoGb === undefined ? Number.POSITIVE_INFINITY : uptoGb;
    usd += Math.max(0, Math.min(gb, end) - from) * perGb;
    from = Math.max(from, end);
  });
  return usd;
}
