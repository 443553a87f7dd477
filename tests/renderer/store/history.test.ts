import { beforeEach, describe, expect, test } from 'vitest';
import { createDocument, type DesignDocument } from '../../../renderer/store/editor/document';
import { createSelection } from '../../../renderer/store/editor/selection';
import type { Design } from '../../../shared/model/schema';
import { servicesInARow } from '../../support/services-in-a-row';

let now = 0;
let selection = createSelection();
let opened: DesignDocument;
const open = (design: Design, mostBytes?: number): void => {
  now = 0;
  selection = createSelection();
  opened = createDocument(selection, () => now, mostBytes);
  opened.open(design);
};
const renameNode = (id: string, name: string): boolean => {
  now += 1_000;
  return opened.edit(`Rename ${id}`, [{ op: 'patch-node', id, patch: { name } }], { select: [id] });
};
const state = () => opened.document.getState();
const names = (): readonly (string | undefined)[] =>
  opened.design()?.system.nodes?.map(({ name }) => name) ?? [];

describe('the history', () => {
  beforeEach(() => open(servicesInARow(3)));

  test('goes to any step, back and forth, with what was selected there', () => {
    for (const name of ['A', 'B', 'C', 'D']) renameNode('n1', name);
    opened.goToStep(1);
    expect([names()[1], state().past.length, state().future.length]).toEqual(['A', 1, 3]);
    opened.goToStep(3);
    expect([names()[1], state().past.length, state().future.length]).toEqual(['C', 3, 1]);
    opened.goToStep(0);
    expect(names()[1]).toBe('Service n1');
    opened.goToStep(4);
    expect(names()[1]).toBe('D');
    expect([...selection.selection.getState().ids]).toEqual(['n1']);
  });

  test('undoes and redoes from where one jumped to', () => {
    for (const name of ['A', 'B', 'C']) renameNode('n1', name);
    opened.goToStep(2);
    opened.undo();
    expect(names()[1]).toBe('A');
    opened.redo();
    opened.redo();
    expect(names()[1]).toBe('C');
  });

  test('is one change of the document for a jump over many steps', () => {
    for (const name of ['A', 'B', 'C']) renameNode('n1', name);
    const { revision } = state();
    opened.goToStep(0);
    expect(state().revision).toBe(revision + 1);
  });

  test('does not go beyond its ends, nor in a design that is read-only', () => {
    renameNode('n1', 'A');
    opened.goToStep(2);
    opened.goToStep(-1);
    expect(names()[1]).toBe('A');
    opened.setReadOnly(true);
    opened.goToStep(0);
    expect(names()[1]).toBe('A');
  });

  test('comes back through steps that no longer keep their designs', () => {
    const start = JSON.stringify(opened.design());
    for (let at = 0; at < 120; at += 1) {
      renameNode(`n${at % 3}`, `Name ${at}`);
      if (at % 10 === 0)
        opened.edit('Add', [{ op: 'add-node', node: { id: `x${at}`, kind: 'cache' }, at: { x: at, y: 9 } }]);
      if (at % 10 === 5) opened.edit('Remove', [{ op: 'remove', ids: [`x${at - 5}`] }]);
    }
    const end = JSON.stringify(opened.design());
    const count = state().past.length;
    expect(state().past[0]?.whole).toBeNull();
    opened.goToStep(0);
    expect(JSON.stringify(opened.design())).toBe(start);
    opened.goToStep(count);
    expect(JSON.stringify(opened.design())).toBe(end);
  });

  test('gives up its oldest steps where all take too much memory, and counts them', () => {
    open(servicesInARow(3), 20_000);
    for (let at = 0; at < 20; at += 1) renameNode('n1', String(at % 10).repeat(1_000));
    expect(state().past.length + state().dropped).toBe(20);
    expect(state().dropped).toBeGreaterThan(5);
    opened.goToStep(0);
    expect(names()[1]).toHaveLength(1_000);
  });
});
