import { describe, expect, test } from 'vitest';
import { addLayer, annotate, removeLayer, restyle, showAnnotations } from '../../../shared/edits/annotate';
import { copyParts } from '../../../shared/edits/arrow-ends';
import type { EditResult } from '../../../shared/edits/edit';
import { duplicate, paste } from '../../../shared/edits/insert';
import { move } from '../../../shared/edits/move';
import { order } from '../../../shared/edits/order';
import { partBoxes } from '../../../shared/edits/part-boxes';
import { remove } from '../../../shared/edits/remove';
import { writeNote } from '../../../shared/edits/write-note';
import { applyChanges } from '../../../shared/model/apply';
import { type MarkOrder, markOrders } from '../../../shared/model/changes';
import { emptyDesign } from '../../../shared/model/empty-design';
import { counts } from '../../../shared/model/limits';
import { markStates } from '../../../shared/model/marks';
import { parseDesign } from '../../../shared/model/parse';
import { type Design, type Mark, marksOf } from '../../../shared/model/schema';

const sheet = (id: string, x: number, more: Partial<Mark> = {}): Mark => ({
  id,
  kind: 'shape',
  x,
  y: 0,
  width: 100,
  height: 40,
  ...more,
});
const arrow: Mark = {
  id: 'arrow',
  kind: 'arrow',
  x: 50,
  y: 20,
  from: { part: 'a', x: 0, y: 0 },
  to: { part: 'b', x: 200, y: 0 },
};

function designOf(...marks: readonly Mark[]): Design {
  const empty = emptyDesign('board', 'Board', '2026-01-01T00:00:00.000Z');
  return {
    ...empty,
    system: { nodes: [{ id: 'api', kind: 'service' }] },
    layout: { nodes: { api: { x: 20, y: 500 } }, marks },
  };
}

function made(design: Design, result: EditResult): Design {
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  const next = applyChanges(design, result.edit.changes);
  expect(parseDesign(next).ok).toBe(true);
  return next;
}
const markIn = (design: Design, id: string): Mark | undefined =>
  marksOf(design).find((mark) => mark.id === id);
const ids = (design: Design): readonly string[] => marksOf(design).map(({ id }) => id);

describe('arrows', () => {
  const design = designOf(sheet('a', 0), sheet('b', 200), arrow);

  test('follow what they end at', () => {
    expect(partBoxes(design).get('arrow')).toEqual({ x: 104, y: 20, width: 92, height: 1 });
    const moved = made(design, move(design, { ids: ['b'], dx: 100, dy: 0 }));
    expect(partBoxes(moved).get('arrow')).toEqual({ x: 104, y: 20, width: 192, height: 1 });
    expect(markIn(moved, 'arrow')).toBe(arrow);
  });

  test('keep their line when a part that they end at is deleted, and end at no part that is not there', () => {
    const left = made(design, remove(design, { ids: ['b'] }));
    expect(markIn(left, 'arrow')?.to).toEqual({ x: 146, y: 0 });
    expect(markIn(left, 'arrow')?.from?.part).toBe('a');
    expect(partBoxes(left).get('arrow')).toEqual({ x: 104, y: 20, width: 92, height: 1 });
  });

  test('that are copied with what they end at end at the copies, and alone at the place', () => {
    const all = made(design, duplicate(design, { ids: ['a', 'b', 'arrow'], dx: 0, dy: 100 }));
    expect(markIn(all, 'arrow-2')).toMatchObject({ from: { part: 'a-2' }, to: { part: 'b-2' } });
    const fragment = copyParts(design, ['arrow']);
    const alone = made(design, paste(design, { fragment, at: { x: 150, y: 320 } }));
    expect(markIn(alone, 'arrow-2')?.to).toEqual({ x: 146, y: 0 });
    expect(markIn(alone, 'arrow-2')?.from).toEqual({ x: 54, y: 0 });
  });

  test('with free ends move by as much as they are dragged, wherever the corner of their box is', () => {
    const free = designOf({ ...arrow, from: { x: 100, y: 60 }, to: { x: -20, y: 0 } });
    const moved = made(free, move(free, { ids: ['arrow'], dx: 20, dy: 40 }));
    expect(markIn(moved, 'arrow')).toMatchObject({ x: 70, y: 60 });
  });
});

test('a frame takes along what lies wholly in it, cards too, and leaves the rest', () => {
  const frame: Mark = { id: 'frame', kind: 'frame', x: -10, y: -10, width: 400, height: 700 };
  const design = designOf(frame, sheet('in', 20), sheet('across', 380));
  const moved = made(design, move(design, { ids: ['frame'], dx: 1000, dy: 0 }));
  expect([markIn(moved, 'frame')?.x, markIn(moved, 'in')?.x, markIn(moved, 'across')?.x]).toEqual([
    990, 1020, 380,
  ]);
  expect(moved.layout?.nodes?.['api']).toEqual({ x: 1020, y: 500 });
});

