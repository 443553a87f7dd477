import { mayBeConvertible } from '../../shared/edits/named-shape';
import { own } from '../../shared/model/own';
import {
  type Design,
  type Edge,
  edgesOf,
  flowsOf,
  groupsOf,
  marksOf,
  nodesOf,
} from '../../shared/model/schema';
import { isWritable } from '../canvas/annotations/index';
import { usePlaces } from '../canvas/places';
import { currentDesign, useDocument } from '../store/document';
import { useReport } from '../store/report';
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

/** A finding of the open design has a quick fix. */
export const hasQuickFix = all(
  isOpen,
  condition([useReport], () => useReport.getState().findings.some(({ quickFix }) => quickFix !== undefined)),
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

/** Something that can be pasted: an edge alone has no ends to be between. */
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

/** The one selected part whose name or label is written in place: not an annotation on which nothing can be written. */
export const onlyNamed = (): string | null =>
  onlySelected((design, id) => {
    const mark = marksOf(design).find((other) => other.id === id);
    return mark === undefined || isWritable(mark) ? id : undefined;
  });

/** The one selected annotation on which something can be written, or null. */
export const onlyWritable = (): string | null =>
  onlySelected((design, id) => {
    const mark = marksOf(design).find((other) => other.id === id);
    return mark !== undefined && isWritable(mark) ? id : undefined;
  });

export const hasOnlyWritable = ofDesign([useSelection], () => onlyWritable() !== null);

/** The selected edges; none where something else is selected too. */
export function onlyEdges(): readonly Edge[] {
  const design = currentDesign();
  const ids = selectedIds();
  if (design === null || ids.size === 0) return [];
  const found = edgesOf(design).filter(({ id }) => ids.has(id));
  return found.length === ids.size ? found : [];
}

/** The one selected edge, or null. */
export const onlyEdge = (): string | null => {
  const [edge, ...others] = onlyEdges();
  return others.length === 0 ? (edge?.id ?? null) : null;
};

export const hasOnlyNode = ofDesign([useSelection], () => onlyNode() !== null);

export const hasOnlyEdges = ofDesign([useSelection], () => onlyEdges().length > 0);

export const hasOnlyEdge = ofDesign([useSelection], () => onlyEdge() !== null);

/** On how the selected edges are. */
export const ofEdges = (holds: (edge: Edge, design: Design) => boolean): Condition =>
  ofDesign([useSelection], (design) => {
    const edges = onlyEdges();
    return edges.length > 0 && edges.every((edge) => holds(edge, design));
  });

export const hasEdges = ofDesign([], (design) => edgesOf(design).length > 0);

export const hasOnlyNamed = ofDesign([useSelection], () => onlyNamed() !== null);

export const hasSelectedGroup = ofDesign([useSelection], (design) =>
  groupsOf(design).some((group) => selectedIds().has(group.id)),
);

const isCollapsed = (design: Design, id: string): boolean =>
  own(design.layout?.groups, id)?.collapsed === true;

/** A selected group that is not collapsed. */
export const hasOpenGroup = ofDesign([useSelection], (design) =>
  groupsOf(design).some(({ id }) => selectedIds().has(id) && !isCollapsed(design, id)),
);

export const hasCollapsedGroup = ofDesign([useSelection], (design) =>
  groupsOf(design).some(({ id }) => selectedIds().has(id) && isCollapsed(design, id)),
);

/** A selected component or group that is in a group. */
export const isInGroup = ofDesign(
  [useSelection],
  (design) =>
    nodesOf(design).some(({ id, group }) => group !== undefined && selectedIds().has(id)) ||
    groupsOf(design).some(({ id, parent }) => parent !== undefined && selectedIds().has(id)),
);

/** A component or group is selected, and there is a group that is not. */
export const canMoveInto = ofDesign(
  [useSelection],
  (design) =>
    groupsOf(design).some(({ id }) => !selectedIds().has(id)) &&
    [...nodesOf(design), ...groupsOf(design)].some(({ id }) => selectedIds().has(id)),
);

export const hasSelectedMark = ofDesign([useSelection], (design) =>
  marksOf(design).some((mark) => selectedIds().has(mark.id)),
);

export const hasNodes = ofDesign([], (design) => nodesOf(design).length > 0);

/** A plain box or a named shape in the selection; in the whole design where nothing is selected. */
export const hasConvertibleParts = ofDesign([useSelection], (design) => {
  const ids = selectedIds();
  return mayBeConvertible(design, ids.size > 0 ? ids : null);
});

export const hasSeveralNodes = ofDesign([], (design) => nodesOf(design).length > 1);

/** On the selected parts of the open design. */
export const ofSelection = (holds: (design: Design, ids: ReadonlySet<string>) => boolean): Condition =>
  ofDesign([useSelection], (design) => holds(design, selectedIds()));

/** On the open design. */
export const inDesign = (holds: (design: Design) => boolean): Condition => ofDesign([], holds);

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

/** Places of the open design that a jump left, and that going back left. */
export const canGoBack = ofDesign([usePlaces], ({ id }) => {
  const { design, past } = usePlaces.getState();
  return design === id && past.length > 0;
});

export const canGoForward = ofDesign([usePlaces], ({ id }) => {
  const { design, future } = usePlaces.getState();
  return design === id && future.length > 0;
});

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
