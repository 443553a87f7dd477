/** Where a drawing is looked at: a canvas point p is shown at p × zoom + (x, y), px of the screen. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** What the bench asks of the page of another editor. */
export interface Peer {
  /** Whether the whole scene is in the editor and the editor has drawn something. */
  readonly isShown: () => boolean;
  readonly show: (camera: Camera) => void;
  readonly camera: () => Camera;
}

declare global {
  interface Window {
    peer?: Peer;
    /** Set once the scene can be found in the page's storage. */
    isKept?: boolean;
  }
}

export const countOfPage = (): number => Number(new URLSearchParams(location.search).get('count'));

export function rootElement(): HTMLElement {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  return root;
}
