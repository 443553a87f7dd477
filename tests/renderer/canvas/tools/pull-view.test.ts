import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beginArrow } from '../../../../renderer/canvas/annotations/arrow/draw-arrow';
import { beginBox } from '../../../../renderer/canvas/annotations/draw-box';
import { beginBend } from '../../../../renderer/canvas/tools/bend';
import { beginGroup } from '../../../../renderer/canvas/tools/draw-group';
import { gesturesOf, type Pointer } from '../../../../renderer/canvas/tools/gestures';
import { beginLasso } from '../../../../renderer/canvas/tools/lasso';
import { pullAt, viewPuller } from '../../../../renderer/canvas/tools/pull-view';
import { beginReconnection } from '../../../../renderer/canvas/tools/reconnect';
import { beginResize } from '../../../../renderer/canvas/tools/resize';
import { setSurface } from '../../../../renderer/canvas/viewport';
import { createEditor, type Editor, windowServices } from '../../../../renderer/store/editors';
import { sampleDesign } from '../sample-design';

const at = (clientX: number, clientY: number): Pointer => ({ clientX, clientY });
const canvas = { x: 100, y: 50, width: 1200, height: 800 };

let editor: Editor;
let view = { x: 0, y: 0, zoom: 1 };

beforeEach(() => {
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
  view = { x: 0, y: 0, zoom: 1 };
  editor = createEditor(sampleDesign(), windowServices);
  const flow = {
    getViewport: () => view,
    setViewport: (next: typeof view) => {
      view = next;
      return Promise.resolve(true);
    },
    screenToFlowPosition: ({ x, y }: { x: number; y: number }) => ({
      x: (x - canvas.x - view.x) / view.zoom,
      y: (y - canvas.y - view.y) / view.zoom,
    }),
  };
  const element = {
    clientWidth: canvas.width,
    clientHeight: canvas.height,
    getBoundingClientRect: () => ({ left: canvas.x, top: canvas.y, width: 1200, height: 800 }),
    closest: () => null,
  };
  setSurface(editor, { flow, element: element as unknown as HTMLElement });
});

afterEach(() => {
  setSurface(editor, null);
  editor.close();
  vi.unstubAllGlobals();
});

describe('a pointer that is held near an edge of the canvas', () => {
  test('pulls the view to where it points, the faster the nearer, and no faster beyond it', () => {
    expect(pullAt(at(700, 400), canvas)).toEqual({ x: 0, y: 0 });
    const near = pullAt(at(1280, 400), canvas);
    const edge = pullAt(at(1300, 400), canvas);
    expect(near.x).toBeLessThan(0);
    expect(edge.x).toBeLessThan(near.x);
    expect(pullAt(at(2000, 400), canvas)).toEqual(edge);
    expect(pullAt(at(110, 60), canvas).x).toBeGreaterThan(0);
    expect(pullAt(at(110, 60), canvas).y).toBeGreaterThan(0);
  });

  test('a resized group grows with the view that moves under the pointer', () => {
    const box = { x: 260, y: 300, width: 300, height: 220 };
    beginResize(editor, 'se', {
      id: 'west',
      box,
      smallest: { width: 120, height: 80 },
      onResize: () => undefined,
    });
    const pointer = at(1300, 570);
    gesturesOf(editor).move(pointer);
    const before = editor.drag.getState().boxes['west']?.width ?? 0;
    const pull = viewPuller(editor);
    for (let frame = 0; frame < 40; frame += 1) pull(pointer, 16);
    expect(view.x).toBeLessThan(-200);
    expect(view.y).toBe(0);
    expect((editor.drag.getState().boxes['west']?.width ?? 0) - before).toBeGreaterThan(200);
  });

  test('moves nothing before it was held there for a while, as what is only drawn to there is not', () => {
    const pull = viewPuller(editor);
    for (let frame = 0; frame < 10; frame += 1) pull(at(1300, 400), 16);
    pull(at(700, 400), 16);
    for (let frame = 0; frame < 10; frame += 1) pull(at(1300, 400), 16);
    expect(view.x).toBe(0);
    for (let frame = 0; frame < 10; frame += 1) pull(at(1300, 400), 16);
    expect(view.x).toBeLessThan(0);
  });

  test('a late frame moves it no farther than a short one', () => {
    const pull = viewPuller(editor);
    for (let frame = 0; frame < 4; frame += 1) pull(at(1300, 400), 5_000);
    expect(view.x).toBeGreaterThan(-60);
  });

  test('is what every gesture does that draws, resizes or bends', () => {
    const box = { x: 260, y: 300, width: 300, height: 220 };
    const usual = { width: 100, height: 60 };
    const begin: readonly (() => void)[] = [
      () => beginResize(editor, 'se', { id: 'west', box, smallest: usual, onResize: () => undefined }),
      () => beginGroup(editor, at(200, 200)),
      () => beginLasso(editor, at(200, 200)),
      () => beginBend(editor, { edge: 'user-api', reshape: () => [], onBend: () => undefined }),
      () => beginReconnection(editor, 'user-api', 'to', at(0, 0)),
      () => beginArrow(editor, at(200, 200)),
      () => beginBox(editor, at(200, 200), { kind: 'shape', usual, aroundClick: true, writes: true }),
    ];
    for (const start of begin) {
      start();
      expect(gesturesOf(editor).state.getState().pullsView).toBe(true);
      gesturesOf(editor).cancel();
      expect(gesturesOf(editor).state.getState().pullsView).toBe(false);
    }
  });
});
