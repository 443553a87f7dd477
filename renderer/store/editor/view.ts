import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FigureName } from '../../../shared/analysis/explanations/figure-names';
import type { OverlayId } from '../../../shared/diagram/overlay-ids';
import type { Direction } from '../../../shared/diagram/reach';
import type { Assumption } from '../../../shared/edits/connection';
import type { WhatIf } from '../../../shared/edits/what-if';
import type { Change } from '../../../shared/model/changes';
import type { Point, Side } from '../../../shared/model/schema';
import type { NumberFormat } from '../../words/number-locale';
import type {
  DialogName,
  DrawerTab,
  FindingGrouping,
  InspectorPlace,
  InspectorTab,
  ReferencePlace,
  Theme,
  Tool,
  TourStep,
} from './view-names';

export * from './view-names';

/** Ways of looking: nothing here is in the document or in undo. */
export interface ViewState {
  /** Factor on every flow's rate, 0.25 to 20. */
  readonly load: number;
  readonly theme: Theme;
  /** false hides every figure: a plain drawing. */
  readonly figures: boolean;
  /** What cards show: their load, or another figure that they are coloured by. */
  readonly overlay: OverlayId;
  /** The canvas is in lanes, a column per layer; where the document puts things is not touched. */
  readonly lanes: boolean;
  /** The small map of the whole design in the corner of the canvas. */
  readonly minimap: boolean;
  readonly palette: boolean;
  readonly drawer: DrawerTab | null;
  /** Height of the open drawer, in rem so that it grows with the text. */
  readonly drawerHeightRem: number;
  readonly findingGrouping: FindingGrouping;
  /** The finding whose page is open in Problems, by its key; null shows the list. */
  readonly openFinding: string | null;
  /** The changes of a quick fix that is pointed at: the canvas shows what they would add, change and remove. */
  readonly previewedFix: readonly Change[] | null;
  /** How numbers and dates are written; taken up when the window is loaded. */
  readonly numberFormat: NumberFormat;
  /** The shortcuts that a person gave commands, by the command's id; a command that is not named has its own. */
  readonly shortcuts: Readonly<Record<string, readonly string[]>>;
  /** Kinds that a person keeps at the top of the palette, by their ids, in the order in which they were chosen. */
  readonly favouriteKinds: readonly string[];
  /** Kinds that were added last, the latest first. */
  readonly recentKinds: readonly string[];
  /** The inspector shows the design itself while nothing is selected. */
  readonly inspectDesign: boolean;
  readonly inspectorTab: InspectorTab;
  readonly inspectorPlace: InspectorPlace;
  readonly dialog: DialogName | null;
  /** What Compare opens with, as a choice of its list; null: the first. */
  readonly compareWith: string | null;
  /** The page at which the reference is opened; null opens it at its beginning. */
  readonly referencePlace: ReferencePlace | null;
  readonly tool: Tool;
  /** What is dragged is taken to guides: sides and centres of what stands near, and equal gaps. */
  readonly snapToGuides: boolean;
  /** The tool stays in hand after it was used. */
  readonly toolLocked: boolean;
  /** The flow whose path is lit, while it is pointed at. */
  readonly litFlow: string | null;
  /** The flow that the tables and the waterfall show; null: the one nearest its target. */
  readonly chosenFlow: string | null;
  /**
   * The add box is open; `at` is the middle of the card it places, absent where it follows the selection; `from` is the node
   * that an edge was drawn from to there, with the sides that it keeps; `again`: it stayed open after something was added, and
   * shows its list once one types.
   */
  readonly adding: {
    readonly at?: Point;
    readonly from?: string;
    readonly fromSide?: Side;
    readonly toSide?: Side;
    readonly again?: boolean;
  } | null;
  /** What an edge was given when it was drawn: shown on it until it is changed or dismissed. */
  readonly edgeNotice: {
    readonly edge: string;
    readonly assumptions: readonly Assumption[];
  } | null;
  /** The row of chips over a second edge from a distributor. */
  readonly edgeChips: string | null;
  /** Dots move along the edges as calls do. */
  readonly animateTraffic: boolean;
  /** How often the bar that finds parts was asked for since it is open; null while it is closed. */
  readonly finding: number | null;
  /** What happens to the design in the What if tab; the design itself stays as it is. */
  readonly whatIf: readonly WhatIf[];
  /** The flow of which one request is followed; null while none is. */
  readonly followedFlow: string | null;
  /** The part of which everything upstream or downstream is lit. */
  readonly reach: { readonly node: string; readonly direction: Direction } | null;
  /** The list of steps of the history is open. */
  readonly history: boolean;
  /** The document of the design is in place of the canvas. */
  readonly document: boolean;
  /**
   * The step of the tour that the design is shown with, and the requests a second that it has to serve at the end; null outside the
   * tour.
   */
  readonly tour: { readonly step: TourStep; readonly askedRps: number } | null;
  /** The first page offers the tour: until it was done or skipped. */
  readonly tourOffered: boolean;
  /** The design is presented frame by frame: nothing else is shown and nothing is edited. */
  readonly presenting: boolean;
  /**
   * The figure that is explained, after those that led to it, the box in the window that it was opened from, and the load that it
   * is of; null for the load that is shown.
   */
  readonly explained: {
    readonly trail: readonly FigureName[];
    readonly at: WindowBox;
    readonly load: number | null;
  } | null;
  readonly zoom: number;
}

