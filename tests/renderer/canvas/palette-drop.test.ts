import { beforeEach, describe, expect, test } from 'vitest';
import { routesOf } from '../../../renderer/canvas/edges/route-store';
import { beginDrag } from '../../../renderer/canvas/tools/drag';
import { gesturesOf } from '../../../renderer/canvas/tools/gestures';
import { hideDrop, placeKind, showDrop } from '../../../renderer/canvas/tools/palette-drop';
import { currentDesign, openDesign, useDocument } from '../../../renderer/store/document';
import { useDrag } from '../../../renderer/store/drag';
import { activeEditor } from '../../../renderer/store/editors';
import { resolve } from '../../../shared/catalog/resolve';
import { routeEdgesOf, routesWithin } from '../../../shared/diagram/route';
import { partBoxes } from '../../../shared/edits/part-boxes';
import { card } from '../../../shared/layout/geometry';
import { applyChanges } from '../../../shared/model/apply';
import { type Design, edgesOf, nodesOf } from '../../../shared/model/schema';
import { sampleDesign } from './sample-design';

const calls = () => edgesOf(currentDesign() ?? sampleDesign()).map(({ from, to }) => `${from} > ${to}`);
const steps = () => useDocument.getState().past.length;

/** Opens a design with its edges routed, as they are on the screen. */
function open(design: Design): void {
  openDesign(design);
  const routes = routesWithin(1e6, routeEdgesOf(design, resolve(design)), partBoxes(design), () => []);
  if (routes === null) throw new Error('no routes');
  routesOf(activeEditor()).setState({ routes, of: design });
}

function middleOf(edge: string): { x: number; y: number } {
  const points = routesOf(activeEditor()).getState().routes.get(edge)?.points ?? [];
  const [a = { x: 0, y: 0 }, b = a] = points;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

beforeEach(() => open(sampleDesign()));

describe('a kind that is dropped', () => {
  test('on an edge is inserted once between its two ends, in one step', () => {
    placeKind(activeEditor(), { kind: 'load-balancer' }, middleOf('user-api'));
    expect(calls()).toEqual(['user > load-balancer', 'api > db', 'load-balancer > api']);
    expect(steps()).toBe(1);
  });

  test('on a card is connected to it beside it, and covers nothing', () => {
    placeKind(activeEditor(), { kind: 'cache', technology: 'Redis' }, { x: 350, y: 40 });
    expect(calls()).toContain('api > cache');
    const design = currentDesign() ?? sampleDesign();
    expect(nodesOf(design).at(-1)?.technology).toBe('Redis');
    expect(design.layout?.nodes?.['cache']?.x).toBeGreaterThanOrEqual(300 + card.width);
  });

  test('on the free canvas stands where it is dropped, connected to nothing', () => {
    const middle = { x: card.width / 2, y: 500 + card.height / 2 };
    placeKind(activeEditor(), { kind: 'service' }, middle);
    const [id = ''] = nodesOf(currentDesign() ?? sampleDesign())
      .map((node) => node.id)
      .slice(-1);
    expect(currentDesign()?.layout?.nodes?.[id]).toEqual({ x: 0, y: 500 });
    expect(calls()).toEqual(['user > api', 'api > db']);
  });

  test('on an edge stands where it is dropped where nothing can call it', () => {
    placeKind(activeEditor(), { kind: 'client' }, middleOf('user-api'));
    expect(calls()).toEqual(['user > api', 'api > db']);
    expect(nodesOf(currentDesign() ?? sampleDesign())).toHaveLength(4);
  });
});

describe('a card that is dragged onto an edge', () => {
  const drag = (id: string): void => {
    const gestures = gesturesOf(activeEditor());
    beginDrag(activeEditor(), [id], id);
    const { x, y } = middleOf('user-api');
    const { width, height } = partBoxes(currentDesign() ?? sampleDesign()).get(id) ?? card;
    gestures.partMoved(id, { x: x - width / 2, y: y - height / 2 });
  };
  const drop = (altKey = false): void =>
    gesturesOf(activeEditor()).finish('drag', { clientX: 0, clientY: 0, altKey });

  test('is inserted where nothing is connected to it, the edge being lit before', () => {
    const loose = { op: 'add-node', node: { id: 'idea', kind: 'custom' }, at: { x: 0, y: 600 } } as const;
    open(applyChanges(sampleDesign(), [loose]));
    drag('idea');
    expect(useDrag.getState().dropEdge).toBe('user-api');
    drop();
    expect(calls()).toEqual(['user > idea', 'api > db', 'idea > api']);
    expect(useDrag.getState().dropEdge).toBeNull();
    expect(steps()).toBe(1);
  });

  test('only moves where it has edges', () => {
    drag('db');
    expect(useDrag.getState().dropEdge).toBeNull();
    drop();
    expect(calls()).toEqual(['user > api', 'api > db']);
  });
});

describe('while a kind is held over the canvas', () => {
  const held = (kind: string, at: { x: number; y: number }) => {
    showDrop(activeEditor(), at, { kind });
    const { connectTo, dropEdge, dropChanges } = useDrag.getState();
    hideDrop(activeEditor());
    return { connectTo, dropEdge, dropChanges };
  };

  test.each([
    ['on an edge', () => middleOf('user-api'), null, 'user-api'],
    ['on a card', () => ({ x: 350, y: 40 }), 'api', null],
  ])('%s it shows the very changes that the drop makes', (_title, place, connectTo, dropEdge) => {
    const at = place();
    const shown = held('load-balancer', at);
    expect(shown).toMatchObject({ connectTo, dropEdge });
    const expected = applyChanges(sampleDesign(), shown.dropChanges ?? []);
    placeKind(activeEditor(), { kind: 'load-balancer' }, at);
    expect(currentDesign()?.system).toEqual(expected.system);
    expect(currentDesign()?.layout).toEqual(expected.layout);
  });

  test('over the empty canvas it shows nothing, and a source lights no edge that it could not stand on', () => {
    expect(held('service', { x: 0, y: 900 })).toEqual({ connectTo: null, dropEdge: null, dropChanges: null });
    expect(held('client', middleOf('user-api'))).toMatchObject({ dropEdge: null, dropChanges: null });
  });

  test('of a drag from another window it shows the edge alone', () => {
    showDrop(activeEditor(), middleOf('user-api'), null);
    expect(useDrag.getState()).toMatchObject({ dropEdge: 'user-api', dropChanges: null });
    hideDrop(activeEditor());
  });
});
