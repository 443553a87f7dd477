import { describe, expect, test } from 'vitest';
import { defaultOf, fallbackOf } from '../../../../renderer/panels/fields/config-values';
import { groupFields } from '../../../../renderer/panels/fields/field-groups';
import { kinds } from '../../../../shared/catalog/index';
import { resolve } from '../../../../shared/catalog/resolve';
import type { Design } from '../../../../shared/model/schema';

const one = (kind: string, config: object = {}): Design => ({
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system: { nodes: [{ id: 'n', kind, config }] },
});

const resolved = (kind: string, config: object = {}, technology?: string) => {
  const design = one(kind, config);
  const nodes = design.system.nodes?.map((node) =>
    technology === undefined ? node : { ...node, technology },
  );
  const [node] = resolve({ ...design, system: { nodes: nodes ?? [] } }).nodes;
  if (node === undefined) throw new Error('no node');
  return node;
};

describe('the fields of the inspector', () => {
  test.each(kinds.filter(({ behaviour }) => behaviour !== 'source').map((kind) => [kind.id, kind] as const))(
    'show something that matters of %s',
    (_, kind) => {
      expect(groupFields(kind.main).flatMap(({ fields }) => fields).length).toBeGreaterThan(0);
    },
  );

  test('leave out what no figure reads', () => {
    expect(groupFields(['evictionPolicy', 'replicas']).flatMap(({ fields }) => fields)).toEqual(['replicas']);
  });

  test('offer the default of the technology before that of the kind', () => {
    expect(defaultOf(resolved('service'), 'serviceMs')?.value).toBe(0.625);
    expect(defaultOf(resolved('service', {}, 'Go'), 'serviceMs')?.value).toBe(0.667);
  });

  test("are of the node's own kind where another kind comes in the same technology", () => {
    const database = resolved('sql-database', {}, 'PostgreSQL');
    // A shard says 1, in a range of 1 to 1.
    expect(defaultOf(database, 'shards')).toEqual(defaultOf(resolved('sql-database'), 'shards'));
    expect(defaultOf(resolved('shard', {}, 'PostgreSQL'), 'shards')?.range).toEqual([1, 1]);
    expect(database.kind.title).toBe('SQL database');
  });

  test('offer the default of one server, not of the scaled-up one', () => {
    expect(fallbackOf(resolved('service', { scaleUp: 4 }), 'concurrency')).toBe(2);
  });

  test('offer a majority where no quorum is set', () => {
    // ⌊5 ÷ 2⌋ + 1 = 3.
    expect(fallbackOf(resolved('key-value-store', { replicasPerShard: 5 }), 'readQuorum')).toBe(3);
  });
});
