import { describe, expect, test } from 'vitest';
import { followingMarks } from '../../../shared/edits/follow-marks';
import { arrangeInLanes } from '../../../shared/edits/in-lanes';
import { partBoxes } from '../../../shared/edits/part-boxes';
import { tidy } from '../../../shared/edits/tidy';
import { overlaps } from '../../../shared/layout/geometry';
import { applyChanges } from '../../../shared/model/apply';
import { type Design, type Mark, marksOf, nodesOf } from '../../../shared/model/schema';

const two = (marks: readonly Mark[], locked: readonly string[] = []): Design => ({
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system: {
    nodes: [
      { id: 'a', kind: 'client' },
      { id: 'b', kind: 'service' },
    ],
    edges: [{ id: 'e', from: 'a', to: 'b' }],
  },
  layout: {
    nodes: { a: { x: 0, y: 0 }, b: { x: 0, y: 600 } },
    marks: [...marks],
    ...(locked.length === 0 ? {} : { locked: [...locked] }),
  },
});
const note = (id: string, x: number, y: number): Mark => ({
  id,
  kind: 'note',
  x,
  y,
  width: 180,
  height: 120,
  text: id,
});
const placeOf = (design: Design, id: string) => {
  const mark = marksOf(design).find((other) => other.id === id);
  return { x: mark?.x, y: mark?.y };
};
/** The design once b is put to a place. */
const withB = (design: Design, x: number, y: number): Design => {
  const arranging = [{ op: 'place' as const, places: { b: { x, y } } }];
  return applyChanges(design, [...arranging, ...followingMarks(design, arranging)]);
};

describe('annotations of parts that are arranged anew', () => {
  test('go with the card that they lie beside', () => {
    expect(placeOf(withB(two([note('n', 200, 620)]), 400, 0), 'n')).toEqual({ x: 600, y: 20 });
  });

  test('stay where nothing comes to lie under them', () => {
    expect(placeOf(withB(two([note('n', 800, 1200)]), 400, 0), 'n')).toEqual({ x: 800, y: 1200 });
  });

  test('stand below everything where a card comes to lie under them', () => {
    const design = withB(two([note('n', 400, 280), note('m', 420, 300)]), 400, 300);
    const boxes = partBoxes(design);
    const cards = nodesOf(design).flatMap(({ id }) => boxes.get(id) ?? []);
    const notes = ['n', 'm'].flatMap((id) => boxes.get(id) ?? []);
    for (const box of notes) expect(cards.some((card) => overlaps(card, box))).toBe(false);
    expect(
      notes.every((box, at) => notes.every((other, index) => at === index || !overlaps(box, other))),
    ).toBe(true);
  });

  test('stay where they are locked', () => {
    expect(placeOf(withB(two([note('n', 200, 620)], ['n']), 400, 0), 'n')).toEqual({ x: 200, y: 620 });
  });

  test.each([
    ['tidying', (design: Design) => tidy(design, {})],
    ['keeping the lanes', (design: Design) => arrangeInLanes(design)],
  ])('are covered by no card after %s', (_way, edit) => {
    const design = two([note('n', 260, 0), note('m', 500, 20), note('o', 760, 40)]);
    const result = edit(design);
    if (!result.ok) throw new Error(result.reason.text);
    const boxes = partBoxes(applyChanges(design, result.edit.changes));
    const [cards, notes] = [
      ['a', 'b'],
      ['n', 'm', 'o'],
    ].map((ids) => ids.flatMap((id) => boxes.get(id) ?? []));
    expect(notes).toHaveLength(3);
    for (const box of notes ?? []) expect(cards?.some((card) => overlaps(card, box))).toBe(false);
  });
});
