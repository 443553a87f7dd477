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
