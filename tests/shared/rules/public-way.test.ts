import { expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import { entryEdges } from '../../../shared/rules/facts/public-way';
import { sketch } from '../../../shared/rules/sketch';

test('a source whose calls are said to stay inside is not the public', () => {
  const kinds = { user: 'client', office: 'client', api: 'service' } as const;
  const design = sketch(kinds, 'user -> api, office -> api', {
    edges: { 'office -> api': { network: 'same-zone' } },
  });
  expect(entryEdges(resolve(design)).map(({ from }) => from)).toEqual(['user']);
});
