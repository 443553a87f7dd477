import { expect, test } from 'vitest';
import { annotationViews } from '../../../renderer/canvas/annotations/index';
import { nodeDeriver } from '../../../renderer/canvas/flow-nodes';
import { nodeTypes } from '../../../renderer/canvas/part-types';
import { createEditor, windowServices } from '../../../renderer/store/editors';
import { move } from '../../../shared/edits/move';
import { partBoxes } from '../../../shared/edits/part-boxes';
import { annotations } from '../../../shared/layout/annotations/index';
import type { Design } from '../../../shared/model/schema';
import { sampleDesign } from './sample-design';

const still = { places: {}, boxes: {} };

function withMark(kind: string): Design {
  const design = sampleDesign();
  const mark = { id: 'drawn', kind, x: 0, y: 400, width: 100, height: 40, text: 'later', ink: [1, 2] };
  return { ...design, layout: { ...design.layout, marks: [mark] } };
}

test.each(annotations.map(({ id }) => id))('a %s has a box, a place on the canvas and a component', (id) => {
  const design = withMark(id);
  expect(partBoxes(design).get('drawn')).toMatchObject({ x: 0, y: 400, width: 100 });
  expect(nodeDeriver()(design, new Set(), still).at(-1)).toMatchObject({ id: 'drawn', type: id });
  expect(nodeTypes).toHaveProperty(id, annotationViews[id].component);
});

test('an annotation of a kind that is not known is not drawn, and is kept through edits', () => {
  const design = withMark('hologram');
  expect(nodeDeriver()(design, new Set(), still).map(({ id }) => id)).not.toContain('drawn');
  const editor = createEditor(design, windowServices);
  const moved = move(design, { ids: ['api', 'drawn'], dx: 20, dy: 0 });
  if (moved.ok) editor.edit('Move', moved.edit.changes);
  expect(editor.design()).not.toBe(design);
  expect(editor.design()?.layout?.marks).toEqual(design.layout?.marks);
  editor.close();
});
