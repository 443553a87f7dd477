import { add } from '../../shared/edits/add';
import type { Edit } from '../../shared/edits/edit';
import { type Design, nodesOf, type Point } from '../../shared/model/schema';
import type { Editor } from '../store/editors';
import { partBoxes } from './part-boxes';
import { announceEdge, perform } from './perform';
import { reveal, showStart } from './viewport';

export interface AddOptions {
  readonly technology?: string;
  /** The middle of the card, canvas pixels; without it the next column of the selected node, or a free place. */
  readonly at?: Point;
  /** false only places it. */
  readonly connect?: boolean;
  /** The node to connect with; the selected one where left out. */
  readonly from?: string;
  readonly name?: string;
}

/**
 * Adds a component: the one way that palette, add box, drop and commands take. With a node selected it is connected to
 * it and stands in the next layer's column. Returns its id; '' where it cannot be added.
 */
export function addComponent(editor: Editor, kind: string, { from, ...options }: AddOptions = {}): string {
  const design = editor.design();
  if (design === null) return '';
  const near = from ?? onlySelectedNode(editor, design) ?? undefined;
  const result = add(design, { kind, near, ...options });
  const [id] = (result.ok ? result.edit.select : undefined) ?? [];
  if (!perform(editor, result) || !result.ok || id === undefined) return '';
  announceConnection(editor, result.edit, id);
  const box = partBoxes(editor.design() ?? design).get(id);
  const isFirst = nodesOf(design).length === 0;
  if (isFirst && options.at === undefined) showStart(editor);
  else if (box !== undefined) reveal(editor, box);
  return id;
}

function announceConnection(editor: Editor, { changes, notes }: Edit, id: string): void {
  for (const change of changes)
    if (change.op === 'add-edge' && (change.edge.from === id || change.edge.to === id))
      announceEdge(editor, change.edge.id, notes);
}

function onlySelectedNode({ selection }: Editor, design: Design): string | null {
  const { ids } = selection.getState();
  if (ids.size !== 1) return null;
  return nodesOf(design).find(({ id }) => ids.has(id))?.id ?? null;
}