test.each([
  ['front', ['a', 'c', 'd', 'b']],
  ['forward', ['a', 'c', 'b', 'd']],
  ['backward', ['b', 'a', 'c', 'd']],
  ['back', ['b', 'a', 'c', 'd']],
] as const satisfies readonly (readonly [MarkOrder, readonly string[]])[])(
  '%s of b gives %o',
  (to, expected) => {
    const design = designOf(sheet('a', 0), sheet('b', 0), sheet('c', 0), sheet('d', 0));
    expect(ids(made(design, order(design, { ids: ['b'], to })))).toEqual(expected);
  },
);

test.each(markOrders)('%s of all annotations changes nothing', (to) => {
  const design = designOf(sheet('a', 0), sheet('b', 0));
  expect(made(design, order(design, { ids: ['a', 'b'], to }))).toBe(design);
});

describe('layers of annotations', () => {
  const design = designOf(sheet('a', 0), sheet('b', 200));
  const layered = made(design, addLayer(design, { name: 'Review', ids: ['a'] }));

  test('hide and lock what is in them, each by itself', () => {
    const hidden = made(layered, showAnnotations(layered, { layer: 'layer-1', hidden: true }));
    expect([...markStates(hidden).hidden]).toEqual(['a']);
    const both = made(hidden, showAnnotations(hidden, { layer: 'layer-1', locked: true }));
    expect([...markStates(both).hidden]).toEqual(['a']);
    expect([...markStates(both).locked]).toEqual(['a']);
    const shown = made(both, showAnnotations(both, { layer: 'layer-1', hidden: false }));
    expect(shown.layout?.annotations?.layers).toEqual([{ id: 'layer-1', name: 'Review', locked: true }]);
  });

  test('all are hidden at once, and shown again without a trace', () => {
    const hidden = made(design, showAnnotations(design, { hidden: true }));
    expect([...markStates(hidden).hidden]).toEqual(['a', 'b']);
    expect(made(hidden, showAnnotations(hidden, { hidden: false })).layout).toEqual(design.layout);
  });

  test('leave their annotations when they go', () => {
    const left = made(layered, removeLayer(layered, { layer: 'layer-1' }));
    expect(left.layout).toEqual(design.layout);
  });

  test('are refused by an id that is none', () => {
    expect(showAnnotations(layered, { layer: 'layer-9', hidden: true }).ok).toBe(false);
  });
});

test('a shape whose text is deleted stays, a note without text goes', () => {
  const design = designOf(sheet('a', 0, { text: 'Orders' }), {
    id: 'n',
    kind: 'note',
    x: 0,
    y: 90,
    text: 'x',
  });
  expect(markIn(made(design, writeNote(design, { id: 'a', text: ' ' })), 'a')).toEqual(sheet('a', 0));
  expect(ids(made(design, writeNote(design, { id: 'n', text: '' })))).toEqual(['a']);
});

test('a style is set on annotations alone, and taken out where it is the usual', () => {
  const design = designOf(sheet('a', 0, { color: 'red' }));
  const plain = made(design, restyle(design, { ids: ['a'], patch: { color: null, fill: 'blue' } }));
  expect(markIn(plain, 'a')).toEqual(sheet('a', 0, { fill: 'blue' }));
  expect(restyle(design, { ids: ['gone'], patch: { fill: 'blue' } }).ok).toBe(false);
});

describe('pictures in a document', () => {
  const png = (characters: number): string => {
    const head = 'data:image/png;base64,';
    return head + 'A'.repeat(characters - head.length);
  };
  const withImage = (image: string): Design => designOf({ id: 'i', kind: 'image', x: 0, y: 0, image });

  test('are kept whole, longer than any text may be', () => {
    const design = designOf();
    const image = png(counts.textCharacters * 3);
    const drawn = made(design, annotate(design, { mark: { kind: 'image', x: 0, y: 0, image } }));
    expect(markIn(drawn, 'image')?.image).toBe(image);
  });

  test('are read up to the limit', () => {
    expect(parseDesign(withImage(png(counts.imageCharacters))).ok).toBe(true);
    expect(parseDesign(withImage(png(counts.imageCharacters + 1))).ok).toBe(false);
  });

  test.each([
    'https://example.com/a.png',
    'data:text/html;base64,PHNjcmlwdD4=',
    'data:image/svg+xml,<svg onload="alert(1)"/>',
    'data:image/png;base64,AAAA" onload="alert(1)',
    'javascript:alert(1)',
  ])('are refused as %s', (image) => {
    expect(parseDesign(withImage(image)).ok).toBe(false);
  });
});
