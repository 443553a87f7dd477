import { type Design, edgesOf, flowsOf, groupsOf, nodesOf } from '../../shared/model/schema';
import { currentDesign, useDocument } from '../store/document';
import { useSelection } from '../store/selection';
import { useView, type ViewState } from '../store/view';
import { useWorkspace } from '../store/workspace';
import { t } from '../words/t';
import { all, type Condition, condition, type Source } from './condition';

/** When commands can run. The stores of editors are those of the active one, whichever that is. */
export const showsEditor = condition([useWorkspace], () => useWorkspace.getState().page === 'editor');

export const isOpen = all(
  showsEditor,
  condition([useDocument], () => currentDesign() !== null),
);

/** Nothing can be edited in the open design: another window has it. */
export const readOnly = all(
  isOpen,
  condition([useDocument], () => useDocument.getState().readOnly),
);

export const canEdit = all(
  isOpen,
  condition([useDocument], () => !useDocument.getState().readOnly),
);

/** Why nothing can be edited in the open design, or null where it can. */
export const whyReadOnly = (): string | null =>
  readOnly.get() ? t('Read only: another window edits this design. Take over to edit it here.') : null;

const selectedIds = (): ReadonlySet<string> => useSelection.getState().ids;

export const hasSelection = all(
  isOpen,
  condition([useSelection], () => selectedIds().size > 0),
);

export const canEditSelection = all(canEdit, hasSelection);

/** On the open design: false where there is none. */
const ofDesign = (sources: readonly Source[], holds: (design: Design) => boolean): Condition =>
  all(
    isOpen,
    condition([useDocument, ...sources], () => {
      const design = currentDesign();
      return design !== null && holds(design);
    }),
  );

/** Something that a paste can bring back: an edge alone has no ends to stand between. */
export const hasCopyable = ofDesign([useSelection], (design) => {
  if (selectedIds().size === 0) return false;
  const edges = new Set(edgesOf(design).map((edge) => edge.id));
  return [...selectedIds()].some((id) => !edges.has(id));
});

export const canDelete = all(
  canEdit,
  condition([useSelection], () => selectedIds().size > 0 || useSelection.getState().flow !== null),
);

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

export const hasOnlyNode = ofDesign([useSelection], () => onlyNode() !== null);

export const hasOnlyNamed = ofDesign([useSelection], () => onlyNamed() !== null);

export const hasSelectedGroup = ofDesign([useSelection], (design) =>
  groupsOf(design).some((group) => selectedIds().has(group.id)),
);

export const hasSeveralNodes = ofDesign([], (design) => nodesOf(design).length > 1);

export const hasFlows = ofDesign([], (design) => flowsOf(design).length > 0);

export const canUndo = all(
  canEdit,
  condition([useDocument], () => useDocument.getState().past.length > 0),
);

export const canRedo = all(
  canEdit,
  condition([useDocument], () => useDocument.getState().future.length > 0),
);

export const hasTrash = condition([useWorkspace], () => useWorkspace.getState().trash.length > 0);

/** On how designs are shown. */
export const inView = (holds: (view: ViewState) => boolean): Condition =>
  condition([useView], () => holds(useView.getState()));

const focus: Source = {
  subscribe(listener) {
    const listeners = new AbortController();
    for (const type of ['focusin', 'focusout'])
      document.addEventListener(type, listener, { signal: listeners.signal });
    return () => listeners.abort();
  },
};

/** The keyboard is with the canvas or with nothing: arrows there move parts, elsewhere they move the focus. */
export const canvasHasKeyboard = condition([focus], () => {
  const { activeElement } = document;
  return activeElement === document.body || activeElement?.closest('.react-flow, [data-canvas]') !== null;
});
