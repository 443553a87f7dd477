import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteView } from '../../../renderer/canvas/annotations/note/note-view';
import { drawFar, type FarCard, type FarScene } from '../../../renderer/canvas/far/far-drawing';
import { palettes } from '../../../shared/diagram/palette';

const colors = palettes.light;

const card = (id: string, more: Partial<FarCard> = {}): FarCard => ({
  id,
  name: id,
  layer: 'service',
  icon: null,
  state: 'healthy',
  missed: false,
  level: null,
  box: { x: 0, y: 0, width: 188, height: 92 },
  ...more,
});

/** A context that notes what it fills and writes, each with the colour that it has then. */
function notingContext() {
  const filled: string[] = [];
  const written: string[] = [];
  const state: Record<string, unknown> = {};
  const context = new Proxy(state, {
    get: (_, name) => {
      if (name === 'fill') return () => filled.push(String(state['fillStyle']));
      if (name === 'fillText') return (text: string) => written.push(text);
      if (name === 'measureText') return () => ({ width: 40 });
      return name in state ? state[String(name)] : () => {};
    },
    set: (_, name, value) => {
      state[String(name)] = value;
      return true;
    },
  });
  return { context: context as unknown as CanvasRenderingContext2D, filled, written };
}

const scene = (parts: Partial<FarScene>): FarScene => ({
  cards: [],
  groups: [],
  marks: [],
  attachedOf: () => undefined,
  routes: new Map(),
  selected: new Set(),
  found: null,
  beside: new Set(),
  ...parts,
});

const view = (zoom: number) => ({ x: 0, y: 0, zoom, width: 1000, height: 800, pixelRatio: 1 });

beforeEach(() => vi.stubGlobal('Path2D', class {}));
afterEach(() => vi.unstubAllGlobals());

test.each([0.3, 0.1, 0.02])('a missed target is marked in the far view at a zoom of %d', (zoom) => {
  const { context, filled } = notingContext();
  drawFar(context, scene({ cards: [card('met'), card('missed', { missed: true })] }), view(zoom), colors);
  expect(filled).toEqual([colors.error]);
});

test('names are written where cards have room for them, titles of groups where these do', () => {
  const parts = {
    cards: [card('Links')],
    groups: [{ box: { x: 0, y: 0, width: 900, height: 400 }, title: 'Region' }],
  };
  const near = notingContext();
  drawFar(near.context, scene(parts), view(0.3), colors);
  expect(near.written).toEqual(['Links', 'Region']);
  const far = notingContext();
  drawFar(far.context, scene(parts), view(0.1), colors);
  expect(far.written).toEqual(['Region']);
});

test('a note says its beginning while a few letters of it have room', () => {
  const box = { x: 0, y: 0, width: 240, height: 120 };
  const mark = { id: 'idea', kind: 'note', text: 'Nine of ten reads end at the cache' };
  const marks = [{ mark, box, drawFar: noteView.drawFar }];
  const near = notingContext();
  drawFar(near.context, scene({ marks }), view(0.3), colors);
  expect(near.written[0]).toMatch(/^Nine/);
  const far = notingContext();
  drawFar(far.context, scene({ marks }), view(0.1), colors);
  expect(far.written).toEqual([]);
});
