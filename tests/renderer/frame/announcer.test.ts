import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeWords } from '../../../renderer/frame/Announcer';
import { edit, openDesign, redo, undo } from '../../../renderer/store/document';
import { activeEditor } from '../../../renderer/store/editors';
import { emptyDesign } from '../../../shared/model/empty-design';

describe('what a screen reader is told of a change', () => {
  const said: (string | null)[] = [];
  let stop = (): void => undefined;

  beforeEach(() => {
    openDesign(emptyDesign('a', 'Orders', '2026-01-05T10:00:00.000Z'));
    said.length = 0;
    stop = activeEditor().document.subscribe((now, before) => said.push(changeWords(now, before)));
  });

  afterEach(() => {
    stop();
    openDesign(null);
  });

  test('is the name of the step, and whether it was undone or redone', () => {
    edit('Rename design', [{ op: 'rename-design', name: 'Other' }]);
    undo();
    redo();
    expect(said).toEqual(['Rename design', 'Undone: Rename design', 'Redone: Rename design']);
  });

  test('is nothing where another design is opened', () => {
    openDesign(emptyDesign('b', 'Bills', '2026-01-05T10:00:00.000Z'));
    expect(said).toEqual([null]);
  });
});
