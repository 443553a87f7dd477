import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import type { Edge, Flow } from '../../../shared/model/schema';

function stepsOf(edges: readonly Partial<Edge>[]) {
  const flows: readonly Flow[] = (['get', 'list', 'put'] as const).map((id) => ({
    id,
    kind: id === 'put' ? 'write' : 'read',
    entry: 'api',
    rate: { rps: 1 },
  }));
  const system = {
    flows,
    nodes: [
      { id: 'api', kind: 'service' },
      { id: 'cache', kind: 'cache' },
      { id: 'db', kind: 'sql-database' },
    ],
    edges: edges.map((edge, i) => ({ id: `e${i}`, from: 'api', to: 'cache', ...edge })),
  };
  return resolve({ id: 'd', name: '', system }).edges.map(({ step }) => step);
}

describe('the misses of a cache that several edges lead to', () => {
  test('come after the edge that asks for the reads, not after the one that invalidates', () => {
    expect(stepsOf([{ flows: 'write' }, { flows: 'read' }, { to: 'db', onMissOf: 'cache' }])).toEqual([
      1, 2, 2.5,
    ]);
  });

  test('come after the last of the edges that each ask for one of their flows', () => {
    const asked = stepsOf([{ flows: ['get'] }, { flows: ['put', 'list'] }, { to: 'db', onMissOf: 'cache' }]);
    expect(asked).toEqual([1, 2, 2.5]);
  });

  test('come before what is put into the cache afterwards', () => {
    expect(stepsOf([{}, { to: 'db', onMissOf: 'cache' }, { calls: 1 }])).toEqual([1, 1.5, 2]);
  });
});
