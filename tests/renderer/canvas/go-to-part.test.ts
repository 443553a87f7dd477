import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { coverRight, setSurface } from '../../../renderer/canvas/viewport';
import { showPart } from '../../../renderer/panels/show-part';
import { createEditor, type Editor, windowServices } from '../../../renderer/store/editors';
import { sampleDesign } from './sample-design';

const seen = { x: 100, y: 100, zoom: 1 };
let editor: Editor;
let view: { x: number; y: number; zoom: number };

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
  editor = createEditor(sampleDesign(), windowServices);
  view = seen;
  const flow = {
    getViewport: () => view,
    setViewport: (next: typeof view) => {
      view = { ...next };
      return Promise.resolve(true);
    },
    screenToFlowPosition: (point: { x: number; y: number }) => point,
  };
  const element = { clientWidth: 1200, clientHeight: 800, closest: () => null };
  setSurface(editor, { flow, element: element as unknown as HTMLElement });
});

afterEach(() => {
  setSurface(editor, null);
  editor.close();
  vi.unstubAllGlobals();
});

describe('a part that a panel leads to', () => {
  test.each(['user', 'read'])('moves nothing where %s is in view', (id) => {
    showPart(editor, id, 'numbers');
    expect(view).toEqual(seen);
  });

  test.each([
    ['far to the left', { x: -5000, y: 0, zoom: 1 }],
    ['half out of view at the top', { x: 100, y: -30, zoom: 1 }],
    ['too small to be read', { x: 100, y: 100, zoom: 0.2 }],
  ])('comes into the middle where it is %s', (_case, before) => {
    view = before;
    showPart(editor, 'user');
    expect(view.zoom).toBeGreaterThanOrEqual(0.6);
    expect(view).not.toEqual(before);
  });

  test('does not stay under the panel that opens for it, which a flow’s client does not either', () => {
    view = { x: 1000, y: 100, zoom: 1 };
    showPart(editor, 'read', 'numbers');
    const before = view;
    coverRight(editor, 300);
    expect(view.x).toBeLessThan(before.x);
  });
});