/** A box in the window, px. */
export interface WindowBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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
  overlay: 'preferences',
  lanes: 'design',
  minimap: 'preferences',
  palette: 'preferences',
  drawer: 'preferences',
  drawerHeightRem: 'preferences',
  findingGrouping: 'preferences',
  openFinding: 'design',
  previewedFix: 'transient',
  numberFormat: 'preferences',
  shortcuts: 'preferences',
  favouriteKinds: 'preferences',
  recentKinds: 'preferences',
  inspectDesign: 'design',
  inspectorTab: 'design',
  inspectorPlace: 'preferences',
  dialog: 'window',
  compareWith: 'transient',
  referencePlace: 'window',
  tool: 'transient',
  snapToGuides: 'preferences',
  toolLocked: 'transient',
  litFlow: 'transient',
  chosenFlow: 'design',
  adding: 'transient',
  edgeNotice: 'transient',
  edgeChips: 'transient',
  animateTraffic: 'window',
  finding: 'transient',
  whatIf: 'design',
  followedFlow: 'transient',
  reach: 'transient',
  history: 'design',
  document: 'design',
  tour: 'design',
  tourOffered: 'preferences',
  presenting: 'transient',
  explained: 'transient',
  zoom: 'design',
} as const satisfies Readonly<Record<keyof ViewState, 'preferences' | 'window' | 'design' | 'transient'>>;

type Kept = (typeof keptIn)[keyof ViewState];
type Part = Partial<ViewState>;

const initial: ViewState = {
  load: 1,
  theme: 'system',
  figures: true,
  overlay: 'load',
  lanes: false,
  minimap: true,
  palette: true,
  drawer: null,
  drawerHeightRem: 18.125,
  findingGrouping: 'stage',
  openFinding: null,
  previewedFix: null,
  numberFormat: 'system',
  shortcuts: {},
  favouriteKinds: [],
  recentKinds: [],
  inspectDesign: false,
  inspectorTab: 'properties',
  inspectorPlace: 'overlay',
  dialog: null,
  compareWith: null,
  referencePlace: null,
  tool: 'select',
  snapToGuides: true,
  toolLocked: false,
  litFlow: null,
  chosenFlow: null,
  adding: null,
  edgeNotice: null,
  edgeChips: null,
  animateTraffic: false,
  finding: null,
  whatIf: [],
  followedFlow: null,
  reach: null,
  history: false,
  document: false,
  tour: null,
  tourOffered: true,
  presenting: false,
  explained: null,
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
