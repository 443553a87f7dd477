import { create } from 'zustand';

/** The element in which edges put their labels: above all lines and below all cards. */
export const useLabelLayer = create<{ readonly element: HTMLElement | null }>(() => ({ element: null }));

export function setLabelLayer(element: HTMLElement | null): void {
  useLabelLayer.setState({ element });
}
