import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { resizeGroup } from '../../../../renderer/canvas/arrange';
import { beginBend } from '../../../../renderer/canvas/tools/bend';
import { beginConnection } from '../../../../renderer/canvas/tools/connect';
import { beginDrag } from '../../../../renderer/canvas/tools/drag';
import { beginGroup } from '../../../../renderer/canvas/tools/draw-group';
import { type Gestures, gesturesOf, type Pointer } from '../../../../renderer/canvas/tools/gestures';
import { beginLasso } from '../../../../renderer/canvas/tools/lasso';
import { beginMarquee } from '../../../../renderer/canvas/tools/marquee';
import { beginReconnection } from '../../../../renderer/canvas/tools/reconnect';
import { beginResize } from '../../../../renderer/canvas/tools/resize';
import { setSurface } from '../../../../renderer/canvas/viewport';
import { createEditor, type Editor, windowServices } from '../../../../renderer/store/editors';
import { card } from '../../../../shared/layout/geometry';
import { edgesOf, groupsOf } from '../../../../shared/model/schema';
import { sampleDesign } from '../sample-design';

const at = (clientX: number, clientY: number): Pointer => ({ clientX, clientY });
const mouse = (x: number, y: number): MouseEvent => ({ ...at(x, y), altKey: false }) as MouseEvent;

let editor: Editor;
let gestures: Gestures;
const name = () => gestures.state.getState().name;
const draft = () => gestures.state.getState().draft;
const box = (id: string) => editor.design()?.layout?.groups?.[id];
const steps = () => editor.document.getState().past.length;

beforeEach(() => {
  // The screen shows the canvas as it is: a pixel of the one is a pixel of the other.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {
        // The canvas keeps its size.
      }
      disconnect(): void {
        // It observed nothing.
      }
    },
  );
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  editor = createEditor(sampleDesign(), windowServices);
  gestures = gesturesOf(editor);
  const flow = {
    getViewport: () => ({ x: 0, y: 0, zoom: 1 }),
    setViewport: () => Promise.resolve(true),
    screenToFlowPosition: (point: { x: number; y: number }) => point,
  };
  setSurface(editor, { flow, element: { clientWidth: 1200, clientHeight: 800 } as HTMLElement });
});

afterEach(() => {
  setSurface(editor, null);
  editor.close();
  vi.unstubAllGlobals();
});

