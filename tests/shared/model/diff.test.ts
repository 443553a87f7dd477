import { describe, expect, test } from 'vitest';
import { diffDesigns } from '../../../shared/model/diff';
import type { Design } from '../../../shared/model/schema';

const before: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system: {
    workload: { peakFactor: 2 },
    nodes: [
      { id: 'u', kind: 'client' },
      { id: 'api', kind: 'service', name: 'API', config: { replicas: 2, observed: ['logs'] } },
      { id: 'old', kind: 'cache' },
    ],
    edges: [{ id: 'e', from: 'u', to: 'api' }],
  },
};

describe('the difference of two designs', () => {
  test('is nothing between equal ones, whatever the order of fields and the layout', () => {
    const same: Design = {
      ...before,
      layout: { nodes: { u: { x: 1, y: 2 } } },
      system: {
        ...before.system,
        nodes: (before.system.nodes ?? []).map(
          (node) => Object.fromEntries(Object.entries(node).reverse()) as typeof node,
        ),
      },
    };
    expect(diffDesigns(before, same)).toEqual([]);
  });

  test('names what was added, removed and changed, field by field', () => {
    const after: Design = {
      ...before,
      system: {
        workload: { peakFactor: 3 },
        nodes: [
          { id: 'u', kind: 'client' },
          { id: 'api', kind: 'service', name: 'API', config: { replicas: 4, observed: ['logs', 'metrics'] } },
          { id: 'new', kind: 'queue', name: 'Jobs' },
        ],
        edges: [{ id: 'e', from: 'u', to: 'api' }],
      },
    };
    expect(diffDesigns(before, after)).toEqual([
      {
        kind: 'changed',
        part: 'design',
        id: '*',
        name: 'D',
        fields: [{ path: ['workload', 'peakFactor'], before: 2, after: 3 }],
      },
      {
        kind: 'changed',
        part: 'node',
        id: 'api',
        name: 'API',
        fields: [
          { path: ['config', 'replicas'], before: 2, after: 4 },
          { path: ['config', 'observed'], before: ['logs'], after: ['logs', 'metrics'] },
        ],
      },
      { kind: 'removed', part: 'node', id: 'old', name: 'old' },
      { kind: 'added', part: 'node', id: 'new', name: 'Jobs' },
    ]);
  });

  test('of a part that gets its first settings names each of them', () => {
    const bare: Design = { ...before, system: { nodes: [{ id: 'api', kind: 'service' }] } };
    const set: Design = {
      ...before,
      system: { nodes: [{ id: 'api', kind: 'service', config: { replicas: 3 } }] },
    };
    expect(diffDesigns(bare, set)).toEqual([
      {
        kind: 'changed',
        part: 'node',
        id: 'api',
        name: 'api',
        fields: [{ path: ['config', 'replicas'], before: undefined, after: 3 }],
      },
    ]);
  });
});
