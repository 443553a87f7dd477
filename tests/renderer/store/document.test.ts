import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  currentDesign,
  edit,
  openDesign,
  redo,
  setReadOnly,
  undo,
  useDocument,
} from '../../../renderer/store/document';
import { select, useSelection } from '../../../renderer/store/selection';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';

const design: Design = {
  ...emptyDesign('a', 'Start', '2026-01-05T10:00:00.000Z'),
  system: { nodes: [{ id: 'api', kind: 'service' }] },
  layout: { nodes: { api: { x: 0, y: 0 } } },
};
const rename = (name: string, mergeKey?: string): boolean =>
  edit('Rename design', [{ op: 'rename-design', name }], mergeKey === undefined ? {} : { mergeKey });
const labels = (): readonly string[] => useDocument.getState().past.map((step) => step.label);

describe('the one door to the document', () => {
  let now: number;
  beforeEach(() => {
    now = 1_000;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    openDesign(design);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    openDesign(null);
  });

  test('one edit is one step, undone and redone by reference', () => {
    rename('A');
    const changed = currentDesign();
    undo();
    expect(currentDesign()).toBe(design);
    redo();
    expect(currentDesign()).toBe(changed);
  });

  test('an edit that changes nothing is no step', () => {
    expect(rename('Start')).toBe(false);
    expect(labels()).toEqual([]);
  });

  test('typing in one field is one step while it does not pause for 600 ms', () => {
    rename('A', 'name');
    now += 599;
    rename('AB', 'name');
    now += 600;
    rename('ABC', 'name');
    expect(labels()).toHaveLength(2);
    undo();
    expect(currentDesign()?.name).toBe('AB');
    undo();
    expect(currentDesign()?.name).toBe('Start');
  });

  test('typing in another field is another step', () => {
    rename('A', 'name');
    rename('B', 'title');
    expect(labels()).toHaveLength(2);
  });

  test('what was redone does not grow by further typing', () => {
    rename('A', 'name');
    undo();
    redo();
    rename('AB', 'name');
    expect(labels()).toHaveLength(2);
  });

  test('a new edit forgets what was undone', () => {
    rename('A');
    undo();
    rename('B');
    redo();
    expect(currentDesign()?.name).toBe('B');
  });

  test('undo and redo bring the selection of their step back', () => {
    select(['api']);
    edit('Delete 1 part', [{ op: 'remove', ids: ['api'] }], { select: [] });
    expect(useSelection.getState().ids.size).toBe(0);
    undo();
    expect([...useSelection.getState().ids]).toEqual(['api']);
    redo();
    expect(useSelection.getState().ids.size).toBe(0);
  });

  test('moving a card leaves what is analysed as it was', () => {
    edit('Move 1 part', [{ op: 'place', places: { api: { x: 20, y: 0 } } }]);
    expect(currentDesign()?.system).toBe(design.system);
  });

  test('a read-only design takes no edit, no undo and no redo', () => {
    rename('A');
    setReadOnly(true);
    expect(rename('B')).toBe(false);
    undo();
    expect(currentDesign()?.name).toBe('A');
  });

  test('every change counts a revision, undo included', () => {
    const before = useDocument.getState().revision;
    rename('A');
    undo();
    redo();
    expect(useDocument.getState().revision).toBe(before + 3);
  });
});
