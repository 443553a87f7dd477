import { create } from 'zustand';
import type { Assumption } from '../../shared/edits/connection';

export type Theme = 'system' | 'light' | 'dark';
export type Tool = 'select' | 'note' | 'text' | 'group';
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
  /** The flow the tables and the waterfall speak of; null: the one nearest its target. */
  readonly chosenFlow: string | null;
  /**
   * The add box is open; `at` is the canvas point it places at, absent where it follows the selection; `from` is the node
   * that what is added is connected to, the selected one where left out.
   */
  readonly adding: {
    readonly at?: { readonly x: number; readonly y: number };
    readonly from?: string;
  } | null;
  /** What an edge was given when it was drawn: said on it until it is changed or dismissed. */
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

export const useView = create<ViewState>(() => ({
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
}));

export const setView = (patch: Partial<ViewState>): void => useView.setState(patch);

export function setLoad(load: number): void {
  useView.setState({ load: Math.min(maxLoad, Math.max(leastTypedLoad, load)) });
}

/** What a new design starts from: the person's lasting wishes (theme, panels) stay. */
export function resetView(): void {
  useView.setState({
    load: 1,
    tool: 'select',
    litFlow: null,
    chosenFlow: null,
    adding: null,
    edgeNotice: null,
    edgeChips: null,
    inspectDesign: false,
    inspectorTab: 'properties',
    dialog: null,
  });
}
