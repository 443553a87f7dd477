import { expect, test } from 'vitest';
import { attemptTimes } from '../../../renderer/practice/attempt-times';

const now = new Date(2026, 0, 15, 12, 0, 0);
const day = (id: string, date: number, hour: number, minute: number, second: number) => ({
  id,
  startedAt: new Date(2026, 0, date, hour, minute, second).toISOString(),
});

test('attempts that would read alike are told apart by the second', () => {
  const attempts = [day('a', 15, 11, 59, 50), day('b', 15, 11, 59, 20), day('c', 15, 11, 50, 0)];
  const times = attemptTimes(attempts, now, 'en', 'de-DE');
  expect(Object.fromEntries(times)).toEqual({ a: '11:59:50', b: '11:59:20', c: '10 min. ago' });
});

test('those of another day have their date', () => {
  const times = attemptTimes([day('a', 2, 9, 0, 0), day('b', 2, 10, 0, 0)], now, 'en', 'de-DE');
  expect([...times.values()]).toEqual(['02.01.26, 09:00:00', '02.01.26, 10:00:00']);
});
