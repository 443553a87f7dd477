import { expect, test } from 'vitest';
import { annotationViews } from '../../../renderer/canvas/annotations/views';
import { markTypeOf, nodeDeriver } from '../../../renderer/canvas/flow-nodes';
import { nodeTypes } from '../../../renderer/canvas/part-types';
import { createEditor, windowServices } from '../../../renderer/store/editors';
import { move } from '../../../shared/edits/move';
import { partBoxes } from '../../../shared/edits/part-boxes';
import { annotations } from '../../../shared/layout/annotations/index';
import type { Design } from '../../../shared/model/schema';
import { sampleDesign } from './sample-design';

/** What a kind cannot be drawn without, and a field that is not known. */
const ofKind: Readonly<Record<string, object>> = {
  arrow: { to: { x: 100, y: 40 } },
  hologram: { layers: [1, 2] },
};

const still = { places: {}, boxes: {} };

function withMark(kind: string): Design {
  const design = sampleDesign();
  const mark = { id: 'drawn', kind, x: 0, y: 400, width: 100, height: 40, text: 'later', ...ofKind[kind] };
  return { ...design, layout: { ...design.layout, marks: [mark] } };
}

test.each(annotations.map(({ id }) => id))('a %s has a box, a place on the canvas and a component', (id) => {
  const design = withMark(id);
  expect(partBoxes(design).get('drawn')).toMatchObject({ x: 0, y: 400, width: 100 });
  expect(nodeDeriver()(design, new Set(), still).at(-1)).toMatchObject({ id: 'drawn', type: markTypeOf(id) });
  expect(nodeTypes).toHaveProperty(markTypeOf(id), annotationViews[id].component);
});

test('an annotation of a kind that is not known is a neutral box, and all that it says is kept through edits', () => {
  const design = withMark('hologram');
  const node = nodeDeriver()(design, new Set(), still).at(-1);
  expect(node).toMatchObject({
    id: 'drawn',
    type: 'mark-unknown',
    position: { x: 0, y: 400 },
    width: 100,
    height: 40,
  });
  expect(nodeTypes).toHaveProperty('mark-unknown');
  const editor = createEditor(design, windowServices);
  const moved = move(design, { ids: ['api', 'drawn'], dx: 20, dy: 0 });
  if (moved.ok) editor.edit('Move', moved.edit.changes);
  expect(editor.design()).not.toBe(design);
  const [mark] = design.layout?.marks ?? [];
  expect(editor.design()?.layout?.marks).toEqual([{ ...mark, x: 20 }]);
  editor.close();
});
