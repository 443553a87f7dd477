import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { figureStoreOf, followFigures } from '../../../renderer/canvas/figure-store';
import { perform } from '../../../renderer/canvas/perform';
import { addComponent } from '../../../renderer/canvas/place';
import { beginDrag } from '../../../renderer/canvas/tools/drag';
import { gesturesOf } from '../../../renderer/canvas/tools/gestures';
import { pasteTexts } from '../../../renderer/commands/clipboard';
import { startAnalysis } from '../../../renderer/engine/analysis-jobs';
import { createDesignReceiver } from '../../../renderer/engine/design-updates';
import { followDocument } from '../../../renderer/engine/follow';
import type { SentRequest } from '../../../renderer/engine/protocol';
import { useSetFlowField } from '../../../renderer/panels/inspector/flow-section';
import { InspectorHead } from '../../../renderer/panels/inspector/InspectorHead';
import { showPart } from '../../../renderer/panels/show-part';
import { currentDesign, edit, useDocument } from '../../../renderer/store/document';
import {
  activate,
  activeEditor,
  addEditor,
  createEditor,
  type Editor,
  EditorContext,
  removeEditor,
  useEditor,
  windowServices,
} from '../../../renderer/store/editors';
import { resolvedOf } from '../../../renderer/store/report';
import { setView, useView } from '../../../renderer/store/view';
import { useWorkspace } from '../../../renderer/store/workspace';
import { remove } from '../../../shared/edits/remove';
import { sampleDesign } from '../canvas/sample-design';

const here = { clientX: 0, clientY: 0 };

/** What a press of each button that was drawn does, by its label. */
const presses = vi.hoisted(() => new Map<string, () => void>());
vi.mock('../../../renderer/ui/Button', () => ({
  Button: (props: { readonly 'aria-label'?: string; readonly onClick?: () => void }) => {
    if (props['aria-label'] !== undefined && props.onClick !== undefined)
      presses.set(props['aria-label'], props.onClick);
    return null;
  },
}));

function press(label: string): void {
  const act = presses.get(label);
  if (act === undefined) throw new Error(`no button ${label} was drawn`);
  act();
}

/** A worker that says of each design it is sent how many nodes it has, as a failure of the analysis. */
class CountingWorker extends EventTarget {
  readonly #receive = createDesignReceiver();
  postMessage({ job, request }: { readonly job: number; readonly request: SentRequest }): void {
    if (request.about !== 'report') throw new Error(`${request.about} is not counted`);
    const design = this.#receive(request.design);
    const message = `${design.id}: ${design.system.nodes?.length ?? 0}`;
    const errors = [{ key: 'counted', message }];
    const response = { stage: 'percentiles', analysis: null, errors, findings: [], suppressed: [] };
    const data = { job, response };
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }
  terminate(): void {
    // It has nothing that goes on.
  }
}

const analysed = (editor: Editor): (() => void) =>
  followDocument(editor, (events) => startAnalysis(events, () => new CountingWorker() as unknown as Worker));

const countedIn = (editor: Editor): readonly unknown[] => editor.report.getState().errors;

const nodeCount = (editor: Editor): number => editor.design()?.system.nodes?.length ?? 0;
const placeIn = (editor: Editor, id: string) => editor.design()?.layout?.nodes?.[id];

