import { expect, test } from 'vitest';
import { takeFix } from '../../../shared/edits/take-fix';
import { applyChanges } from '../../../shared/model/apply';
import type { Change } from '../../../shared/model/changes';
import { type Design, edgesOf, flowsOf, nodesOf } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';

const title = { text: 'Add a client', values: {} };
const changes: readonly Change[] = [
  { op: 'add-node', node: { id: 'client', kind: 'client' } },
  { op: 'add-flow', flow: { id: 'reads', kind: 'read', entry: 'client', rate: { rps: 1 } } },
  { op: 'add-edge', edge: { id: 'client-api', from: 'client', to: 'api', flows: ['reads'] } },
  { op: 'patch-config', id: 'api', patch: { replicas: 3 } },
];

function after(design: Design): Design {
  const taken = takeFix(design, { title, changes });
  if (!taken.ok) throw new Error(taken.reason.text);
  return applyChanges(design, taken.edit.changes);
}

const drawn: Design = sketch({ api: 'service' }, '', { flows: {} });

test('a quick fix adds its parts under the ids that it chose', () => {
  const fixed = after(drawn);
  expect(nodesOf(fixed).map(({ id }) => id)).toEqual(['api', 'client']);
  expect(edgesOf(fixed)).toMatchObject([{ id: 'client-api', from: 'client', to: 'api', flows: ['reads'] }]);
});

test('an id that a note or what is written has already is another in the parts that it adds, and in all that names them', () => {
  const written: Design = {
    ...drawn,
    layout: { ...drawn.layout, marks: [{ id: 'reads', kind: 'note', x: 0, y: 0, text: 'Reads' }] },
    writing: { entities: [{ id: 'client', name: 'Client' }] },
  };
  const fixed = after(written);
  expect(nodesOf(fixed)).toMatchObject([
    { id: 'api', config: { replicas: 3 } },
    { id: 'client-2', kind: 'client' },
  ]);
  expect(flowsOf(fixed)).toMatchObject([{ id: 'reads-2', entry: 'client-2' }]);
  expect(edgesOf(fixed)).toMatchObject([
    { id: 'client-api', from: 'client-2', to: 'api', flows: ['reads-2'] },
  ]);
});
