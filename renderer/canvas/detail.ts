import { createStore } from 'zustand/vanilla';
import { type Editor, editorHook, perEditor } from '../store/editors';

/**
 * How much of a card is drawn: all of it; the same in larger letters, where the zoom would bring them under 11 px; laid out anew
 * for its size on the screen, with name, calls and utilization; a tile with icon, name and state; farther still icon and state alone.
 */
export type Detail = 'full' | 'enlarged' | 'compact' | 'tile' | 'dot';

const smallestTextPx = 11;
const secondaryPx = 11.5;

/** What is drawn from a zoom on, until that of the next step. */
interface Step {
  readonly detail: Detail;
  readonly fromZoom: number;
  /** How much larger than measured an edge's label may be drawn, to stay at 11 px on the screen. */
  readonly labelScale: number;
}

const labelledStep = (detail: Detail, fromZoom: number): Step => ({
  detail,
  fromZoom,
  labelScale: smallestTextPx / secondaryPx / fromZoom,
});

const steps: readonly [Step, ...Step[]] = [
  { detail: 'full', fromZoom: smallestTextPx / secondaryPx, labelScale: 1 },
  labelledStep('enlarged', 0.8),
  // Several for one look: so that labels are not placed for letters much larger than 11 px.
  labelledStep('compact', 0.7),
  labelledStep('compact', 0.6),
  labelledStep('compact', 0.53),
  labelledStep('compact', 0.46),
  labelledStep('compact', 0.38),
  { detail: 'tile', fromZoom: 0.26, labelScale: 1 },
  { detail: 'dot', fromZoom: 0, labelScale: 1 },
];

/** How far below its zoom a step is kept that is there already, so that an unsteady pinch does not change it to and fro. */
const slack = 0.005;

/** The step at a zoom, where another is shown before. */
function stepAt(zoom: number, before: Step | null): Step {
  const known = before === null ? steps.length : steps.indexOf(before);
  return steps.find(({ fromZoom }, index) => zoom >= fromZoom - (index >= known ? slack : 0)) ?? steps[0];
}

/** The detail at a zoom, where another is shown before or none. */
export const detailOf = (zoom: number, before: Detail | null = null): Detail =>
  stepAt(zoom, steps.findLast(({ detail }) => detail === before) ?? null).detail;

/** One value for all cards: it changes when a step is crossed, not with each event of a wheel. */
const stepStoreOf = perEditor((editor) => {
  const store = createStore<Step>(() => stepAt(editor.view.getState().zoom, null));
  editor.view.subscribe(({ zoom }) => {
    const before = store.getState();
    const step = stepAt(zoom, before);
    if (step !== before) store.setState(step, true);
  });
  return store;
});

const useStep = editorHook(stepStoreOf);

export const useDetail = (): Detail => useStep((step) => step.detail);

/** The detail that an editor's canvas shows now. */
export const shownDetail = (editor: Editor): Detail => stepStoreOf(editor).getState().detail;

export const useLabelScale = (): number => useStep((step) => step.labelScale);

const stepsPerDoubling = 8;

/** Canvas pixels in a pixel of the screen, in steps, so that not every wheel event restyles all cards; never too few. */
export function canvasPxOf(zoom: number): number {
  return 2 ** -(Math.floor(Math.log2(zoom) * stepsPerDoubling) / stepsPerDoubling);
}
