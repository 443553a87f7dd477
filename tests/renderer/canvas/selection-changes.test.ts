import { beforeEach, expect, test } from 'vitest';
import { takeSelection } from '../../../renderer/canvas/selection-changes';
import { activeEditor } from '../../../renderer/store/editors';

const editor = activeEditor();
const selected = (): readonly string[] => [...editor.selection.getState().ids].sort();
const change = (id: string, isSelected: boolean) => ({ type: 'select', id, selected: isSelected }) as const;

/** React Flow was given two parts, `near` and `other`. */
const knowledge = (isAdding: boolean) => ({
  knows: (id: string) => id === 'near' || id === 'other',
  isAdding: () => isAdding,
});

beforeEach(() => editor.select(['near', 'away']));

test('a part that is clicked is selected alone, also where the view was not given the rest', () => {
  takeSelection(editor, [change('near', false), change('other', true)], knowledge(false));
  expect(selected()).toEqual(['other']);
});

test('with the key held it is added to all that is selected', () => {
  takeSelection(editor, [change('other', true)], knowledge(true));
  expect(selected()).toEqual(['away', 'near', 'other']);
  takeSelection(editor, [change('near', false)], knowledge(true));
  expect(selected()).toEqual(['away', 'other']);
});

test('a view that has every part is taken at its word', () => {
  takeSelection(editor, [change('near', false)], null);
  expect(selected()).toEqual(['away']);
});

test('what says nothing new of the selection leaves it as it is', () => {
  takeSelection(editor, [change('near', true)], knowledge(false));
  expect(selected()).toEqual(['away', 'near']);
});
