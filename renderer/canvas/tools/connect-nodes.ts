import { connect } from '../../../shared/edits/connect';
import type { Sides } from '../../../shared/edits/dropped-place';
import { own } from '../../../shared/model/own';
import type { Design } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { announceEdge, perform } from '../perform';

/** Connects two nodes in one edit; an edge that is there already is selected instead. False where nothing was drawn. */
export function connectNodes(editor: Editor, from: string, to: string, sides: Sides = {}): boolean {
  const design = editor.design();
  if (design === null || from === to) return false;
  const result = connect(design, { from, to, ...sides });
  const isNew = result.ok && result.edit.changes.length > 0;
  // What is selected stays: one goes on connecting from the same node.
  if (!perform(editor, result, { select: !isNew }) || !result.ok) return false;
  announceEdge(editor, result.edit.select?.[0] ?? '', result.edit.notes);
  return true;
}

/** The nodes that a node can call, nearest first, for the list of targets. */
export function targetsOf(
  design: Design,
  from: string,
): readonly { readonly id: string; readonly name: string }[] {
  const { nodes } = resolvedOf(design).design;
  const places = design.layout?.nodes ?? {};
  const start = own(places, from) ?? { x: 0, y: 0 };
  const distance = (id: string): number => {
    const at = own(places, id) ?? start;
    // What stands to the left is rarely called: it comes after what stands to the right.
    return Math.abs(at.x - start.x) + Math.abs(at.y - start.y) + (at.x < start.x ? 10_000 : 0);
  };
  return nodes
    .filter((node) => node.id !== from && node.behaviour !== 'source')
    .toSorted((a, b) => distance(a.id) - distance(b.id));
}