describe('two editors at once', () => {
  let left: Editor;
  let right: Editor;

  beforeEach(() => {
    left = createEditor(sampleDesign(), { ...windowServices, followers: [analysed, followFigures] });
    right = createEditor(
      { ...sampleDesign(), id: 'other', name: 'Other' },
      { ...windowServices, followers: [analysed, followFigures] },
    );
    addEditor(left);
    addEditor(right);
    activate(left);
    useWorkspace.setState({ page: 'editor', toasts: [] });
  });

  afterEach(() => {
    removeEditor(left);
    removeEditor(right);
    useWorkspace.setState({ page: 'starting', toasts: [] });
  });

  test('an edit and its undo change one of them', () => {
    const before = right.design();
    addComponent(left, 'cache');
    expect([nodeCount(left), nodeCount(right)]).toEqual([4, 3]);
    perform(right, remove(right.design() ?? sampleDesign(), { ids: ['db'] }));
    expect([nodeCount(left), nodeCount(right)]).toEqual([4, 2]);
    right.undo();
    expect(right.design()).toBe(before);
    expect(left.document.getState().past).toHaveLength(1);
    expect(right.document.getState().future).toHaveLength(1);
  });

  test('a selection, what is written in place and what a tool is about are of one', () => {
    left.select(['api']);
    left.startEditing('api');
    left.setView({ tool: 'note', load: 4, chosenFlow: 'read' });
    expect([...right.selection.getState().ids]).toEqual([]);
    expect(right.editing.getState().id).toBeNull();
    expect(right.view.getState()).toMatchObject({ tool: 'select', load: 1, chosenFlow: null });
  });

  test('preferences are of the window: both have them', () => {
    left.setView({ figures: false, drawer: 'layers' });
    expect(right.view.getState()).toMatchObject({ figures: false, drawer: 'layers' });
    right.setView({ figures: true, drawer: null });
    expect(left.view.getState()).toMatchObject({ figures: true, drawer: null });
  });

  test('two drags at the same time move each its own cards', () => {
    beginDrag(left, ['user'], 'user');
    beginDrag(right, ['user'], 'user');
    gesturesOf(left).partMoved('user', { x: 40, y: 0 });
    gesturesOf(right).partMoved('user', { x: 0, y: 200 });
    expect(left.drag.getState().places['user']).toEqual({ x: 40, y: 0 });
    expect(right.drag.getState().places['user']).toEqual({ x: 0, y: 200 });
    gesturesOf(right).cancel();
    gesturesOf(left).finish('drag', here);
    expect(placeIn(left, 'user')).toEqual({ x: 40, y: 0 });
    expect(placeIn(right, 'user')).toEqual({ x: 0, y: 0 });
  });

  test('each has its own analysis, and its figures are of its own design', async () => {
    addComponent(left, 'cache');
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(countedIn(left)).toMatchObject([{ message: 'sample: 4' }]);
    expect(countedIn(right)).toMatchObject([{ message: 'other: 3' }]);
    right.edit('Rename', [{ op: 'patch-node', id: 'api', patch: { name: 'Front' } }]);
    expect(figureStoreOf(left).getState().index).not.toBe(figureStoreOf(right).getState().index);
  });

  test('commands act on the active one, and what follows it hears when another becomes active', () => {
    const heard: (string | undefined)[] = [];
    const stop = useDocument.subscribe(({ design }) => heard.push(design?.name));
    edit('Rename', [{ op: 'rename-design', name: 'Left' }]);
    activate(right);
    setView({ load: 2 });
    pasteTexts({ text: 'a note' });
    stop();
    expect([left.design()?.name, currentDesign()?.name]).toEqual(['Left', 'Other']);
    expect([left.view.getState().load, useView.getState().load]).toEqual([1, 2]);
    expect([left, right].map((editor) => editor.design()?.layout?.marks?.length)).toEqual([1, 2]);
    expect(heard).toEqual(['Left', 'Other', 'Other']);
  });

  test('a component reads the editor that it is in, whichever is active', () => {
    // Written out once: a hook that follows a store would give its state at the start.
    const Name = () => useEditor().design()?.name ?? '';
    const inside = (editor: Editor): string =>
      renderToStaticMarkup(createElement(EditorContext, { value: editor }, createElement(Name)));
    right.edit('Rename', [{ op: 'rename-design', name: 'Right' }]);
    expect(inside(right)).toBe('Right');
    expect(inside(left)).toBe(sampleDesign().name);
    activate(right);
    expect(inside(left)).toBe(sampleDesign().name);
  });

  test('a panel edits and closes what is in its own editor, whichever is active', () => {
    left.setView({ inspectDesign: true });
    right.setView({ inspectDesign: true });
    const resolved = resolvedOf(right.design() ?? sampleDesign()).flows.get('read');
    if (resolved === undefined) throw new Error('the sample has a flow');
    const Panel = () => {
      const setFlowField = useSetFlowField();
      setFlowField(resolved, 'name', 'Look-ups', 'Name');
      return createElement(InspectorHead, { icon: 'route', name: 'Read' });
    };
    renderToStaticMarkup(createElement(EditorContext, { value: right }, createElement(Panel)));
    press('Close the inspector');
    const names = [left, right].map((editor) => editor.design()?.system.flows?.[0]?.name);
    expect(names).toEqual(['Read', 'Look-ups']);
    const inspected = [left, right].map((editor) => editor.view.getState().inspectDesign);
    expect(inspected).toEqual([true, false]);
  });

  test('a part is shown in the editor whose panel asks for it', () => {
    showPart(right, 'api', 'numbers');
    expect([left, right].map((editor) => [...editor.selection.getState().ids])).toEqual([[], ['api']]);
    expect([left, right].map((editor) => editor.view.getState().inspectorTab)).toEqual([
      'properties',
      'numbers',
    ]);
  });

  test('one that is closed follows nothing any more, and leaves the other as it is', () => {
    removeEditor(left);
    expect(activeEditor()).not.toBe(left);
    right.setView({ figures: false });
    expect(left.view.getState().figures).toBe(true);
    right.setView({ figures: true });
    expect(nodeCount(right)).toBe(3);
  });
});
