import { describe, expect, test } from 'vitest';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Attempt } from '../../../shared/practice/attempt';
import { advanced, boxMs, leftMs, nextSection } from '../../../shared/practice/attempt-clock';
import {
  answered,
  beginAttempt,
  estimated,
  finished,
  hinted,
  inSection,
  paused,
  resumed,
  skipped,
  stepped,
  withEvent,
} from '../../../shared/practice/attempt-events';
import { readAttempt } from '../../../shared/practice/read-attempt';
import { replayOf } from '../../../shared/practice/replay';
import { smallProblem } from './small-problem';

const monday = '2026-01-05T10:00:00.000Z';
const minuteMs = 60_000;
const empty = emptyDesign('a', 'Short links', monday);
const named = (name: string) => ({ ...empty, name });

const begun = (minutes: Attempt['minutes'] = 49): Attempt =>
  beginAttempt({ id: 'a', problem: smallProblem, way: 'exam', minutes, startedAt: monday, design: empty });

describe('the clock of an attempt', () => {
  test('counts for the attempt and for the section that is open', () => {
    const later = advanced(skipped(advanced(begun(), 2 * minuteMs)), minuteMs);
    expect(later.elapsedMs).toBe(3 * minuteMs);
    expect(later.spentMs).toEqual({ expectations: 2 * minuteMs, estimates: minuteMs });
    expect(leftMs(later)).toBe(46 * minuteMs);
  });

  test('stands still while it is paused and after the end', () => {
    const stopped = paused(begun(), monday);
    expect(advanced(stopped, minuteMs)).toBe(stopped);
    expect(advanced(resumed(stopped, monday), minuteMs).elapsedMs).toBe(minuteMs);
    const ended = finished(begun(), monday);
    expect(advanced(ended, minuteMs)).toBe(ended);
  });

  test('has boxes in proportion to the length, longer by what they were extended', () => {
    expect(boxMs(begun(49), 'deep-dive')).toBe(12 * minuteMs);
    // 12 of 49 minutes, of 35: 8.571 minutes.
    expect(boxMs(begun(35), 'deep-dive')).toBeCloseTo((12 / 49) * 35 * minuteMs);
    const extended = withEvent(begun(49), { kind: 'extended', section: 'deep-dive', minutes: 2 });
    expect(boxMs(extended, 'deep-dive')).toBe(14 * minuteMs);
    expect(leftMs(extended)).toBe(51 * minuteMs);
    expect(boxMs(begun(null), 'deep-dive')).toBeNull();
    expect(leftMs(begun(null))).toBeNull();
    expect(boxMs(begun(49), 'cost')).toBeNull();
  });

  test('goes through the sections of an interview to the last', () => {
    expect(nextSection('expectations')).toBe('estimates');
    expect(nextSection('security')).toBeNull();
    expect(nextSection('cost')).toBeNull();
  });
});

describe('what is said and written in an attempt', () => {
  test('a section is opened once, and its time is noted', () => {
    const opened = inSection(advanced(begun(), 500), 'goals');
    expect(opened.events).toEqual([{ kind: 'section', section: 'goals', atMs: 500 }]);
    expect(inSection(opened, 'goals')).toBe(opened);
  });

  test('an answer is kept by section and item, and removed when it is emptied', () => {
    const written = answered(begun(), 'goals', 'scaling', 'Sideways');
    expect(written.answers).toEqual({ 'goals/scaling': 'Sideways' });
    expect(answered(written, 'goals', 'scaling', ' ').answers).toEqual({});
  });

  test('an estimate has the text and number that were typed last', () => {
    const first = estimated(begun(), 'peak-reads', { text: '1k', value: 1000 });
    const second = estimated(advanced(first, 500), 'peak-reads', { text: '2k', value: 2000 });
    expect(second.estimates).toEqual([{ id: 'peak-reads', text: '2k', value: 2000, atMs: 500 }]);
    expect(estimated(second, 'peak-reads', null).estimates).toEqual([]);
  });

  test('hints of the open section come one after the other until there is none', () => {
    const hints = [
      { section: 'goals', text: 'Elsewhere' },
      { section: 'expectations', text: 'First' },
      { section: 'expectations', text: 'Second' },
    ] as const;
    const attempt: Attempt = { ...begun(), problem: { ...smallProblem, hints } };
    const all = hinted(hinted(attempt));
    expect(all.events.map((event) => event.kind === 'hint' && event.index)).toEqual([1, 2]);
    expect(hinted(all)).toBe(all);
  });
});

describe('the record of the design', () => {
  const edit = (name: string) =>
    ({ label: name, design: named(name), changes: [{ op: 'rename-design', name }] }) as const;

  test('is played back with undo, and with what another window did', () => {
    let attempt = begun();
    const later = (ms: number): void => {
      attempt = advanced(attempt, ms);
    };
    later(1000);
    attempt = stepped(attempt, edit('One'));
    later(1000);
    attempt = stepped(attempt, edit('Two'));
    later(1000);
    attempt = stepped(attempt, { label: 'Undo', design: named('One'), to: 1 });
    later(1000);
    attempt = stepped(attempt, { label: 'Undo', design: empty, to: 0 });
    later(1000);
    attempt = stepped(attempt, { label: 'Elsewhere', design: named('Other') });
    const replay = replayOf(attempt);
    const names = [0, 1000, 2000, 3000, 4000, 5000].map((atMs) => replay.at(atMs).design.name);
    expect(names).toEqual(['Short links', 'One', 'Two', 'One', 'Short links', 'Other']);
    expect(replay.at(2500).design.name).toBe('Two');
    expect(attempt.steps.flatMap(({ design }) => design?.name ?? [])).toEqual(['Other']);
  });

  test('is read again from its file as it was written', () => {
    const attempt = stepped(stepped(begun(), edit('One')), { label: 'Undo', design: empty, to: 0 });
    const read = readAttempt(JSON.parse(JSON.stringify(finished(attempt, monday))));
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && replayOf(read.value).at(0).design.name).toBe('Short links');
  });
});
