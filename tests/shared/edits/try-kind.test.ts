import { describe, expect, test } from 'vitest';
import { tryKind } from '../../../shared/edits/try-kind';
import { applyChanges } from '../../../shared/model/apply';
import { sketch } from '../../../shared/rules/sketch';

const design = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db');

function tried(kind: string, technology: string | null) {
  const result = tryKind(design, { id: 'db', kind, technology });
  if (!result.ok) throw new Error(result.reason.text);
  const { changes } = result.edit;
  return { changes, node: applyChanges(design, changes).system.nodes?.find(({ id }) => id === 'db') };
}

describe('another kind or technology', () => {
  test('what it already is changes nothing', () => {
    expect(tried('sql-database', null).changes).toEqual([]);
  });

  test('a technology of its own kind', () => {
    expect(tried('sql-database', 'PostgreSQL').node).toMatchObject({
      kind: 'sql-database',
      technology: 'PostgreSQL',
    });
  });

  test('another kind in one of its technologies', () => {
    expect(tried('document-database', 'MongoDB').node).toMatchObject({
      kind: 'document-database',
      technology: 'MongoDB',
    });
  });

  test('a technology that the kind lacks is not kept', () => {
    expect(tried('document-database', 'PostgreSQL').node).not.toHaveProperty('technology');
  });

  test('an unknown kind or component is refused', () => {
    expect(tryKind(design, { id: 'db', kind: 'nothing', technology: null }).ok).toBe(false);
    expect(tryKind(design, { id: 'none', kind: 'cache', technology: null }).ok).toBe(false);
  });
});
