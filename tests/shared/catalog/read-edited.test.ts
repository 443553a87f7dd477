import { describe, expect, test } from 'vitest';
import { readDesign } from '../../../shared/catalog/read';
import { readEdited } from '../../../shared/catalog/read-edited';
import { applyChanges } from '../../../shared/model/apply';
import { changeSchemaOf } from '../../../shared/model/change-schema';
import type { Change } from '../../../shared/model/changes';
import type { Design } from '../../../shared/model/schema';
import { templateOf } from '../../../shared/templates';

const tinyurl = templateOf('tinyurl')?.design;
if (tinyurl === undefined) throw new Error('There is no template tinyurl.');

/** A line of a script. */
type Line = { readonly op: string } & Readonly<Record<string, unknown>>;

/** A change as a script writes it, whatever its values: only its form is checked before it is applied. */
function changeOf(value: Line): Change {
  return changeSchemaOf.get(value.op)?.parse(value) as Change;
}

const sound: readonly Line[] = [
  { op: 'rename-design', name: 'Short links' },
  { op: 'add-node', node: { id: 'extra', kind: 'service' }, at: { x: 0, y: 0 } },
  { op: 'add-node', node: { id: 'extra', kind: 'cache', config: { replicas: 3 }, unknownField: [1] } },
  {
    op: 'add-node',
    node: { id: 'extra', kind: 'sql-database', config: { replicasPerShard: 3, readQuorum: 2 } },
  },
  { op: 'patch-config', id: 'lb', patch: { serviceMs: 2 } },
  { op: 'patch-node', id: 'lb', patch: { kind: 'reverse-proxy' } },
  { op: 'add-edge', edge: { id: 'extra', from: 'lb', to: 'links' } },
  { op: 'add-group', group: { id: 'extra', kind: 'zone' }, box: { x: 0, y: 0, width: 10, height: 10 } },
  { op: 'add-mark', mark: { id: 'extra', kind: 'note', text: 'a note' } },
  { op: 'patch-workload', patch: { annualGrowth: 0.5 } },
  { op: 'remove', ids: ['lb'] },
  { op: 'place', places: { lb: { x: 7, y: 8 } } },
];

const faulty: readonly Line[] = [
  { op: 'add-node', node: { id: 'extra', kind: 'cash' } },
  { op: 'add-node', node: { id: 'not an id', kind: 'service' } },
  { op: 'add-node', node: { id: 'extra', kind: 'service', config: { replicas: -2 } } },
  { op: 'add-node', node: { id: 'extra', kind: 'service', config: null } },
  {
    op: 'add-node',
    node: { id: 'extra', kind: 'sql-database', config: { replicasPerShard: 3, readQuorum: 5 } },
  },
  { op: 'add-node', node: JSON.parse('{"id":"extra","kind":"service","x":{"__proto__":{}}}') as object },
  { op: 'patch-config', id: 'lb', patch: { serviceMs: 'slow' } },
  { op: 'patch-node', id: 'lb', patch: { kind: 'cash' } },
  { op: 'patch-node', id: 'hot-links', patch: { kind: 'service' } },
  { op: 'add-edge', edge: { id: 'extra', from: 'lb', to: 'links', calls: -1 } },
  { op: 'add-edge', edge: { id: 'extra', from: 'lb', to: 'links', onMissOf: 'links' } },
  { op: 'add-flow', flow: { id: 'extra', entry: 'lb', kind: 'neither', rate: { rps: 1 } } },
  { op: 'add-group', group: { id: 'extra', kind: 'heap' }, box: { x: 0, y: 0, width: 10, height: 10 } },
  { op: 'add-mark', mark: { id: 'extra', kind: 'note', text: 5 } },
  { op: 'patch-workload', patch: { annualGrowth: 'much' } },
];

const changed = (design: Design, value: Line) => {
  const next = applyChanges(design, [changeOf(value)]);
  expect(next).not.toBe(design);
  return next;
};

describe('a design after an edit', () => {
  test.each(sound)('is read as it is after $op', (value) => {
    const next = changed(tinyurl, value);
    expect(readDesign(next)).toMatchObject({ ok: true });
    expect(readEdited(tinyurl, next)).toEqual({ ok: true, value: next });
  });

  test.each(faulty)('has the problems that the whole has after $op', (value) => {
    const next = changed(tinyurl, value);
    const whole = readDesign(next);
    expect(whole.ok).toBe(false);
    expect(readEdited(tinyurl, next)).toEqual(whole);
  });
});
