import { describe, expect, test } from 'vitest';
import { presentOrder, slidesOf } from '../../../shared/edits/present';
import { applyChanges } from '../../../shared/model/apply';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design, Mark } from '../../../shared/model/schema';

const frame = (id: string, x: number, y: number, rest: Partial<Mark> = {}): Mark => ({
  id,
  kind: 'frame',
  x,
  y,
  width: 640,
  height: 400,
  ...rest,
});
const withMarks = (...marks: readonly Mark[]): Design => ({
  ...emptyDesign('a', 'Shop', '2026-01-05T10:00:00.000Z'),
  layout: { marks },
});
const ids = (design: Design): readonly (string | null)[] => slidesOf(design).map(({ id }) => id);
const moved = (design: Design, id: string, by: -1 | 1): Design => {
  const result = presentOrder(design, { id, by });
  if (!result.ok) throw new Error(result.reason.text);
  return applyChanges(design, result.edit.changes);
};

describe('what is presented', () => {
  test('is the frames in the order in which one reads them', () => {
    expect(ids(withMarks(frame('c', 0, 900), frame('b', 800, 20), frame('a', 0, 0)))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('is the frames in the order that a person set, those without a number after them', () => {
    const design = withMarks(
      frame('a', 0, 0),
      frame('b', 800, 0, { order: 2 }),
      frame('c', 0, 900, { order: 1 }),
    );
    expect(ids(design)).toEqual(['c', 'b', 'a']);
  });

  test('says of each its title and its note', () => {
    const design = withMarks(frame('a', 0, 0, { text: 'Reads', note: 'Start with the cache.' }));
    expect(slidesOf(design)[0]).toMatchObject({ name: 'Reads', note: 'Start with the cache.' });
  });

  test('leaves out frames that are hidden', () => {
    const design = withMarks(frame('a', 0, 0), frame('b', 800, 0, { layer: 'l' }));
    const layout = { ...design.layout, annotations: { layers: [{ id: 'l', name: 'L', hidden: true }] } };
    expect(ids({ ...design, layout })).toEqual(['a']);
  });

  const grouped: Design = {
    ...emptyDesign('a', 'Shop', '2026-01-05T10:00:00.000Z'),
    system: {
      groups: [
        { id: 'us', kind: 'region' },
        { id: 'eu', kind: 'region', name: 'Europe' },
      ],
    },
    layout: {
      groups: { us: { x: 900, y: 0, width: 400, height: 300 }, eu: { x: 0, y: 0, width: 400, height: 300 } },
    },
  };

  test('is the whole and then each group where there is no frame', () => {
    expect(ids(grouped)).toEqual([null, 'eu', 'us']);
  });

  test('is still the whole first where some of the groups are plain, and no group beside frames', () => {
    const groups = [...(grouped.system.groups ?? []), { id: 'part', kind: 'frame' } as const];
    const boxes = { ...grouped.layout?.groups, part: { x: 0, y: 600, width: 300, height: 200 } };
    const design: Design = { ...grouped, system: { groups }, layout: { groups: boxes } };
    expect(ids(design)).toEqual([null, 'eu', 'us', 'part']);
    expect(ids({ ...design, layout: { groups: boxes, marks: [frame('a', 0, 0)] } })).toEqual(['a']);
  });
});

describe('the order of frames', () => {
  const design = withMarks(frame('a', 0, 0), frame('b', 800, 0), frame('c', 0, 900));

  test('is changed a place at a time', () => {
    expect(ids(moved(design, 'c', -1))).toEqual(['a', 'c', 'b']);
    expect(ids(moved(moved(design, 'a', 1), 'a', 1))).toEqual(['b', 'c', 'a']);
  });

  test('ends at its ends', () => {
    expect(moved(design, 'a', -1)).toBe(design);
    expect(moved(design, 'c', 1)).toBe(design);
  });

  test('is refused for what is no frame', () => {
    expect(presentOrder(design, { id: 'x', by: 1 }).ok).toBe(false);
  });
});
