import { describe, expect, test } from 'vitest';
import { arrangeInLanes, inLanes, lanesOf } from '../../../shared/edits/in-lanes';
import { partBoxes } from '../../../shared/edits/part-boxes';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';
import { drawnTinyUrl } from '../../support/drawn-tinyurl';

const bent: Design = {
  ...drawnTinyUrl,
  layout: {
    ...drawnTinyUrl.layout,
    edgeStyle: 'curved',
    edges: {
      e1: { points: [{ x: 5, y: 5 }], fromSide: 'top', style: 'straight' },
      e2: { toSide: 'bottom' },
    },
    marks: [{ id: 'n', kind: 'note', x: 0, y: 0, text: 'Here' }],
  },
};

describe('a design in lanes', () => {
  test('is the same object again, its system too', () => {
    expect(inLanes(bent)).toBe(inLanes(bent));
    expect(inLanes(bent).system).toBe(bent.system);
  });

  test('leaves out what belongs to the places of a person, and keeps how edges are drawn', () => {
    const { layout } = inLanes(bent);
    expect(layout?.marks).toBeUndefined();
    expect(layout?.edges).toEqual({ e1: { style: 'straight' } });
    expect(layout?.edgeStyle).toBe('curved');
  });

  test('has every card in the lane of its layer', () => {
    const boxes = partBoxes(inLanes(bent));
    const lane = lanesOf(bent).find(({ id }) => id === 'traffic');
    const box = boxes.get('lb');
    expect(box?.x).toBeGreaterThanOrEqual(lane?.x ?? Number.NaN);
  });

  test('is what arranging in lanes gives, with the notes where they were', () => {
    const result = arrangeInLanes(bent);
    if (!result.ok) throw new Error('refused');
    const kept = applyChanges(bent, result.edit.changes);
    const shown = inLanes(bent).layout;
    expect(kept.layout?.nodes).toEqual(shown?.nodes);
    expect(kept.layout?.groups).toEqual(shown?.groups);
    expect(kept.layout?.edges).toEqual(shown?.edges);
    expect(kept.layout?.marks).toEqual(bent.layout?.marks);
    expect(kept.system).toBe(bent.system);
  });
});
