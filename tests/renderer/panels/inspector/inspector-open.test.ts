import { afterEach, beforeEach, expect, test } from 'vitest';
import { followRequest } from '../../../../renderer/canvas/follow-request';
import { endFollowingBehindInspector } from '../../../../renderer/panels/inspector/inspector-open';
import { createEditor, type Editor, windowServices } from '../../../../renderer/store/editors';

let editor: Editor;
let stop: () => void;

beforeEach(() => {
  editor = createEditor(null, windowServices);
  stop = endFollowingBehindInspector(editor);
});

afterEach(() => {
  stop();
  editor.setView({ inspectorPlace: 'overlay' });
});

const followed = (): string | null => editor.view.getState().followedFlow;

test.each<[string, (one: Editor) => void]>([
  ['a part is selected', (one) => one.select(['links'])],
  ['a flow is selected', (one) => one.selectFlow('shorten')],
  ['the design is inspected', (one) => one.setView({ inspectDesign: true })],
])('a request is no longer followed once %s and the inspector takes its place', (_what, open) => {
  followRequest(editor, 'redirect');
  open(editor);
  expect(followed()).toBeNull();
});

test('following a request closes the inspector and is not ended by what was open', () => {
  editor.select(['links']);
  editor.setView({ inspectDesign: true });
  followRequest(editor, 'redirect');
  expect(followed()).toBe('redirect');
});

test('a request is followed on beside an inspector that has a column of its own', () => {
  editor.setView({ inspectorPlace: 'column' });
  followRequest(editor, 'redirect');
  editor.select(['links']);
  expect(followed()).toBe('redirect');
});
