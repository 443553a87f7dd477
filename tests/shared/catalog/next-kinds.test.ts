import { expect, test } from 'vitest';
import { nextKinds } from '../../../shared/catalog/next-kinds';
import { layerIds } from '../../../shared/model/vocabulary';

test.each(layerIds)('a component of the layer %s has kinds that fit next to it', (layer) => {
  expect(nextKinds(layer, new Set()).length).toBeGreaterThan(1);
});

test('what a component calls already makes room for what comes next', () => {
  const ids = nextKinds('service', new Set(['cache']), 3).map(({ id }) => id);
  expect(ids).toEqual(['sql-database', 'queue', 'key-value-store']);
});
