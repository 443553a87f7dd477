import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { t } from '../words/t';
import { Button } from './Button';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The row of buttons at the foot. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** The heading is for screen readers alone: for a dialog that starts with a field. */
  readonly bare?: boolean;
  /** Nothing in it takes the keyboard: it takes it itself, so that it can be scrolled. */
  readonly scrolls?: boolean;
}

/**
 * A modal dialog on the browser's own `<dialog>`: focus stays in it and returns on closing; Escape and a press outside
 * close it.
 */
export function Dialog({
  title,
  onClose,
  children,
  footer,
  size = 'medium',
  bare = false,
  scrolls = false,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const pressedBeside = useRef(false);
  // Its end must come before the element leaves the page: the browser gives focus back only from a dialog that is in it.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    element.showModal();
    // The browser would focus the close button first; the dialog itself is announced by its title instead.
    const first = element.querySelector<HTMLElement>('[data-autofocus]');
    if (first !== null) first.focus();
    else if (document.activeElement?.hasAttribute('data-close') === true) element.focus();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={[styles.dialog, styles[size], bare ? styles.bare : ''].join(' ')}
      aria-labelledby={heading}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        pressedBeside.current = event.target === dialog.current;
      }}
      onPointerUp={(event) => {
        if (pressedBeside.current && event.target === dialog.current) onClose();
        pressedBeside.current = false;
      }}
    >
      <div className={styles.sheet}>
        {bare ? (
          <h2 id={heading} className="visually-hidden">
            {title}
          </h2>
        ) : (
          <header className={styles.header}>
            <h2 id={heading}>{title}</h2>
            <Button variant="quiet" icon="x" aria-label={t('Close')} data-close="" onClick={onClose} />
          </header>
        )}
        <div
          className={styles.body}
          {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-labelledby': heading } : {})}
        >
          {children}
        </div>
        {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  );
}
