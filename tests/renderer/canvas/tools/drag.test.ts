import { beforeEach, describe, expect, test } from 'vitest';
import { nudgeSelection, removeSelection, resizeGroup } from '../../../../renderer/canvas/arrange';
import { beginDrag as beginDragIn } from '../../../../renderer/canvas/tools/drag';
import { gesturesOf } from '../../../../renderer/canvas/tools/gestures';
import { currentDesign, edit, openDesign, undo, useDocument } from '../../../../renderer/store/document';
import { useDrag } from '../../../../renderer/store/drag';
import { activeEditor } from '../../../../renderer/store/editors';
import { select } from '../../../../renderer/store/selection';
import { setView } from '../../../../renderer/store/view';
import { useWorkspace } from '../../../../renderer/store/workspace';
import { sampleDesign } from '../sample-design';

const gestures = gesturesOf(activeEditor());
const beginDrag = (ids: readonly string[], lead: string) => beginDragIn(activeEditor(), ids, lead);
const moveDrag = gestures.partMoved;
const dropDrag = (altKey: boolean) => gestures.finish('drag', { clientX: 0, clientY: 0, altKey });
const cancelDrag = gestures.cancel;
const placeOf = (id: string) => currentDesign()?.layout?.nodes?.[id];
const groupOf = (id: string) => currentDesign()?.system.nodes?.find((node) => node.id === id)?.group;
const labels = () => useDocument.getState().past.map((step) => step.label);

beforeEach(() => {
  openDesign(sampleDesign());
  useWorkspace.setState({ toasts: [] });
});

describe('dragging', () => {
  test('moves nothing in the document until the pointer is released, then is one step', () => {
    const before = currentDesign();
    beginDrag(['user'], 'user');
    moveDrag('user', { x: 20, y: 40 });
    moveDrag('user', { x: 40, y: 200 });
    expect(currentDesign()).toBe(before);
    expect(useDrag.getState().places['user']).toEqual({ x: 40, y: 200 });
    dropDrag(false);
    expect(placeOf('user')).toEqual({ x: 40, y: 200 });
    expect(labels()).toHaveLength(1);
    undo();
    expect(placeOf('user')).toEqual({ x: 0, y: 0 });
  });

  test('leaves the system as it is where nothing goes into a group or out of one', () => {
    const before = currentDesign()?.system;
    beginDrag(['user'], 'user');
    moveDrag('user', { x: 0, y: 100 });
    dropDrag(false);
    expect(currentDesign()?.system).toBe(before);
  });

  test('a group takes along what stands in it and the notes that lie in it', () => {
    beginDrag(['east'], 'east');
    moveDrag('east', { x: 280, y: -40 });
    dropDrag(false);
    // Everything moves by 280 − 260 = 20 and −40 − (−60) = 20.
    expect(placeOf('api')).toEqual({ x: 320, y: 20 });
    expect(currentDesign()?.layout?.groups?.['east']).toEqual({ x: 280, y: -40, width: 300, height: 220 });
    expect(currentDesign()?.layout?.marks?.[0]).toMatchObject({ x: 300, y: 130 });
    expect(placeOf('db')).toEqual({ x: 900, y: 0 });
    expect(groupOf('api')).toBe('east');
  });

  test('the group under the card is lit, and takes it in on the drop only', () => {
    beginDrag(['db'], 'db');
    moveDrag('db', { x: 300, y: 360 });
    expect(useDrag.getState().target).toBe('west');
    expect(groupOf('db')).toBeUndefined();
    dropDrag(false);
    expect(groupOf('db')).toBe('west');
    expect(useDrag.getState().target).toBeNull();
  });

  test.each([
    ['a card that enters a group', ['db'], 'db', { x: 440, y: 440 }],
    ['a member that is moved over the line of its group', ['api'], 'api', { x: 440, y: 60 }],
    ['a group and one of its members', ['east', 'api'], 'east', { x: 300, y: 340 }],
  ] as const)(
    '%s shows, before it is dropped, the boxes that the groups then have',
    (_title, ids, lead, to) => {
      const before = currentDesign()?.layout?.groups;
      beginDrag(ids, lead);
      moveDrag(lead, to);
      const shown = { ...before, ...useDrag.getState().boxes };
      expect(shown).not.toEqual(before);
      expect(currentDesign()?.layout?.groups).toBe(before);
      dropDrag(false);
      expect(currentDesign()?.layout?.groups).toEqual(shown);
    },
  );

  test('a group that would grow is as it was once the card is held outside of it, and where a copy is dragged', () => {
    beginDrag(['db'], 'db');
    moveDrag('db', { x: 440, y: 440 });
    expect(Object.keys(useDrag.getState().boxes)).toEqual(['west']);
    gestures.keysChanged({ altKey: true });
    expect(Object.keys(useDrag.getState().boxes)).toEqual([]);
    gestures.keysChanged({});
    moveDrag('db', { x: 900, y: 460 });
    expect(useDrag.getState().boxes).toEqual({});
    cancelDrag();
  });

  test('says which call now crosses zones', () => {
    beginDrag(['db'], 'db');
    moveDrag('db', { x: 300, y: 360 });
    dropDrag(false);
    const [toast] = useWorkspace.getState().toasts;
    expect(toast?.text).toContain('cross-zone, 1.5 ms');
  });

  test('a copy is dropped beside, the original stays', () => {
    beginDrag(['db'], 'db');
    moveDrag('db', { x: 900, y: 200 });
    dropDrag(true);
    expect(placeOf('db')).toEqual({ x: 900, y: 0 });
    expect(currentDesign()?.system.nodes).toHaveLength(4);
  });

  test('given up, everything stands where it stood', () => {
    beginDrag(['db'], 'db');
    moveDrag('db', { x: 300, y: 360 });
    cancelDrag();
    dropDrag(false);
    expect(placeOf('db')).toEqual({ x: 900, y: 0 });
    expect(labels()).toEqual([]);
  });
});

