import { type Moments, mixedMoments, noTime, timeOf } from '../math/response-variance';
import type { Call } from './plan';

/** Calls one after the other, two or three of them where there are 2.3 on average. */
export function calledTime({ whole, fraction, probability }: Call, once: Moments): Moments {
  const calls = whole + fraction;
  const all = timeOf(
    calls * once.meanMs,
    () => calls * once.varianceMs2() + fraction * (1 - fraction) * once.meanMs ** 2,
  );
  return probability >= 1
    ? all
    : mixedMoments([
        { weight: probability, moments: all },
        { weight: 1 - probability, moments: noTime },
      ]);
}
