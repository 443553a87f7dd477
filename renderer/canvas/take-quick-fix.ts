import { connect } from '../../shared/edits/connect';
import { likelyCaller } from '../../shared/edits/likely-caller';
import { fixChanges } from '../../shared/edits/take-fix';
import { middleOf } from '../../shared/layout/geometry';
import type { Design } from '../../shared/model/schema';
import { titleOf } from '../../shared/rules/finding-text';
import type { Finding, QuickFix } from '../../shared/rules/rule';
import type { Editor } from '../store/editors';
import { resolvedOf } from '../store/report';
import { language } from '../words/language';
import { partName } from '../words/part-names';
import { shownDesign } from './lanes/shown';
import { partBoxes } from './part-boxes';
import { reveal } from './viewport';

/** The quick fix of a finding; of callers that are alike the nearest on the canvas, which rules do not know. */
export function quickFixOf({ quickFix, target }: Finding, design: Design): QuickFix | undefined {
  return quickFix?.id === 'connect-from' ? connectedFromNearest(quickFix, target, design) : quickFix;
}

function connectedFromNearest(fix: QuickFix, id: string, design: Design): QuickFix {
  const boxes = partBoxes(design);
  const { edges, nodes } = resolvedOf(design).design;
  const called = new Set(edges.map(({ to }) => to));
  const reached = nodes.filter(
    (node) => node.id === id || node.behaviour === 'source' || called.has(node.id),
  );
  const box = boxes.get(id);
  const distanceOf = (other: string): number => {
    const from = boxes.get(other);
    if (from === undefined || box === undefined) return Number.POSITIVE_INFINITY;
    const [a, b] = [middleOf(from), middleOf(box)];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  const caller = likelyCaller({ nodes: reached, edges }, id, distanceOf);
  const result = caller === null ? null : connect(design, { from: caller, to: id });
  if (caller === null || result?.ok !== true) return fix;
  return { ...fix, values: { ...fix.values, caller: { part: caller } }, changes: result.edit.changes };
}

export function quickFixTitle(finding: Finding, design: Design): string | null {
  const fix = quickFixOf(finding, design);
  return fix === undefined ? null : titleOf(fix, (id) => partName(design, id), language());
}

/** Applies the quick fix of a finding, as one undo step of its name, and brings what it adds into view. */
export function takeQuickFix(editor: Editor, finding: Finding, design: Design): void {
  const fix = quickFixOf(finding, design);
  const title = quickFixTitle(finding, design);
  if (fix === undefined || title === null) return;
  const changes = fixChanges(design, fix.changes);
  editor.edit(title, changes);
  const after = shownDesign(editor);
  if (after === null) return;
  for (const change of changes) {
    const box = change.op === 'add-node' ? partBoxes(after).get(change.node.id) : undefined;
    if (box !== undefined) reveal(editor, box);
  }
}
