import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beginArrow, beginArrowEnd } from '../../../../renderer/canvas/annotations/arrow/draw-arrow';
import { beginInk } from '../../../../renderer/canvas/annotations/ink/draw-ink';
import { inkMark } from '../../../../renderer/canvas/annotations/ink/ink-mark';
import { simplified } from '../../../../renderer/canvas/annotations/ink/simplify';
import { chooseStyle } from '../../../../renderer/canvas/annotations/tool-styles';
import { annotationViews } from '../../../../renderer/canvas/annotations/views';
import { chooseTool } from '../../../../renderer/canvas/tools/choose-tool';
import { beginErase } from '../../../../renderer/canvas/tools/erase';
import { gesturesOf, type Pointer } from '../../../../renderer/canvas/tools/gestures';
import { laserRuns } from '../../../../renderer/canvas/tools/laser';
import { toolList } from '../../../../renderer/canvas/tools/tool-list';
import { setSurface } from '../../../../renderer/canvas/viewport';
import { createEditor, type Editor, windowServices } from '../../../../renderer/store/editors';
import { inkPoints } from '../../../../shared/layout/annotations/ink';
import { type Mark, marksOf } from '../../../../shared/model/schema';
import { sampleDesign } from '../sample-design';

const at = (clientX: number, clientY: number, more: Partial<Pointer> = {}): Pointer => ({
  clientX,
  clientY,
  ...more,
});

let editor: Editor;
const marks = (): readonly Mark[] => {
  const design = editor.design();
  return design === null ? [] : marksOf(design).filter(({ id }) => id !== 'note');
};
const steps = () => editor.document.getState().past.length;
const choose = (id: string): void => {
  const entry = toolList.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`There is no tool ${id}.`);
  chooseTool(editor, entry);
};
function draw(kind: 'shape' | 'note' | 'frame' | 'text', from: Pointer, to: Pointer): void {
  const gestures = gesturesOf(editor);
  annotationViews[kind].begin(editor, from);
  gestures.move(to);
  gestures.finish('draw-mark', to);
}

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
  editor = createEditor(sampleDesign(), windowServices);
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

describe('a tool', () => {
  test('draws once and switches to selecting', () => {
    choose('shape');
    draw('shape', at(0, 200), at(118, 259));
    expect(marks()).toEqual([{ id: 'shape', kind: 'shape', x: 0, y: 200, width: 120, height: 60 }]);
    expect(editor.view.getState().tool).toBe('select');
    expect([...editor.selection.getState().ids]).toEqual(['shape']);
    expect(steps()).toBe(1);
  });

  test('that is chosen twice is kept, until another is chosen', () => {
    choose('shape');
    choose('shape');
    draw('shape', at(0, 200), at(120, 260));
    draw('shape', at(200, 200), at(320, 260));
    expect(editor.view.getState()).toMatchObject({ tool: 'shape', toolLocked: true });
    expect(marks()).toHaveLength(2);
    choose('diamond');
    expect(editor.view.getState()).toMatchObject({ tool: 'shape', toolLocked: false });
  });

  test('remembers its style, and is that of its entry', () => {
    choose('diamond');
    chooseStyle(editor, 'shape', { fill: 'blue' });
    draw('shape', at(0, 200), at(120, 260));
    choose('shape');
    draw('shape', at(200, 200), at(320, 260));
    expect(marks().map(({ shape, fill }) => [shape, fill])).toEqual([
      ['diamond', 'blue'],
      [undefined, 'blue'],
    ]);
  });

  test('draws a square with Shift, and one of the usual size by a click', () => {
    draw('shape', at(0, 200), at(100, 240, { shiftKey: true }));
    draw('shape', at(400, 440), at(401, 441));
    expect(marks().map(({ x, y, width, height }) => [x, y, width, height])).toEqual([
      [0, 200, 100, 100],
      [320, 400, 160, 80],
    ]);
  });

  test('that is cancelled draws nothing', () => {
    annotationViews.frame.begin(editor, at(0, 200));
    gesturesOf(editor).move(at(300, 400));
    gesturesOf(editor).cancel();
    expect(steps()).toBe(0);
  });
});

