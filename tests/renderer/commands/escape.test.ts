import { afterEach, expect, test } from 'vitest';
import { commands } from '../../../renderer/commands/registry';
import { clearSelection, select, useSelection } from '../../../renderer/store/selection';
import { setView, useView } from '../../../renderer/store/view';

const pressEscape = (): void => commands.find(({ id }) => id === 'deselect')?.run();

afterEach(() => {
  clearSelection();
  setView({ reach: null, followedFlow: null });
});

test('Escape ends what is lit upstream of a part, and only the next one clears the selection', () => {
  select(['links']);
  setView({ reach: { node: 'links', direction: 'upstream' } });
  pressEscape();
  expect(useView.getState().reach).toBeNull();
  expect([...useSelection.getState().ids]).toEqual(['links']);
  pressEscape();
  expect([...useSelection.getState().ids]).toEqual([]);
});

test('Escape ends following a request wherever the keyboard is', () => {
  setView({ followedFlow: 'redirect' });
  pressEscape();
  expect(useView.getState().followedFlow).toBeNull();
});
