import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Assumption } from '../../../shared/edits/connection';
import type { AnnotationId } from '../../../shared/layout/annotations/index';

export type Theme = 'system' | 'light' | 'dark';
export type Tool = 'select' | 'group' | AnnotationId;
export type DrawerTab = 'problems' | 'layers' | 'flows';
/** The tabs of the inspector; a part that lacks one shows its first. */
export type InspectorTab = 'properties' | 'targets' | 'numbers' | 'findings';
export type DialogName = 'commands' | 'help' | 'reference' | 'export' | 'about' | 'trash';

/** Ways of looking: nothing here is in the document or in undo. */
export interface ViewState {
  /** Factor on every flow's rate, 0.25 to 20. */
  readonly load: number;
  readonly theme: Theme;
  /** false hides every figure: a plain drawing. */
  readonly figures: boolean;
  readonly palette: boolean;
  readonly drawer: DrawerTab | null;
  /** Height of the open drawer, in rem so that it grows with the text. */
  readonly drawerHeightRem: number;
  /** The inspector shows the design itself while nothing is selected. */
  readonly inspectDesign: boolean;
  readonly inspectorTab: InspectorTab;
  readonly dialog: DialogName | null;
  readonly tool: Tool;
  /** The flow whose path is lit, while it is pointed at. */
  readonly litFlow: string | null;
  /** The flow that the tables and the waterfall show; null: the one nearest its target. */
  readonly chosenFlow: string | null;
  /**
   * The add box is open; `at` is the canvas point it places at, absent where it follows the selection; `from` is the node
   * that what is added is connected to, the selected one where left out.
   */
  readonly adding: {
    readonly at?: { readonly x: number; readonly y: number };
    readonly from?: string;
  } | null;
  /** What an edge was given when it was drawn: shown on it until it is changed or dismissed. */
  readonly edgeNotice: {
    readonly edge: string;
    readonly assumptions: readonly Assumption[];
  } | null;
  /** The row of chips over a second edge from a distributor. */
  readonly edgeChips: string | null;
  readonly zoom: number;
}

export const minLoad = 0.25;
export const maxLoad = 20;
/** The slider ends at `minLoad`; less than that is typed. */
export const leastTypedLoad = 0.01;

/**
 * Where each field is kept, and how long. `preferences`: of the window, also the next time it is opened. `window`: of the
 * window while it stands. `design`: of an editor, as long as its design is open. `transient`: of an editor, until the action that it
 * belongs to ends.
 */
export const keptIn = {
  load: 'design',
  theme: 'preferences',
  figures: 'preferences',
  palette: 'preferences',
  drawer: 'preferences',
  drawerHeightRem: 'preferences',
  inspectDesign: 'design',
  inspectorTab: 'design',
  dialog: 'window',
  tool: 'transient',
  litFlow: 'transient',
  chosenFlow: 'design',
  adding: 'transient',
  edgeNotice: 'transient',
  edgeChips: 'transient',
  zoom: 'design',
} as const satisfies Readonly<Record<keyof ViewState, 'preferences' | 'window' | 'design' | 'transient'>>;

type Kept = (typeof keptIn)[keyof ViewState];
type Part = Partial<ViewState>;

const initial: ViewState = {
  load: 1,
  theme: 'system',
  figures: true,
  palette: true,
  drawer: null,
  drawerHeightRem: 18.125,
  inspectDesign: false,
  inspectorTab: 'properties',
  dialog: null,
  tool: 'select',
  litFlow: null,
  chosenFlow: null,
  adding: null,
  edgeNotice: null,
  edgeChips: null,
  zoom: 1,
};

const fields = Object.keys(keptIn) as readonly (keyof ViewState)[];

/** The fields of a patch that are kept in one of these places. */
function partOf(patch: Part, ...places: readonly Kept[]): Part {
  const part: { -readonly [K in keyof ViewState]?: ViewState[K] } = { ...patch };
  for (const field of fields) if (!places.includes(keptIn[field])) delete part[field];
  return part;
}

/** What the editors of a window share: the person's lasting preferences, and the dialog that is open. */
export type WindowView = Readonly<Record<'preferences' | 'window', StoreApi<Part>>>;

export const createWindowView = (): WindowView => ({
  preferences: createStore<Part>(() => partOf(initial, 'preferences')),
  window: createStore<Part>(() => partOf(initial, 'window')),
});

/** All that says how an editor shows its design, of the window and its own, read as one. */
export interface EditorView {
  readonly view: Pick<StoreApi<ViewState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Each field goes where it is kept. */
  readonly setView: (patch: Part) => void;
  readonly setLoad: (load: number) => void;
  /** What a newly opened design starts from: preferences stay, and the canvas says its zoom. */
  readonly resetView: () => void;
}

interface StoppableView extends EditorView {
  /** It no longer follows what the window's editors share. */
  readonly stopView: () => void;
}

export function createView({ preferences, window }: WindowView): StoppableView {
  const design = createStore<Part>(() => partOf(initial, 'design'));
  const transient = createStore<Part>(() => partOf(initial, 'transient'));
  const stores = { preferences, window, design, transient } as const;
  const whole = createStore<ViewState>(() => ({
    ...initial,
    ...preferences.getState(),
    ...window.getState(),
  }));
  const setView = (patch: Part): void => {
    for (const [place, store] of Object.entries(stores) as [Kept, StoreApi<Part>][]) {
      const part = partOf(patch, place);
      if (Object.keys(part).length > 0) store.setState(part);
    }
  };
  const stops = Object.values(stores).map((store) => store.subscribe((part) => whole.setState(part)));
  return {
    view: whole,
    setView,
    setLoad: (load) => setView({ load: Math.min(maxLoad, Math.max(leastTypedLoad, load)) }),
    resetView() {
      const { zoom } = whole.getState();
      setView({ ...partOf(initial, 'design', 'transient', 'window'), zoom });
    },
    stopView() {
      for (const stop of stops) stop();
    },
  };
}
