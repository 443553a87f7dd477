import {
  formatAvailability,
  formatBytes,
  formatCount,
  formatDollars,
  formatFactor,
  formatMs,
  formatPercent,
  formatRate,
  formatRps,
  formatSeconds,
  formatShare,
  formatUsd,
} from '../../shared/math/format';
import { formatExact, formatQuantity } from '../../shared/math/format-message';
import type { Quantity } from '../../shared/math/quantity';
import { language } from './language';

/** Figures as the language of the window writes them; `shared/math/format.ts` says how each looks. */
export const msText = (ms: number): string => formatMs(ms, language().numbers);
/** Without its unit. */
export const rpsText = (rps: number): string => formatRps(rps, language().numbers);
/** With its unit. */
export const rateText = (rps: number): string => formatRate(rps, language().numbers);
export const shareText = (share: number): string => formatShare(share, language().numbers);
export const percentText = (share: number): string => formatPercent(share, language().numbers);
export const availabilityText = (share: number): string => formatAvailability(share, language().numbers);
export const factorText = (factor: number): string => formatFactor(factor, language().numbers);
export const bytesText = (bytes: number): string => formatBytes(bytes, language().numbers);
export const secondsText = (seconds: number): string => formatSeconds(seconds, language().numbers);
export const usdText = (usd: number): string => formatUsd(usd, language().numbers);
/** Without `a month`. */
export const dollarsText = (usd: number): string => formatDollars(usd, language().numbers);
export const countText = (count: number): string => formatCount(count, language().numbers);

export const quantityText = (quantity: Quantity, nameOf?: (id: string) => string): string =>
  formatQuantity(quantity, nameOf, language());
/** Every digit worth having, for tooltips. */
export const exactText = (quantity: Quantity, nameOf?: (id: string) => string): string =>
  formatExact(quantity, nameOf, language());
