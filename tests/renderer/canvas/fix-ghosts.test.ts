import { describe, expect, test } from 'vitest';
import { fixGhosts } from '../../../renderer/canvas/fix-ghosts';
import { sketch } from '../../../shared/rules/sketch';

const design = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db');

describe('the preview of a quick fix', () => {
  test('shows what it adds with the edges, and what it sets', () => {
    const ghosts = fixGhosts(design, [
      { op: 'add-node', node: { id: 'cache', kind: 'cache' } },
      { op: 'add-edge', edge: { id: 'api-cache', from: 'api', to: 'cache' } },
      { op: 'patch-config', id: 'db', patch: { replicasPerShard: 3 } },
      { op: 'patch-edge', id: 'api-db', patch: { mode: 'async' } },
    ]);
    expect(ghosts).toMatchObject({
      added: ['cache'],
      changed: ['db'],
      removed: [],
      drawnEdges: ['api-cache'],
      changedEdges: ['api-db'],
      removedEdges: [],
    });
    // It has a place, as it will once the fix is applied.
    expect(ghosts.after.layout?.nodes?.['cache']).toBeDefined();
  });

  test('shows an edge that leads elsewhere where it was and where it will be', () => {
    const ghosts = fixGhosts(design, [{ op: 'patch-edge', id: 'api-db', patch: { from: 'user' } }]);
    expect(ghosts).toMatchObject({ drawnEdges: ['api-db'], removedEdges: ['api-db'], changedEdges: [] });
  });

  test('shows what it removes', () => {
    const ghosts = fixGhosts(design, [{ op: 'remove', ids: ['db'] }]);
    expect(ghosts).toMatchObject({ removed: ['db'], removedEdges: ['api-db'], added: [], changed: [] });
  });
});