test('presses of an arrow that follow each other are one step', () => {
  select(['user']);
  nudgeSelection(activeEditor(), 20, 0);
  nudgeSelection(activeEditor(), 20, 0);
  expect(placeOf('user')).toEqual({ x: 40, y: 0 });
  expect(labels()).toHaveLength(1);
});

test('a group is never made smaller than what stands in it, and expels nothing', () => {
  resizeGroup(activeEditor(), 'east', { x: 260, y: -60, width: 120, height: 220 });
  expect(groupOf('api')).toBe('east');
  // The card ends at 300 + 188 = 488; with 20 beside it, on the grid, that is 520 = 260 + 260.
  expect(currentDesign()?.layout?.groups?.['east']).toMatchObject({ x: 260, width: 260 });
});

describe('keys that are held during a drag', () => {
  test('Shift keeps to the longer way, Ctrl to the pixel without guides', () => {
    beginDrag(['db'], 'db');
    moveDrag('db', { x: 700, y: 33 });
    gestures.keysChanged({ shiftKey: true });
    expect(useDrag.getState().places['db']?.y).toBe(0);
    gestures.keysChanged({ ctrlKey: true });
    expect(useDrag.getState().places['db']).toEqual({ x: 700, y: 33 });
    moveDrag('db', { x: 703, y: 1 });
    expect(useDrag.getState()).toMatchObject({ places: { db: { x: 703, y: 1 } }, guides: { lines: [] } });
    // Without it the upper sides of all three cards are in line.
    gestures.keysChanged({});
    expect(useDrag.getState().places['db']?.y).toBe(0);
    expect(useDrag.getState().guides.lines).toContainEqual({
      axis: 'y',
      at: 0,
      from: 0,
      to: expect.any(Number),
    });
    cancelDrag();
    expect(useDrag.getState().guides.lines).toEqual([]);
  });

  test('Alt leaves the original and its edges where they are, and shows the copy', () => {
    beginDrag(['db'], 'db');
    moveDrag('db', { x: 900, y: 200 });
    gestures.keysChanged({ altKey: true });
    expect(useDrag.getState()).toMatchObject({ places: {}, copies: { db: { x: 900, y: 200 } } });
    gestures.keysChanged({});
    expect(useDrag.getState()).toMatchObject({ places: { db: { x: 900, y: 200 } }, copies: {} });
    cancelDrag();
  });

  test('without the preference only the grid takes what is dragged', () => {
    setView({ snapToGuides: false });
    beginDrag(['db'], 'db');
    moveDrag('db', { x: 703, y: 57 });
    expect(useDrag.getState()).toMatchObject({ places: { db: { x: 700, y: 60 } }, guides: { lines: [] } });
    cancelDrag();
    setView({ snapToGuides: true });
  });
});

describe('what is locked', () => {
  beforeEach(() => {
    edit('Lock', [{ op: 'lock', ids: ['db'], locked: true }]);
  });

  test('is not dragged, alone or with others', () => {
    beginDrag(['db'], 'db');
    moveDrag('db', { x: 900, y: 200 });
    dropDrag(false);
    beginDrag(['user', 'db'], 'user');
    moveDrag('user', { x: 0, y: 200 });
    dropDrag(false);
    expect(placeOf('user')).toEqual({ x: 0, y: 200 });
    expect(placeOf('db')).toEqual({ x: 900, y: 0 });
  });

  test('is not nudged and not deleted, which a message says', () => {
    select(['db']);
    expect(nudgeSelection(activeEditor(), 1, 0)).toBe(false);
    expect(removeSelection(activeEditor())).toBe(false);
    expect(useWorkspace.getState().toasts).toHaveLength(1);
    expect(currentDesign()?.system.nodes).toHaveLength(3);
  });
});
