import { describe, expect, test } from 'vitest';
import { stepWords } from '../../../../renderer/panels/history/step-words';
import { applyChanges } from '../../../../shared/model/apply';
import type { Change } from '../../../../shared/model/changes';
import { deltaBetween } from '../../../../shared/model/delta';
import { emptyDesign } from '../../../../shared/model/empty-design';
import type { Design } from '../../../../shared/model/schema';

const design: Design = {
  ...emptyDesign('a', 'Shop', '2026-01-05T10:00:00.000Z'),
  system: {
    nodes: ['web', 'api', 'store', 'cache', 'queue'].map((id) => ({
      id,
      kind: 'service',
      name: id.toUpperCase(),
    })),
    edges: [{ id: 'e1', from: 'web', to: 'api' }],
  },
  layout: {
    nodes: Object.fromEntries(['web', 'api', 'store', 'cache', 'queue'].map((id) => [id, { x: 0, y: 0 }])),
  },
};
const wordsAfter = (from: Design, ...changes: readonly Change[]): string => {
  const after = applyChanges(from, changes);
  const delta = deltaBetween(from, after);
  return delta === null ? '' : stepWords({ delta }, after);
};
const moved = { x: 80, y: 8 };

describe('a step says what it changed', () => {
  test.each<readonly [string, string, readonly Change[]]>([
    ['a name', 'Changed Gateway', [{ op: 'patch-node', id: 'api', patch: { name: 'Gateway' } }]],
    [
      'what is added without its place',
      'Added SQL database',
      [{ op: 'add-node', node: { id: 'db', kind: 'sql-database' }, at: moved }],
    ],
    ['what goes with what is removed', 'Removed WEB, web → API', [{ op: 'remove', ids: ['web'] }]],
    ['what is moved', 'Moved API, STORE', [{ op: 'place', places: { api: moved, store: moved } }]],
    [
      'how many, where they are many',
      'Moved 4 parts',
      [{ op: 'place', places: { api: moved, store: moved, cache: moved, queue: moved } }],
    ],
    [
      'a first annotation',
      'Added Ask them',
      [{ op: 'add-mark', mark: { id: 'n', kind: 'note', x: 0, y: 0, text: 'Ask\nthem' } }],
    ],
    ['the design itself', 'Changed the design', [{ op: 'rename-design', name: 'Store' }]],
    [
      'several things',
      'Added API → STORE · Changed CACHE 2',
      [
        { op: 'add-edge', edge: { id: 'e2', from: 'api', to: 'store' } },
        { op: 'patch-node', id: 'cache', patch: { name: 'CACHE 2' } },
      ],
    ],
    ['a route', 'Rerouted WEB → API', [{ op: 'route', id: 'e1', points: [{ x: 1, y: 2 }] }]],
  ])('%s', (_what, expected, changes) => {
    expect(wordsAfter(design, ...changes)).toBe(expected);
  });
});
