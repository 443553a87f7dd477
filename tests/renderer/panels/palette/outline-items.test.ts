import { describe, expect, test } from 'vitest';
import { type OutlineItem, outlineOf, visibleLines } from '../../../../renderer/panels/palette/outline-items';
import type { System } from '../../../../shared/model/schema';

const system: System = {
  flows: [{ id: 'read', kind: 'read', entry: 'user', rate: { rps: 10 } }],
  nodes: [
    { id: 'user', kind: 'client' },
    { id: 'api', kind: 'service', group: 'zone' },
  ],
  edges: [{ id: 'call', from: 'user', to: 'api' }],
  groups: [
    { id: 'region', kind: 'region' },
    { id: 'zone', kind: 'zone', parent: 'region' },
  ],
};

const shape = (items: readonly OutlineItem[]): unknown =>
  items.map((item) => (item.children.length === 0 ? item.id : [item.id, shape(item.children)]));

describe('the outline', () => {
  test('is the flows, the groups with what stands in them, and the nodes with their calls', () => {
    expect(shape(outlineOf(system, []))).toEqual([
      [':flows', ['read']],
      ['region', [['zone', ['api']]]],
      ['user', ['call']],
    ]);
  });

  test('lists notes at its end and leaves out headings of what is not there', () => {
    expect(shape(outlineOf({}, [{ id: 'note', kind: 'note' }]))).toEqual([[':marks', ['note']]]);
  });

  test('tells the place of a line among its siblings, for screen readers', () => {
    const lines = visibleLines(outlineOf(system, []), (item) => item.kind === 'group');
    expect(lines.map(({ item, level, position, siblings }) => [item.id, level, position, siblings])).toEqual([
      [':flows', 1, 1, 3],
      ['region', 1, 2, 3],
      ['zone', 2, 1, 1],
      ['api', 3, 1, 1],
      ['user', 1, 3, 3],
    ]);
  });

  test('every part of the system stands in it once', () => {
    const ids = visibleLines(outlineOf(system, []), () => true).flatMap(({ item }) => item.part ?? []);
    expect(ids.toSorted()).toEqual(['api', 'call', 'read', 'region', 'user', 'zone']);
  });
});
