import { describe, expect, test } from 'vitest';
import { insertDesign } from '../../../shared/edits/insert';
import { patchMany, sharedFields } from '../../../shared/edits/patch-many';
import { applyChanges } from '../../../shared/model/apply';
import { type Design, flowsOf, nodesOf } from '../../../shared/model/schema';
import { templateOf } from '../../../shared/templates';

const design: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system: {
    nodes: [
      { id: 'a', kind: 'service', config: { replicas: 4, serviceMs: 5 } },
      { id: 'b', kind: 'worker', config: { replicas: 2, serviceMs: 5 } },
      { id: 'c', kind: 'client' },
    ],
  },
  layout: { nodes: { a: { x: 0, y: 0 }, b: { x: 300, y: 0 }, c: { x: 600, y: 0 } } },
};

function withEdit(result: ReturnType<typeof patchMany>, of = design): Design {
  if (!result.ok) throw new Error(result.reason.text);
  return applyChanges(of, result.edit.changes);
}

const configs = (of: Design) => nodesOf(of).map(({ config }) => config ?? {});

describe('one field of several components', () => {
  test('says which value all have, and where they differ', () => {
    const fields = sharedFields(design, ['a', 'b']);
    expect(fields.find(({ field }) => field === 'replicas')).toMatchObject({ isMixed: true, isSet: true });
    expect(fields.find(({ field }) => field === 'serviceMs')).toMatchObject({ isMixed: false, value: 5 });
    expect(fields.find(({ field }) => field === 'cv')).toMatchObject({ isMixed: false, isSet: false });
    expect(fields[0]?.field).toBe('replicas');
    expect(sharedFields(design, ['a', 'c'])).toEqual([]);
  });

  test('is set for all of them by one edit, which leaves alone what has the value', () => {
    const result = patchMany(design, { ids: ['a', 'b'], field: 'replicas', value: 4 });
    expect(result.ok && result.edit.changes).toHaveLength(1);
    expect(configs(withEdit(result))).toEqual([
      { replicas: 4, serviceMs: 5 },
      { replicas: 4, serviceMs: 5 },
      {},
    ]);
  });

  test('is reset for all of them', () => {
    const reset = withEdit(patchMany(design, { ids: ['a', 'b'], field: 'serviceMs', value: null }));
    expect(configs(reset)).toEqual([{ replicas: 4 }, { replicas: 2 }, {}]);
  });

  test.each([
    ['a field that is not there', { ids: ['a'], field: 'toString', value: 1 }],
    ['a value that it cannot have', { ids: ['a'], field: 'replicas', value: 'many' }],
    ['a component that is not there', { ids: ['z'], field: 'replicas', value: 1 }],
  ])('refuses %s', (_what, args) => {
    expect(patchMany(design, args).ok).toBe(false);
  });
});

describe('a design that is inserted into another', () => {
  const other = templateOf('tinyurl')?.design;
  if (other === undefined) throw new Error('There is no such template.');

  test('brings all its components and flows, clear of what is there, and again with free ids', () => {
    const once = withEdit(insertDesign(design, { other }));
    expect(nodesOf(once)).toHaveLength(3 + nodesOf(other).length);
    expect(flowsOf(once)).toHaveLength(flowsOf(other).length);
    const xs = nodesOf(once).map(({ id }) => once.layout?.nodes?.[id]?.x ?? Number.NaN);
    expect(Math.min(...xs.slice(3))).toBeGreaterThan(Math.max(...xs.slice(0, 3)) + 210);
    const twice = withEdit(insertDesign(once, { other }), once);
    expect(new Set(nodesOf(twice).map(({ id }) => id)).size).toBe(3 + 2 * nodesOf(other).length);
  });

  test('leaves the targets and the workload as they are', () => {
    const { workload, targets } = withEdit(insertDesign(design, { other })).system;
    expect({ workload, targets }).toEqual({ workload: undefined, targets: undefined });
  });

  test('is refused where it has no parts', () => {
    expect(insertDesign(design, { other: { ...design, system: {}, layout: {} } }).ok).toBe(false);
  });
});
