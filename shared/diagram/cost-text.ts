import { message } from '../math/message';
import type { Message } from '../math/quantity';

/** A cost as it is shown: where something is billed that has no known price, it is at least so much, and never nothing. */
export function costMessage(usd: number, unpriced: boolean): Message {
  if (!unpriced) return message('{usd}', { usd: { usd } });
  return usd === 0 ? message('price not known', {}) : message('at least {usd}', { usd: { usd } });
}
