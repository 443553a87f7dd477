import { expect, test } from 'vitest';
import { overtaken } from '../../../shared/math/sojourn';

/** P(S ≤ t < S + X) by the mean over S: the service lies t − u before, and the wait is longer than u. */
const service = { meanMs: 10, cv: 0.5 };

test.each([1, 1e3, 1e7, 1e12, 1e200])(
  'a wait that is %s times as fast as the service overtakes its share',
  (faster) => {
    // Of a wait that is over at once only the service's density at t counts: f(t) ÷ η, f(10) = 4^4 ÷ 3! ÷ 10 × e^−4.
    const rate = (faster * 4) / service.meanMs;
    const density = (((4 ** 4 / 6) * Math.exp(-4)) / service.meanMs) * 1;
    const share = overtaken(service, rate, service.meanMs);
    expect(share * rate).toBeGreaterThan(0);
    if (faster >= 1e3) expect((share * rate) / density).toBeCloseTo(1, 2);
    if (faster >= 1e7) expect((share * rate) / density).toBeCloseTo(1, 6);
  },
);

test('the series and its limit meet where one is replaced by the other', () => {
  const at = (x: number) =>
    overtaken(service, 0.4 + x / service.meanMs, service.meanMs) * (0.4 + x / service.meanMs);
  expect(at(1e6 * (1 + 1e-9)) / at(1e6 * (1 - 1e-9))).toBeCloseTo(1, 8);
});
