import { amount, listOf, object, optionalGb } from './forms';
import { counts, magnitudes } from './limits';
import type { Path, Problem } from './result';
import { z } from './zod';

/** US dollars a GB by the month's volume: each tier up to its end, the last without. */
export const pricePerGbSchema = z.union([
  amount.max(magnitudes.usd),
  listOf(object({ uptoGb: optionalGb, usd: amount.max(magnitudes.usd) }), counts.priceTiers).min(1),
]);

/** Where one tier ends, and what a GB costs up to there. */
export interface PriceTier {
  readonly uptoGb?: number;
  readonly usd: number;
}

/** US dollars a GB: one price, or tiers by the month's volume. */
export type PricePerGb = number | readonly PriceTier[];

/** Tiers of a price end at growing volumes, and the last has no end. */
export function* priceTierProblems(price: PricePerGb | undefined, path: Path): Generator<Problem> {
  if (price === undefined || typeof price === 'number') return;
  let before = 0;
  for (const [at, { uptoGb }] of price.entries()) {
    const isLast = at === price.length - 1;
    if (isLast !== (uptoGb === undefined)) yield { key: 'price-tier-end', path: [...path, at], values: {} };
    if (uptoGb !== undefined && uptoGb <= before)
      yield { key: 'price-tier-order', path: [...path, at, 'uptoGb'], values: { found: uptoGb, before } };
    before = uptoGb ?? before;
  }
}
