import { describe, expect, test } from 'vitest';
import { partBeside } from '../../../renderer/canvas/tab-order';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';

const design: Design = {
  ...emptyDesign('a', 'Orders', '2026-01-05T10:00:00.000Z'),
  system: {
    nodes: [
      { id: 'api', kind: 'service' },
      { id: 'db', kind: 'sql-database' },
    ],
    groups: [{ id: 'eu', kind: 'region' }],
  },
};

describe('Tab goes through the parts of a design', () => {
  test('groups first, then components, whether they are drawn or not', () => {
    expect(partBeside(design, 'eu', 1)).toBe('api');
    expect(partBeside(design, 'api', 1)).toBe('db');
    expect(partBeside(design, 'api', -1)).toBe('eu');
  });

  test('and leaves them at the ends', () => {
    expect(partBeside(design, 'db', 1)).toBeNull();
    expect(partBeside(design, 'eu', -1)).toBeNull();
    expect(partBeside(design, 'none', 1)).toBeNull();
  });
});
