import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../shared/model/apply';
import type { Change } from '../../../shared/model/changes';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Attempt } from '../../../shared/practice/attempt';
import { compareAttempts } from '../../../shared/practice/compare-attempts';
import { replayOf } from '../../../shared/practice/replay';
import { attemptAt } from './attempts/attempt';
import { smallProblem } from './small-problem';

const blank = emptyDesign('blank', 'Blank', '2026-01-01T00:00:00Z');

const changesAt = (step: number): readonly Change[] => [
  { op: 'add-node', node: { id: `n${step}`, kind: 'service' }, at: { x: step * 240, y: 0 } },
];

/** A component every second, for three minutes. */
const recorded: Attempt = {
  ...attemptAt(smallProblem, {
    design: blank,
    events: [
      { kind: 'section', atMs: 0, section: 'expectations' },
      { kind: 'section', atMs: 60_500, section: 'estimates' },
    ],
  }),
  steps: Array.from({ length: 180 }, (_, at) => ({
    atMs: (at + 1) * 1000,
    label: `Add n${at}`,
    changes: changesAt(at),
  })),
  comments: [{ id: 'c1', atMs: 90_000, author: 'Mentor', text: 'Why here?' }],
};

describe('a replay', () => {
  const replay = replayOf(recorded);

  test.each([0, 999, 1000, 60_499, 60_500, 120_000, 180_000, 1e9])(
    'at %d ms is what had been done',
    (atMs) => {
      const done = recorded.steps.filter((step) => step.atMs <= atMs).length;
      const design = Array.from({ length: done }, (_, at) => changesAt(at)).reduce(applyChanges, blank);
      const moment = replay.at(atMs);
      expect(moment.design).toEqual(design);
      expect(moment.steps).toBe(done);
      expect(moment.section).toBe(atMs < 60_500 ? 'expectations' : 'estimates');
      expect(moment.comments.length).toBe(atMs < 90_000 ? 0 : 1);
    },
  );

  test('can go back and forth', () => {
    const times = [150_000, 3000, 180_000, 75_000, 150_000];
    expect(times.map((atMs) => replay.at(atMs).design.system.nodes?.length)).toEqual([150, 3, 180, 75, 150]);
    expect(replay.endMs).toBe(recorded.elapsedMs);
  });

  test('passes over what is no edit', () => {
    const steps = [{ atMs: 1, label: 'x', changes: [{ op: 'explode' }, ...changesAt(1)] }];
    expect(replayOf({ ...recorded, steps }).at(10).design.system.nodes?.length).toBe(1);
  });
});

describe('two attempts beside each other', () => {
  const first = attemptAt(smallProblem, { design: blank });
  const second = attemptAt(smallProblem, { design: smallProblem.reference, asked: ['new-links'] });

  test('differ by the points that one of them got, and by what was drawn', () => {
    const { scores, gained, lost, designs } = compareAttempts(first, second);
    expect(scores[1].total).toBeGreaterThan(scores[0].total);
    expect(gained.some(({ id }) => id === 'role-cache')).toBe(true);
    expect(lost).toEqual([]);
    expect(designs.parts.some((part) => part.kind === 'added' && part.id === 'hot-links')).toBe(true);
  });

  test('that are the same do not differ', () => {
    const { gained, lost, designs } = compareAttempts(second, second);
    expect([gained, lost, designs.parts, designs.figures]).toEqual([[], [], [], []]);
  });
});
