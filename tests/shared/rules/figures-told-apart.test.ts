import { describe, expect, test } from 'vitest';
import { formatMessage } from '../../../shared/math/format-message';
import { messageOf, partNames } from '../../../shared/rules/finding-text';
import { sketch } from '../../../shared/rules/sketch';
import { contextOf, findingsOf } from './assess';

/** A service whose capacity is 32 places ÷ 10 ms = 3 200 rps, planned to 70 %. */
const saidAt = (rps: number) => {
  const design = sketch({ user: 'client', api: 'service' }, 'user -> api', {
    flows: { reads: { rps } },
    config: { api: { replicas: 1, concurrency: 32, serviceMs: 10 } },
  });
  const finding = findingsOf(design).find(({ rule }) => rule === 'saturated' || rule === 'little-headroom');
  return finding === undefined ? null : messageOf(finding, partNames(contextOf(design).design));
};

describe('what is a little over a limit does not read as the limit', () => {
  test.each([
    [3201, 'Service gets 3\u202f201 rps; its capacity is 3\u202f200 rps.'],
    [3210, 'Service gets 3\u202f210 rps; its capacity is 3\u202f200 rps.'],
    [2245, 'Service is 70.2 % busy; its planned limit is 70 %.'],
    [3200, 'Service gets 3.2k rps, all of its capacity: with nothing to spare its queue only grows.'],
    [10_000, 'Service gets 10k rps; its capacity is 3.2k rps.'],
  ])('at %d rps', (rps, text) => expect(saidAt(rps)).toBe(text));
});

test('figures that are equal, or of different units, stay short', () => {
  const text = '{a}, {b}, {c}';
  expect(formatMessage({ text, values: { a: { rps: 3201 }, b: { rps: 3201 }, c: { ms: 3201 } } })).toBe(
    '3.2k rps, 3.2k rps, 3.2 s',
  );
});
