import { groupsOf, nodesOf } from '../../shared/model/schema';
import type { Editor } from '../store/editors';
import { fitParts } from './viewport';

/** The groups that are selected, and those that what is selected is in. */
function groupsOfSelection(editor: Editor): ReadonlySet<string> {
  const design = editor.design();
  const { ids } = editor.selection.getState();
  if (design === null || ids.size === 0) return new Set();
  const groups = groupsOf(design).flatMap(({ id }) => (ids.has(id) ? [id] : []));
  const around = nodesOf(design).flatMap(({ id, group }) =>
    ids.has(id) && group !== undefined ? [group] : [],
  );
  return new Set([...groups, ...around]);
}

/** Whether there is a group to zoom to. */
export const hasGroupToFit = (editor: Editor): boolean => groupsOfSelection(editor).size > 0;

/** Shows the groups of what is selected. */
export function fitGroup(editor: Editor): void {
  const groups = groupsOfSelection(editor);
  if (groups.size > 0) fitParts(editor, groups);
}
