import { describe, expect, test } from 'vitest';
import { drawnExtent } from '../../../renderer/canvas/drawn-extent';
import { figureStoreOf } from '../../../renderer/canvas/figure-store';
import { activeEditor } from '../../../renderer/store/editors';
import { resolve } from '../../../shared/catalog/resolve';
import { extentOf } from '../../../shared/diagram/extent';
import { figuresOf } from '../../../shared/diagram/figures';
import { sceneOf } from '../../../shared/formats/svg/scene';
import type { Design } from '../../../shared/model/schema';
import { templates } from '../../../shared/templates';
import { hardDesigns } from '../../support/hard-designs';
import { sampleDesign } from './sample-design';

/** The sample with an edge that a person led far out, and a box of a group that is no more. */
function withBend(): Design {
  const sample = sampleDesign();
  const points = [
    { x: 600, y: 700 },
    { x: 850, y: 700 },
  ];
  const groups = { ...sample.layout?.groups, gone: { x: -5000, y: 0, width: 100, height: 100 } };
  return { ...sample, id: 'bend', layout: { ...sample.layout, groups, edges: { 'api-db': { points } } } };
}

describe.each([...templates.map(({ design }) => design), ...hardDesigns, withBend()])('$id', (design) => {
  test('is fitted into the view by the box that its picture is cropped to', () => {
    figureStoreOf(activeEditor()).setState({ index: figuresOf(resolve(design), null) });
    const { cards, groups, marks, routes } = sceneOf(design, resolve(design), null, {});
    const cropped = extentOf({
      cards: cards.values(),
      groups: groups.values(),
      marks: marks.values(),
      routes: routes.values(),
    });
    expect(drawnExtent(activeEditor(), design)).toEqual(cropped);
  });
});

test('bends and the labels of edges count, a group that is no more does not', () => {
  const box = drawnExtent(activeEditor(), withBend());
  expect(box?.x).toBeGreaterThan(-20);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThanOrEqual(700);
});

test('an edge alone is fitted by its line', () => {
  const box = drawnExtent(activeEditor(), withBend(), new Set(['api-db']));
  expect(box).toMatchObject({ x: 486 });
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThanOrEqual(700);
});