describe('an arrow', () => {
  test('binds to a card and to an annotation, and its end is dragged off again', () => {
    const gestures = gesturesOf(editor);
    beginArrow(editor, at(100, 40));
    gestures.move(at(300, 130));
    expect(gestures.state.getState().draft).toMatchObject({ kind: 'mark', target: 'note' });
    gestures.finish('draw-mark', at(300, 130));
    expect(marks()[0]).toMatchObject({ kind: 'arrow', from: { part: 'user' }, to: { part: 'note' } });
    beginArrowEnd(editor, 'arrow', 'to');
    gestures.move(at(700, 600));
    gestures.finish('move-end', at(700, 600));
    expect(marks()[0]?.to).toEqual({ x: 600, y: 560 });
    expect(steps()).toBe(2);
  });

  test('that is no longer than a slip of the pointer is none', () => {
    beginArrow(editor, at(700, 600));
    gesturesOf(editor).move(at(703, 601));
    gesturesOf(editor).finish('draw-mark', at(703, 601));
    expect(steps()).toBe(0);
  });
});

describe('ink', () => {
  test('has the pressure of a pen and none of a mouse, and its tool stays', () => {
    editor.setView({ tool: 'ink' });
    for (const pointerType of ['pen', 'mouse']) {
      beginInk(editor, at(700, 600, { pointerType, pressure: 0.25 }));
      for (let x = 710; x < 800; x += 10)
        gesturesOf(editor).move(at(x, 600 + (x % 20) * 3, { pressure: 0.75 }));
      gesturesOf(editor).finish('draw-mark', at(800, 600));
    }
    const [pen, mouse] = marks();
    expect(pen?.pressures?.slice(0, 2)).toEqual([0.25, 0.75]);
    expect(pen?.pressures).toHaveLength((pen?.path?.length ?? 0) / 2);
    expect(mouse).not.toHaveProperty('pressures');
    expect(editor.view.getState().tool).toBe('ink');
    expect(steps()).toBe(2);
  });

  test('is kept with the points that its form needs, none of them off by more than the tolerance and the rounding', () => {
    const wave = Array.from({ length: 400 }, (_none, x) => ({
      x: 500 + x,
      y: 300 + 40 * Math.sin(x / 30),
      pressure: 0.5,
    }));
    const mark = inkMark(wave, false);
    expect(mark.path?.length ?? 0).toBeLessThan(wave.length / 4);
    const points = inkPoints({ id: 'i', ...mark }).map(({ x, y }) => ({
      x: x + (mark.x ?? 0),
      y: y + (mark.y ?? 0),
    }));
    for (const { x, y } of wave) {
      const after = points.find((point) => point.x >= x - 0.06);
      const before = points.findLast((point) => point.x <= x + 0.06);
      if (after === undefined || before === undefined) throw new Error(`${x} is in no run.`);
      const share = after.x === before.x ? 0 : (x - before.x) / (after.x - before.x);
      expect(Math.abs(before.y + share * (after.y - before.y) - y)).toBeLessThan(1.2);
    }
  });

  test('of a straight line is its two ends', () => {
    const line = Array.from({ length: 50_000 }, (_none, x) => ({ x, y: 2 * x }));
    expect(simplified(line, 0.6)).toEqual([line[0], line.at(-1)]);
  });
});

test('the eraser takes annotations on its way, between events too, as one step, and no card', () => {
  draw('shape', at(0, 200), at(120, 260));
  draw('shape', at(200, 200), at(320, 260));
  const before = steps();
  const find = (x: number): readonly string[] => {
    if (x > 50 && x < 60) return ['shape'];
    return x > 250 && x < 260 ? ['shape-2'] : ['api'];
  };
  beginErase(editor, at(0, 230), find);
  gesturesOf(editor).move(at(400, 230));
  expect(steps()).toBe(before);
  gesturesOf(editor).finish('erase', at(400, 230));
  expect(marks()).toEqual([]);
  expect(editor.design()?.system.nodes).toHaveLength(3);
  expect(steps()).toBe(before + 1);
});

test('the light of the laser pointer fades along its trail, with a gap between strokes', () => {
  const points = [
    { x: 0, y: 0, at: 0, begins: true },
    { x: 10, y: 0, at: 450, begins: false },
    { x: 90, y: 0, at: 500, begins: true },
    { x: 99, y: 0, at: 900, begins: false },
  ];
  expect(laserRuns(points, 900)).toEqual([{ path: 'M90 0L99 0', light: 1 - 400 / 900 }]);
  expect(laserRuns(points, 450).map(({ light }) => light)[0]).toBe(0.5);
});
