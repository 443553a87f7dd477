import { createStore } from 'zustand/vanilla';
import { editorHook, perEditor } from '../../store/editors';

/** The element in which edges put their labels: above all lines and below all cards. */
export const labelLayerOf = perEditor(() =>
  createStore<{ readonly element: HTMLElement | null }>(() => ({ element: null })),
);

export const useLabelLayer = editorHook(labelLayerOf);
