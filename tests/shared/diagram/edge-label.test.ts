import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import { edgeLabel, labelWidthsOf, placedLabel } from '../../../shared/diagram/edge-label';
import { routesOf } from '../../../shared/diagram/route';
import type { Design } from '../../../shared/model/schema';
import { designOf } from '../../support/resolved';

const design: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system: {
    nodes: [
      { id: 'a', kind: 'service' },
      { id: 'b', kind: 'service' },
    ],
    edges: [{ id: 'call', from: 'a', to: 'b' }],
  },
};
const [edge] = resolve(design).edges;
if (edge === undefined) throw new Error('The design has a call.');

/** What is drawn on a call of so many rps between two cards that stand 52 px apart, where letters are 11 px at this zoom. */
function drawnAt(zoom: number, rps: number): { readonly text: string; readonly widthPx: number } | null {
  const label = edgeLabel({
    edge: edge ?? never(),
    figures: { id: 'call', rps, bytesPerSecond: 0, rttMs: 0.5, timeoutShare: null },
    callee: undefined,
    fromBuffer: false,
    flowNames: [],
  });
  const scale = 11 / 11.5 / zoom;
  const boxes = new Map([
    ['a', { x: 0, y: 0, width: 188, height: 92 }],
    ['b', { x: 240, y: 0, width: 188, height: 92 }],
  ]);
  const routes = routesOf(
    [{ id: 'call', from: 'a', to: 'b' }],
    boxes,
    () => labelWidthsOf(label, scale),
    scale,
  );
  const placed = placedLabel(label, routes.get('call')?.label ?? null, scale);
  return placed === null ? null : { text: placed.text, widthPx: placed.box.width };
}

function never(): never {
  throw new Error('The design has a call.');
}

describe('the label of a short call', () => {
  test('keeps its calls per second at every zoom at which cards show theirs', () => {
    expect(drawnAt(0.96, 11_690)?.text).toBe('11.7k');
    expect(drawnAt(0.7, 11_690)?.text).toBe('11.7k');
    expect(drawnAt(0.6, 11_690)?.text).toBe('12k');
    expect(drawnAt(0.53, 116)?.text).toBe('116');
  });

  test('never reaches the cards', () => {
    for (const zoom of [0.9, 0.8, 0.7, 0.6, 0.53, 0.46, 0.38])
      for (const rps of [2.3, 116, 1000, 11_690, 234_567])
        expect(drawnAt(zoom, rps)?.widthPx ?? 0).toBeLessThan(52);
  });
});

test('a fallback says what it is, is dashed, and has no round trip in the nominal figures', () => {
  const sketch = designOf({
    nodes: { a: {}, b: {}, c: {} },
    edges: { 'a -> b': { rttMs: 70 }, 'a -> c': { rttMs: 70, fallbackOf: 'e0' } },
  });
  const labels = sketch.edges.map((of) =>
    edgeLabel({ edge: of, figures: undefined, callee: undefined, fromBuffer: false, flowNames: [] }),
  );
  expect(labels.map(({ text, dashed }) => [text, dashed])).toEqual([
    ['70 ms', false],
    ['fallback', true],
  ]);
});
