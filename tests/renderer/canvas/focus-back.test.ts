import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keyboardHolder } from '../../../renderer/canvas/focus-back';
import { setSurface } from '../../../renderer/canvas/viewport';
import { createEditor, type Editor, windowServices } from '../../../renderer/store/editors';
import { sampleDesign } from './sample-design';

class Field {
  isConnected = true;
  focus(): void {
    page.activeElement = this;
  }
}

const page = { activeElement: null as unknown, body: new Field() };
const canvas = Object.assign(new Field(), { clientWidth: 1200, clientHeight: 800 });
let editor: Editor;

beforeEach(() => {
  vi.stubGlobal('HTMLElement', Field);
  vi.stubGlobal('document', page);
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
  setSurface(editor, { flow, element: canvas as unknown as HTMLElement });
});

afterEach(() => {
  setSurface(editor, null);
  editor.close();
  vi.unstubAllGlobals();
});

describe('the keyboard, after a field in place', () => {
  test('goes back to what had it', () => {
    const card = new Field();
    page.activeElement = card;
    const giveBack = keyboardHolder(editor);
    page.activeElement = new Field();
    giveBack();
    expect(page.activeElement).toBe(card);
  });

  test.each([
    ['is gone', Object.assign(new Field(), { isConnected: false })],
    ['was nobody', page.body],
  ])('goes to the canvas where what had it %s', (_case, before) => {
    page.activeElement = before;
    const giveBack = keyboardHolder(editor);
    page.activeElement = new Field();
    giveBack();
    expect(page.activeElement).toBe(canvas);
  });
});
