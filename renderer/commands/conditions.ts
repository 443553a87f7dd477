import { type Design, edgesOf, groupsOf, nodesOf } from '../../shared/model/schema';
import { currentDesign, useDocument } from '../store/document';
import { useSelection } from '../store/selection';
import { useWorkspace } from '../store/workspace';
import { t } from '../words/t';

/** When commands can run; each is asked at the moment of the press. */
export const isOpen = (): boolean =>
  useWorkspace.getState().page === 'editor' && useDocument.getState().design !== null;

export const canEdit = (): boolean => isOpen() && !useDocument.getState().readOnly;

/** Why nothing can be edited in the open design, or null where it can. */
export const whyReadOnly = (): string | null =>
  isOpen() && useDocument.getState().readOnly
    ? t('Read only: another window edits this design. Take over to edit it here.')
    : null;

const selectedIds = (): ReadonlySet<string> => useSelection.getState().ids;

export const hasSelection = (): boolean => isOpen() && selectedIds().size > 0;

/** Something that a paste can bring back: an edge alone has no ends to stand between. */
export function hasCopyable(): boolean {
  const design = currentDesign();
  if (design === null || !isOpen()) return false;
  const edges = new Set(edgesOf(design).map((edge) => edge.id));
  return [...selectedIds()].some((id) => !edges.has(id));
}

export const canEditSelection = (): boolean => canEdit() && hasSelection();

export function canDelete(): boolean {
  return canEdit() && (selectedIds().size > 0 || useSelection.getState().flow !== null);
}

function onlySelected<T>(find: (design: Design, id: string) => T | undefined): T | null {
  const design = currentDesign();
  const [id, ...others] = selectedIds();
  if (design === null || id === undefined || others.length > 0) return null;
  return find(design, id) ?? null;
}

/** The one selected node, or null. */
export const onlyNode = (): string | null =>
  onlySelected((design, id) => nodesOf(design).find((node) => node.id === id)?.id);

/** The one selected part that has a name to write in place: anything but an edge. */
export const onlyNamed = (): string | null =>
  onlySelected((design, id) => (edgesOf(design).some((edge) => edge.id === id) ? undefined : id));

export function hasSelectedGroup(): boolean {
  const design = currentDesign();
  return design !== null && groupsOf(design).some((group) => selectedIds().has(group.id));
}

/** The keyboard is with the canvas or with nothing: arrows there move parts, elsewhere they move the focus. */
export function canvasHasKeyboard(): boolean {
  const { activeElement } = document;
  return activeElement === document.body || activeElement?.closest('.react-flow, [data-canvas]') !== null;
}
