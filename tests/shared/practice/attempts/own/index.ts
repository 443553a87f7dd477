import type { Tried } from '../attempt';
import { pastebinAttempts } from './pastebin';
import { paymentAttempts } from './payment-gateway';
import { tinyurlAttempts } from './tinyurl';

/** Attempts of people who never saw the reference: designs of their own, in their own words. */
export interface OwnAttempts {
  readonly strong: Tried;
  readonly good: Tried;
  readonly average: Tried;
}

export const ownAttempts: Readonly<Record<string, OwnAttempts>> = {
  tinyurl: tinyurlAttempts,
  pastebin: pastebinAttempts,
  'payment-gateway': paymentAttempts,
};
