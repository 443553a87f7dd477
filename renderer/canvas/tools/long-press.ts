const longPressMs = 500;
const tolerancePx = 10;
/** For how long after a press its own menu and click of the browser are not taken as others. */
const afterwardsMs = 600;

interface Press {
  readonly pointerId: number;
  readonly target: Element;
  readonly x: number;
  readonly y: number;
  /** It was held long enough; the view does not move with the finger any more. */
  isLong: boolean;
  /** What it is for is done: its menu is open, or it draws a box. */
  isDone: boolean;
  readonly timer: ReturnType<typeof setTimeout>;
}

const isPane = (target: Element): boolean => target.classList.contains('react-flow__pane');

const openMenu = ({ target, x, y }: Press): void => {
  target.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: x, clientY: y }),
  );
};

/** Hands the press to the view as that of a mouse, which draws the box of a selection from there. */
const beginBox = ({ target, pointerId, x, y }: Press): void => {
  target.dispatchEvent(
    new PointerEvent('pointerdown', {
      bubbles: true,
      cancelable: true,
      pointerId,
      pointerType: 'mouse',
      isPrimary: true,
      button: 0,
      buttons: 1,
      clientX: x,
      clientY: y,
    }),
  );
};

/**
 * A finger that stays on the canvas opens the context menu of what is under it; moved on from an empty place, it draws the box of
 * a selection instead of moving the view. Returns the function that stops it.
 */
export function listenToLongPresses(): () => void {
  const listeners = new AbortController();
  const options = { signal: listeners.signal, capture: true, passive: false } as const;
  let press: Press | null = null;
  let lastLongAt = Number.NEGATIVE_INFINITY;
  const end = (): void => {
    if (press !== null) clearTimeout(press.timer);
    press = null;
  };
  const onLong = (): void => {
    if (press === null) return;
    press.isLong = true;
    lastLongAt = performance.now();
    if (isPane(press.target)) return;
    press.isDone = true;
    openMenu(press);
  };
  const onDown = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') return;
    // A second finger pinches.
    end();
    const { target } = event;
    if (!event.isPrimary || !(target instanceof Element) || target.closest('.react-flow') === null) return;
    if (target.closest('input, textarea, [data-floating]') !== null) return;
    press = {
      pointerId: event.pointerId,
      target,
      x: event.clientX,
      y: event.clientY,
      isLong: false,
      isDone: false,
      timer: setTimeout(onLong, longPressMs),
    };
  };
  const onMove = (event: PointerEvent): void => {
    if (press === null || event.pointerId !== press.pointerId) return;
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) <= tolerancePx) return;
    if (!press.isLong) end();
    else if (!press.isDone) {
      press.isDone = true;
      beginBox(press);
    }
  };
  const onUp = (event: PointerEvent): void => {
    if (press === null || event.pointerId !== press.pointerId) return;
    if (press.isLong) lastLongAt = performance.now();
    if (press.isLong && !press.isDone) openMenu(press);
    end();
  };
  const isRecent = (): boolean => performance.now() - lastLongAt < afterwardsMs;
  const withhold = (event: Event): void => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('pointerdown', onDown, options);
  window.addEventListener('pointermove', onMove, options);
  window.addEventListener('pointerup', onUp, options);
  window.addEventListener('pointercancel', end, options);
  window.addEventListener('touchmove', (event) => press?.isLong === true && withhold(event), options);
  // The browser's own menu of a long press comes beside ours, and the click of a press that was long means nothing.
  for (const type of ['contextmenu', 'click'])
    window.addEventListener(
      type,
      (event) => event.isTrusted && (press !== null || isRecent()) && isOnCanvas(event) && withhold(event),
      options,
    );
  return () => {
    end();
    listeners.abort();
  };
}

const isOnCanvas = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('.react-flow') !== null;
