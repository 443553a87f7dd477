import { expect, test } from 'vitest';
import { overviewPaths } from '../../../renderer/canvas/overview-paths';
import { drawnTinyUrl } from '../../support/drawn-tinyurl';

const paints = (paths: ReturnType<typeof overviewPaths>) => paths?.cards.map(({ paint }) => paint) ?? [];

test('the minimap has the steps of an overlay in place of layers, and cards without a step uncoloured', () => {
  const [first] = drawnTinyUrl.system.nodes ?? [];
  expect(paints(overviewPaths(drawnTinyUrl, null))).toContain('client');
  const overlaid = overviewPaths(drawnTinyUrl, null, (id) => (id === first?.id ? 4 : null));
  expect(paints(overlaid)).toEqual(['uncoloured', 'ramp-4']);
});

test('an arrow is in the minimap as its line, and what is hidden is not', () => {
  const marks = [
    { id: 'arrow', kind: 'arrow', x: 0, y: 0, from: { x: 0, y: 0 }, to: { x: 300, y: 200 } },
    { id: 'secret', kind: 'note', x: 0, y: 0, layer: 'l' },
  ];
  const paths = overviewPaths(
    {
      ...drawnTinyUrl,
      layout: {
        ...drawnTinyUrl.layout,
        marks,
        annotations: { layers: [{ id: 'l', name: 'L', hidden: true }] },
      },
    },
    null,
  );
  expect(paths?.marks.map(({ mark }) => mark)).toEqual([marks[0]]);
});
