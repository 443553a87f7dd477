import { type ReactNode, useEffect, useRef } from 'react';
import { placeBeside } from './float';
import styles from './Tooltip.module.css';

const showAfterMs = 350;
/** A tooltip shows without delay where another was shown within this time. */
const warmForMs = 500;
const gapPx = 6;

interface TooltipProps {
  readonly text: string;
  readonly children: ReactNode;
}

/** Gives its child a tooltip; the same as `data-tip` on the element itself. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <span className={styles.holder} data-tip={text}>
      {children}
    </span>
  );
}

/**
 * The one tooltip of the window, mounted once: it shows the `data-tip` of what is pointed at or focused by keyboard.
 * Hovering keeps it open, Escape closes it. A tip that is computed on demand is shown once it is there.
 */
export function TooltipLayer() {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = layer.current;
    return element === null ? undefined : followPointer(element);
  }, []);
  return <div ref={layer} id="tooltip" role="tooltip" popover="manual" className={styles.tooltip} />;
}

function followPointer(layer: HTMLElement): () => void {
  let holder: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hiddenAt = Number.NEGATIVE_INFINITY;
  let isDue = false;
  const changes = new MutationObserver(() => {
    if (isDue) show();
  });

  const hide = (): void => {
    clearTimeout(timer);
    changes.disconnect();
    isDue = false;
    if (layer.matches(':popover-open')) {
      layer.hidePopover();
      hiddenAt = performance.now();
    }
    described(holder)?.removeAttribute('aria-describedby');
    holder = null;
  };
  const show = (): void => {
    isDue = true;
    const text = holder?.getAttribute('data-tip');
    if (holder === null || !holder.isConnected || text === null || text === undefined || text === '') return;
    layer.textContent = text;
    if (!layer.matches(':popover-open')) layer.showPopover();
    const target = described(holder);
    void placeBeside(layer, { element: target ?? holder }, { placement: 'bottom', gapPx });
    if (target?.getAttribute('aria-label') !== text) target?.setAttribute('aria-describedby', layer.id);
  };
  const aim = (target: EventTarget | null): void => {
    if (target instanceof Node && layer.contains(target)) return;
    const next = target instanceof Element ? target.closest('[data-tip]') : null;
    if (next === holder) return;
    hide();
    holder = next;
    if (next === null) return;
    changes.observe(next, { attributeFilter: ['data-tip'] });
    timer = setTimeout(show, performance.now() - hiddenAt < warmForMs ? 0 : showAfterMs);
  };
  const onOver = (event: PointerEvent): void => {
    // What is dragged is not asked about.
    if (event.pointerType !== 'touch' && event.buttons === 0) aim(event.target);
  };
  const onFocus = (event: FocusEvent): void => {
    if (event.target instanceof Element && event.target.matches(':focus-visible')) aim(event.target);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Control' && event.key !== 'Meta') hide();
  };
  const listeners = new AbortController();
  const options = { capture: true, passive: true, signal: listeners.signal } as const;
  document.addEventListener('pointerover', onOver, options);
  document.addEventListener('pointerdown', hide, options);
  document.addEventListener('dragstart', hide, options);
  document.addEventListener('focusin', onFocus, options);
  document.addEventListener('focusout', hide, options);
  document.addEventListener('keydown', onKey, options);
  document.addEventListener('scroll', hide, options);
  return () => {
    hide();
    listeners.abort();
  };
}

/** The element that gets the description: the one with the tip, or the first child of a holder. */
function described(holder: Element | null): Element | null {
  return holder?.classList.contains(styles.holder ?? '') === true ? holder.firstElementChild : holder;
}
