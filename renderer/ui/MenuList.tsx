import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { keepBeside } from './float';
import { Icon } from './Icon';
import styles from './Menu.module.css';
import type { MenuItem } from './menu-items';

/** What a menu is placed at: an element, or a point of the window. */
export type MenuAnchor = { readonly element: HTMLElement } | { readonly x: number; readonly y: number };

/** Between a menu and the button that opens it. */
const gapPx = 4;

interface MenuListProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly anchor: MenuAnchor;
  readonly onClose: () => void;
}

/** The open list of a menu, in the browser's top layer; arrows, Home, End and first letters move, Escape closes. */
export function MenuList({ label, items, anchor, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const closed = useRef(onClose);
  closed.current = onClose;
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const before = document.activeElement;
    element.showPopover();
    const stopPlacing = keepBeside(element, anchor, {
      placement: 'bottom-start',
      gapPx: 'element' in anchor ? gapPx : 0,
    });
    buttonsOf(element)[0]?.focus({ preventScroll: true });
    const stopWatching = closeFromOutside(element, anchor, () => closed.current());
    return () => {
      const inside = element.contains(document.activeElement);
      stopPlacing();
      stopWatching();
      element.hidePopover();
      if (inside && before instanceof HTMLElement) before.focus();
    };
  }, [anchor]);
  return (
    <div
      ref={list}
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles.list}
      onKeyDown={(event) => moveFocus(event, list.current, onClose)}
    >
      {items.map((item) =>
        item.kind === 'separator' ? (
          <hr key={item.id} className={styles.separator} />
        ) : (
          <MenuLine key={item.id} item={item} onClose={onClose} />
        ),
      )}
    </div>
  );
}

/**
 * A press outside the list closes it. The browser's own rule (`popover="auto"`) would close a context menu at the end of the
 * very press that opened it.
 */
function closeFromOutside(list: HTMLElement, anchor: MenuAnchor, close: () => void): () => void {
  const listeners = new AbortController();
  const options = { capture: true, passive: true, signal: listeners.signal } as const;
  // The button that opened the list closes it by its own click.
  const inside = 'element' in anchor ? [list, anchor.element] : [list];
  const closeOutside = ({ target }: Event): void => {
    if (!(target instanceof Node && inside.some((element) => element.contains(target)))) close();
  };
  document.addEventListener('pointerdown', closeOutside, options);
  document.addEventListener('wheel', closeOutside, options);
  window.addEventListener('resize', close, options);
  return () => listeners.abort();
}

function MenuLine({
  item,
  onClose,
}: {
  readonly item: Extract<MenuItem, { kind: 'item' }>;
  readonly onClose: () => void;
}) {
  const ticked = item.checked !== undefined;
  return (
    <button
      type="button"
      role={ticked ? 'menuitemcheckbox' : 'menuitem'}
      {...(ticked ? { 'aria-checked': item.checked === true } : {})}
      aria-disabled={item.disabled === true}
      aria-description={item.reason}
      data-tip={item.reason}
      tabIndex={-1}
      data-tone={item.tone}
      data-leads={item.leads}
      {...(item.leads === 'in' ? { 'aria-haspopup': 'menu' as const } : {})}
      className={styles.line}
      onClick={() => {
        if (item.disabled === true) return;
        // What leads to another list stays open for it.
        if (item.leads === undefined) onClose();
        item.run();
      }}
    >
      <span className={styles.mark}>
        {item.checked === true ? <Icon name="check" size={14} /> : null}
        {item.checked === undefined && item.icon !== undefined ? <Icon name={item.icon} size={15} /> : null}
      </span>
      <span className={styles.words}>{item.label}</span>
      {item.keys === undefined ? null : (
        <kbd translate="no" className={styles.keys}>
          {item.keys}
        </kbd>
      )}
      {item.leads === 'in' ? <Icon name="chevron-right" size={14} /> : null}
    </button>
  );
}

function buttonsOf(list: HTMLElement): readonly HTMLButtonElement[] {
  return [...list.querySelectorAll('button')];
}

function moveFocus(event: KeyboardEvent, list: HTMLElement | null, onClose: () => void): void {
  if (list === null) return;
  event.stopPropagation();
  const buttons = buttonsOf(list);
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const target = ((): HTMLButtonElement | undefined => {
    switch (event.key) {
      case 'ArrowDown':
        return buttons[(at + 1) % buttons.length];
      case 'ArrowUp':
        return buttons[(at <= 0 ? buttons.length : at) - 1];
      case 'Home':
        return buttons[0];
      case 'End':
        return buttons.at(-1);
      default:
        return startingWith(buttons, at, event.key);
    }
  })();
  const leading = leadOf(buttons, at, event.key);
  if (event.key === 'Tab' || event.key === 'Escape') {
    event.preventDefault();
    onClose();
  } else if (leading !== undefined) {
    event.preventDefault();
    leading.click();
  } else if (target !== undefined) {
    event.preventDefault();
    target.focus();
  }
}

/** What an arrow to the right or left goes into, or back by. */
function leadOf(
  buttons: readonly HTMLButtonElement[],
  at: number,
  key: string,
): HTMLButtonElement | undefined {
  if (key === 'ArrowLeft') return buttons.find(({ dataset }) => dataset['leads'] === 'back');
  const focused = buttons[at];
  return key === 'ArrowRight' && focused?.dataset['leads'] === 'in' ? focused : undefined;
}

function startingWith(
  buttons: readonly HTMLButtonElement[],
  at: number,
  key: string,
): HTMLButtonElement | undefined {
  if (key.length !== 1 || key === ' ') return undefined;
  const turned = [...buttons.slice(at + 1), ...buttons.slice(0, at + 1)];
  return turned.find((button) => button.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}
