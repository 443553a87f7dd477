import { describe, expect, test } from 'vitest';
import { editedWhen } from '../../../renderer/words/edited';

const now = new Date('2026-01-15T12:00:00.000Z');

describe('when a design was changed', () => {
  test.each([
    ['2026-01-15T11:59:30.000Z', 'now'],
    ['2026-01-15T12:00:05.000Z', 'now'],
    ['2026-01-15T11:55:00.000Z', '5 min. ago'],
    ['2026-01-15T09:30:00.000Z', '2 hr. ago'],
    ['2026-01-14T11:00:00.000Z', 'yesterday'],
    ['2026-01-09T12:00:00.000Z', '6 days ago'],
    ['2026-01-01T12:00:00.000Z', 'Jan 1, 2026'],
    ['not a time', ''],
  ])('%s is %s', (at, words) => {
    expect(editedWhen(at, now, 'en-US')).toBe(words);
  });

  test('its date is in figures where the person writes dates otherwise than the window speaks', () => {
    expect(editedWhen('2026-01-01T12:00:00.000Z', now, 'en', 'de-DE')).toBe('01.01.26');
    expect(editedWhen('2026-01-14T11:00:00.000Z', now, 'en', 'de-DE')).toBe('yesterday');
  });
});
