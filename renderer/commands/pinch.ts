import { editorAt, zoomAt } from '../canvas/viewport';
import { isMac } from '../ui/keys';

/** Safari's event of a pinch on a touch pad; in other browsers it is a wheel with Ctrl held. */
interface GestureEvent extends UIEvent {
  /** Distance of the fingers relative to where they began. */
  readonly scale: number;
  readonly clientX: number;
  readonly clientY: number;
}

const isGesture = (event: Event): event is GestureEvent => 'scale' in event;

/** Whether a pinch there is one of the canvas: over it, or over what floats on it. */
const isOverCanvas = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-canvas]') !== null;

/** Whether React Flow hears of the wheel there and zooms by itself. */
const isReactFlows = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('.react-flow__renderer') !== null &&
  target.closest('.nowheel') === null;

type Turn = Pick<WheelEvent, 'deltaY' | 'deltaMode'>;

/** By how much a turn of the wheel zooms: as React Flow counts it, so that a pinch feels the same everywhere. */
export function wheelFactor({ deltaY, deltaMode }: Turn, mac: boolean = isMac): number {
  const perUnit = deltaMode === 1 ? 0.05 : deltaMode === 2 ? 1 : 0.002;
  return 2 ** (-deltaY * perUnit * (mac ? 10 : 1));
}

/**
 * A pinch zooms the canvas where it is over it or over what floats on it, and nothing anywhere else: never the page. Returns
 * the function that stops it.
 */
export function listenToPinches(): () => void {
  const listeners = new AbortController();
  // Not passive: the browser would zoom the page itself.
  const options = { signal: listeners.signal, capture: true, passive: false } as const;
  let scale = 1;
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    if (isOverCanvas(event.target) && !isReactFlows(event.target))
      zoomAt(editorAt(event.target), event.clientX, event.clientY, wheelFactor(event));
  };
  const onGesture = (event: Event): void => {
    if (!isGesture(event)) return;
    event.preventDefault();
    // Fingers on the screen itself are touches as well, by which React Flow zooms.
    const isOnTouchPad = navigator.maxTouchPoints === 0;
    if (event.type === 'gesturechange' && isOnTouchPad && isOverCanvas(event.target))
      zoomAt(editorAt(event.target), event.clientX, event.clientY, event.scale / scale);
    scale = event.type === 'gestureend' ? 1 : event.scale;
  };
  window.addEventListener('wheel', onWheel, options);
  for (const type of ['gesturestart', 'gesturechange', 'gestureend'])
    window.addEventListener(type, onGesture, options);
  return () => listeners.abort();
}
