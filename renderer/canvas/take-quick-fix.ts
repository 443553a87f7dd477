import { placed } from '../../shared/edits/placed';
import type { Design } from '../../shared/model/schema';
import { titleOf } from '../../shared/rules/finding-text';
import type { Finding } from '../../shared/rules/rule';
import type { Editor } from '../store/editors';
import { language } from '../words/language';
import { partName } from '../words/part-names';
import { partBoxes } from './part-boxes';
import { reveal } from './viewport';

export function quickFixTitle(finding: Finding, design: Design): string | null {
  const fix = finding.quickFix;
  return fix === undefined ? null : titleOf(fix, (id) => partName(design, id), language());
}

/** Applies the quick fix of a finding, as one undo step of its name, and brings what it adds into view. */
export function takeQuickFix(editor: Editor, finding: Finding, design: Design): void {
  const title = quickFixTitle(finding, design);
  if (finding.quickFix === undefined || title === null) return;
  const { changes } = finding.quickFix;
  editor.edit(title, placed(design, changes));
  const after = editor.design();
  if (after === null) return;
  for (const change of changes) {
    const box = change.op === 'add-node' ? partBoxes(after).get(change.node.id) : undefined;
    if (box !== undefined) reveal(editor, box);
  }
}
