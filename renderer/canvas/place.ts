import { add } from '../../shared/edits/add';
import type { Edit, EditResult } from '../../shared/edits/edit';
import { type InsertOnEdgeArguments, insertOnEdge } from '../../shared/edits/insert-on-edge';
import { type Design, nodesOf, type Point, type Side } from '../../shared/model/schema';
import type { Editor } from '../store/editors';
import { shownDesign } from './lanes/shown';
import { partBoxes } from './part-boxes';
import { announceEdge, perform } from './perform';
import { reveal, showStart } from './viewport';

export interface AddOptions {
  readonly technology?: string;
  /** The middle of the card, canvas pixels; without it the next column of the selected node, or a free place. */
  readonly at?: Point;
  /** false only places it. */
  readonly connect?: boolean;
  /** The node to be beside and be connected with; the selected one where left out. */
  readonly near?: string;
  /** The node that an edge to it was drawn from, and the sides that the edge keeps. */
  readonly from?: string | undefined;
  readonly fromSide?: Side | undefined;
  readonly toSide?: Side | undefined;
  readonly name?: string;
}

/**
 * Adds a component: the one way that palette, add box, drop and commands take. With a node selected it is connected to
 * it and is in the next layer's column. Returns its id; '' where it cannot be added.
 */
export function addComponent(editor: Editor, kind: string, options: AddOptions = {}): string {
  const design = editor.design();
  if (design === null) return '';
  const id = performAdding(editor, addingOf(editor, design, kind, options));
  if (id === '') return '';
  if (nodesOf(design).length === 0 && options.at === undefined) showStart(editor);
  else revealPart(editor, id);
  return id;
}

/** The edit by which a component is added. */
export function addingOf(editor: Editor, design: Design, kind: string, options: AddOptions): EditResult {
  const near = options.near ?? onlySelectedNode(editor, design) ?? undefined;
  const { lanes } = editor.view.getState();
  // Lanes have no place of one's own to put it: it stands where it would without one, also once they are left.
  const placed = lanes ? { ...options, at: undefined } : options;
  return add(design, { ...placed, kind, near });
}

/** What is inserted on an edge: a new component of a kind, or one that is there without edges. */
type Inserted = Omit<InsertOnEdgeArguments, 'edge'>;

/** Inserts a component on an edge, between its two ends. Returns its id; '' where it cannot be there. */
export function insertComponent(editor: Editor, edge: string, inserted: Inserted): string {
  const design = editor.design();
  if (design === null) return '';
  const id = performAdding(editor, insertionOf(editor, design, edge, inserted));
  if (id !== '') revealPart(editor, id);
  return id;
}

/** The edit by which a component is inserted. */
export function insertionOf(editor: Editor, design: Design, edge: string, inserted: Inserted): EditResult {
  const placed = editor.view.getState().lanes ? { ...inserted, at: undefined } : inserted;
  return insertOnEdge(design, { ...placed, edge });
}

/** Makes an edit whose first selected part is a component, and says what its edges were given. */
function performAdding(editor: Editor, result: EditResult): string {
  const [id] = (result.ok ? result.edit.select : undefined) ?? [];
  if (!perform(editor, result) || !result.ok || id === undefined) return '';
  announceConnection(editor, result.edit, id);
  return id;
}

function revealPart(editor: Editor, id: string): void {
  const design = shownDesign(editor);
  const box = design === null ? undefined : partBoxes(design).get(id);
  if (box !== undefined) reveal(editor, box);
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
