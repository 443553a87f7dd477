import { fixChanges } from '../../shared/edits/take-fix';
import type { SafeFixes } from '../../shared/rules/safe-fixes';
import type { Editor } from '../store/editors';
import { t } from '../words/t';

/** Applies the quick fixes that are taken, all in one undo step. */
export function takeSafeFixes(editor: Editor, { fixes, changes }: SafeFixes): void {
  const design = editor.design();
  const count = fixes.filter(({ isTaken }) => isTaken).length;
  if (design === null || count === 0) return;
  const label = t('Fix {count, plural, one {# finding} other {# findings}}', { count });
  editor.edit(label, fixChanges(design, changes));
}