describe('the gestures of a canvas', () => {
  test('are one at a time: one that begins cancels the one before, which is not ended after that', () => {
    beginDrag(editor, ['user'], 'user');
    gestures.partMoved('user', { x: 40, y: 0 });
    beginConnection(editor, mouse(0, 0), 'user');
    expect(name()).toBe('connect');
    expect(editor.drag.getState()).toMatchObject({ active: false, places: {}, connectFrom: 'user' });
    gestures.finish('drag', at(0, 0));
    expect(name()).toBe('connect');
    expect(steps()).toBe(0);
  });

  test('a drag ends where undo takes away what is held, and leaves no guides', () => {
    editor.edit('Add', [{ op: 'add-node', node: { id: 'late', kind: 'service' }, at: { x: 600, y: 300 } }]);
    beginDrag(editor, ['late'], 'late');
    gestures.partMoved('late', { x: 600, y: 0 });
    expect(editor.drag.getState().active).toBe(true);
    editor.undo();
    expect(name()).not.toBe('drag');
    expect(editor.drag.getState()).toMatchObject({ active: false, places: {} });
    expect(editor.document.getState().future).toHaveLength(1);
  });

  test('leave nothing behind when they are cancelled', () => {
    const before = editor.drag.getState();
    const begin: readonly (() => void)[] = [
      () => beginDrag(editor, ['user'], 'user'),
      () => beginConnection(editor, mouse(0, 0), 'user'),
      () => beginBend(editor, { edge: 'user-api', reshape: () => [], onBend: () => expect.fail('bent') }),
      () => beginReconnection(editor, 'user-api', 'to', at(0, 0)),
      () => beginGroup(editor, at(0, 600)),
      () =>
        beginResize(editor, 'se', {
          id: 'west',
          box: { x: 260, y: 300, width: 300, height: 220 },
          smallest: { width: 20, height: 20 },
          onResize: () => expect.fail('resized'),
        }),
    ];
    for (const start of begin) {
      start();
      gestures.move(at(700, 700));
      gestures.partMoved('user', { x: 40, y: 0 });
      gestures.cancel();
      expect([name(), draft()]).toEqual(['idle', null]);
      expect(editor.drag.getState()).toEqual(before);
    }
    expect(steps()).toBe(0);
  });

  test('connect: lights the card under the pointer, and connects to it; a press that hardly moves does not', () => {
    const edges = () => edgesOf(editor.design() ?? sampleDesign()).length;
    beginConnection(editor, mouse(10, 10), 'user');
    gestures.finish('connect', at(14, 12));
    expect(edges()).toBe(2);
    beginConnection(editor, mouse(10, 10), 'user');
    gestures.move(at(920, 20));
    expect(editor.drag.getState().connectTo).toBe('db');
    gestures.finish('connect', at(920, 20));
    expect(edges()).toBe(3);
    expect(editor.drag.getState()).toMatchObject({ connectFrom: null, connectTo: null });
  });

  test('connect: over the empty canvas asks what stands there, at the end of the line', () => {
    beginConnection(editor, mouse(10, 10), 'user');
    gestures.finish('connect', at(1000, 600));
    // Half a card to the right: the line ends at the left side of the card, which is on the grid.
    expect(editor.view.getState().adding).toEqual({
      at: { x: 1000 + card.width / 2, y: 606 },
      from: 'user',
    });
  });

  test('marquee: selects the groups that lie wholly in it, beside the cards that the view found', () => {
    beginMarquee(editor, at(200, 250));
    editor.select(['api']);
    gestures.finish('marquee', at(700, 600));
    expect([...editor.selection.getState().ids]).toEqual(['api', 'west']);
    expect(name()).toBe('idle');
  });

  test('lasso: selects what its line goes around, without what is locked', () => {
    editor.edit('Lock', [{ op: 'lock', ids: ['db'], locked: true }]);
    const around = () => {
      beginLasso(editor, at(-50, -200));
      for (const [x, y] of [
        [1200, -200],
        [1200, 250],
        [-50, 250],
      ] as const)
        gestures.move(at(x, y));
    };
    around();
    expect(draft()).toMatchObject({ kind: 'lasso' });
    gestures.finish('lasso', at(-50, 250));
    // The lower group lies outside, the upper one wholly within.
    expect([...editor.selection.getState().ids].toSorted()).toEqual(['api', 'east', 'note', 'user']);
    editor.select(['west']);
    around();
    gestures.finish('lasso', { ...at(-50, 250), shiftKey: true });
    expect(editor.selection.getState().ids.has('west')).toBe(true);
    expect(editor.selection.getState().ids.size).toBe(5);
  });

  test('resize: a held side is taken to that of another, and shows the line', () => {
    const start = { x: 260, y: 300, width: 300, height: 220 };
    const resized = {
      id: 'west',
      box: start,
      smallest: { width: 120, height: 80 },
      onResize: () => undefined,
    };
    beginResize(editor, 'w', resized);
    // The left side of the card above is at 300, 4 px from here.
    gestures.move(at(304, 0));
    expect(editor.drag.getState()).toMatchObject({ boxes: { west: { x: 300, width: 260 } } });
    expect(editor.drag.getState().guides.lines.some(({ axis, at: x }) => axis === 'x' && x === 300)).toBe(
      true,
    );
    gestures.keysChanged({ ctrlKey: true });
    expect(editor.drag.getState()).toMatchObject({ boxes: { west: { x: 304 } }, guides: { lines: [] } });
    gestures.cancel();
  });

  test('resize: is one edit once the pointer is released, on the grid', () => {
    const start = { x: 260, y: 300, width: 300, height: 220 };
    beginResize(editor, 'e', {
      id: 'west',
      box: start,
      smallest: { width: 120, height: 80 },
      onResize: (next) => resizeGroup(editor, 'west', next),
    });
    gestures.move(at(607, 0));
    expect(editor.drag.getState().boxes['west']).toEqual({ ...start, width: 340 });
    expect(steps()).toBe(0);
    gestures.finish('resize', at(607, 0));
    expect(box('west')).toEqual({ ...start, width: 340 });
    expect(steps()).toBe(1);
  });

  test('draw-group: a drag gives its box, a click one of usual size, and both lead back to selecting', () => {
    const added = () => box(groupsOf(editor.design() ?? sampleDesign()).at(-1)?.id ?? '');
    editor.setView({ tool: 'group' });
    beginGroup(editor, at(1000, 1000));
    gestures.move(at(1205, 1100));
    expect(draft()).toEqual({ kind: 'group', box: { x: 1000, y: 1000, width: 200, height: 100 } });
    gestures.finish('draw-group', at(1205, 1100));
    expect(added()).toEqual({ x: 1000, y: 1000, width: 200, height: 100 });
    beginGroup(editor, at(2000, 2000));
    gestures.finish('draw-group', at(2000, 2000));
    expect(added()).toEqual({ x: 2000, y: 2000, width: 480, height: 320 });
    expect(editor.view.getState().tool).toBe('select');
  });
});
