import { createStore } from 'zustand/vanilla';
import { editorHook, perEditor } from '../store/editors';

/** What of a design is on the screen: the view's offset and zoom, and whether it is in lanes. */
export interface ScreenPlace {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly lanes: boolean;
}

/** The places of one design that were left by a jump, and those that going back left; the last of each comes next. */
export interface PlaceHistory {
  readonly design: string | null;
  readonly past: readonly ScreenPlace[];
  readonly future: readonly ScreenPlace[];
}

const mostPlaces = 50;
/** px of the screen, and parts of the zoom, that two views of one place differ by at most. */
const samePx = 24;
const sameZoom = 0.02;

const none: PlaceHistory = { design: null, past: [], future: [] };

export const isSamePlace = (a: ScreenPlace, b: ScreenPlace): boolean =>
  a.lanes === b.lanes &&
  Math.hypot(a.x - b.x, a.y - b.y) <= samePx &&
  Math.abs(a.zoom - b.zoom) <= sameZoom * b.zoom;

const of = (history: PlaceHistory, design: string): PlaceHistory =>
  history.design === design ? history : { ...none, design };

/** The history after a jump from a place; of another design than before it begins anew. */
export function placeLeft(history: PlaceHistory, design: string, from: ScreenPlace): PlaceHistory {
  const { past } = of(history, design);
  const last = past.at(-1);
  const isKnown = last !== undefined && isSamePlace(last, from);
  return { design, past: isKnown ? past : [...past, from].slice(-mostPlaces), future: [] };
}

/** The nearest place back that is another than the one now, and the history once it is shown; null where there is none. */
export function placeBack(
  history: PlaceHistory,
  design: string,
  now: ScreenPlace,
): { readonly to: ScreenPlace; readonly history: PlaceHistory } | null {
  const { past, future } = of(history, design);
  const at = past.findLastIndex((place) => !isSamePlace(place, now));
  const to = past[at];
  return to === undefined
    ? null
    : { to, history: { design, past: past.slice(0, at), future: [...future, now] } };
}

/** As `placeBack`, the other way. */
export function placeForward(
  history: PlaceHistory,
  design: string,
  now: ScreenPlace,
): { readonly to: ScreenPlace; readonly history: PlaceHistory } | null {
  const { past, future } = of(history, design);
  const turned = placeBack({ design, past: future, future: past }, design, now);
  if (turned === null) return null;
  const { to, history: back } = turned;
  return { to, history: { design, past: back.future, future: back.past } };
}

export const placesOf = perEditor(() => createStore<PlaceHistory>(() => none));

export const usePlaces = editorHook(placesOf);
