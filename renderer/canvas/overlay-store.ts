import { createStore } from 'zustand/vanilla';
import type { OverlayCard, RampLevel } from '../../shared/diagram/overlay-ids';
import { editorHook, perEditor } from '../store/editors';

/** What the cards of an editor say in the overlay that is chosen; null while they show their load. */
interface OverlayState {
  readonly cardOf: ((id: string) => OverlayCard | null) | null;
}

export const overlayStoreOf = perEditor(() => createStore<OverlayState>(() => ({ cardOf: null })));

const useOverlay = editorHook(overlayStoreOf);

/** Whether cards show another figure than their load. */
export const useIsOverlaid = (): boolean => useOverlay((state) => state.cardOf !== null);

export const useOverlayCard = (id: string): OverlayCard | null =>
  useOverlay((state) => state.cardOf?.(id) ?? null);

/** The step of the ramp that a card is coloured by; undefined for none. */
export const useRampLevel = (id: string): RampLevel | undefined =>
  useOverlay((state) => state.cardOf?.(id)?.level ?? undefined);

/** All of it, for what draws many cards at once. */
export const useOverlayCards = (): OverlayState['cardOf'] => useOverlay((state) => state.cardOf);
