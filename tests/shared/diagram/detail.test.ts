import { expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import { detailOf } from '../../../shared/diagram/detail';
import { sketch } from '../../../shared/rules/sketch';

test('a card names servers and the concurrency of one as it is scaled up, which counts the scale once', () => {
  const design = sketch({ api: 'service' }, '', {
    nodes: { api: { technology: 'Go' } },
    config: { api: { replicas: 2, concurrency: 10, scaleUp: 4 } },
  });
  expect(resolve(design).nodes.map((node) => detailOf(node))).toEqual(['Go · 2 × 40']);
});
