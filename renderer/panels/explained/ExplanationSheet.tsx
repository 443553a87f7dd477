import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { FigureName } from '../../../shared/analysis/explanations/figure-names';
import type { Design } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useView, type ViewState } from '../../store/view';
import { Button } from '../../ui/Button';
import { keepBeside } from '../../ui/float';
import { factorText } from '../../words/figures';
import { t } from '../../words/t';
import { ExplanationWords } from '../ExplanationWords';
import { useExplanation } from '../use-explanation';
import styles from './ExplanationSheet.module.css';
import { figureTitle } from './figure-titles';
import { valueText } from './value-text';

/** How the figure that was clicked came about, beside it; its inputs open in turn, Escape closes. */
export function ExplanationSheet() {
  const design = useDocument((state) => state.design);
  const explained = useView((state) => state.explained);
  // What stands outside a modal dialog cannot be pressed while it is open.
  const [host] = useState(() => document.querySelector('dialog:modal'));
  if (design === null || explained === null) return null;
  const sheet = <Sheet design={design} host={host} {...explained} />;
  return host === null ? sheet : createPortal(sheet, host);
}

type Explained = NonNullable<ViewState['explained']>;

interface SheetProps extends Explained {
  readonly design: Design;
  /** The dialog that the figure is in; null for none. */
  readonly host: Element | null;
}

function Sheet({ design, host, trail, at, load }: SheetProps) {
  const { setView } = useEditor();
  const sheet = useRef<HTMLDivElement>(null);
  const figure = trail.at(-1);
  const close = (): void => setView({ explained: null });
  const show = (next: readonly FigureName[]): void => setView({ explained: { trail: next, at, load } });
  useSheet(sheet, at, host, close);
  const depth = trail.length;
  // What was pressed in the sheet is no longer there: the keyboard goes on from its beginning.
  // At once, so that no press between goes to the canvas.
  useLayoutEffect(() => {
    if (depth > 0) sheet.current?.focus({ preventScroll: true });
  }, [depth]);
  if (figure === undefined) return null;
  const name = figureTitle(design, figure);
  const title =
    load === null ? name : t('{figure} at a load of {factor}', { figure: name, factor: factorText(load) });
  const onKeyDown = (event: KeyboardEvent): void => {
    // The canvas has shortcuts of its own for these keys.
    event.stopPropagation();
    if (event.key === 'Escape') {
      // The dialog that it is in stays open.
      event.preventDefault();
      close();
    }
    if (event.key === 'Backspace' && trail.length > 1) show(trail.slice(0, -1));
  };
  return (
    <div
      ref={sheet}
      popover="manual"
      role="dialog"
      tabIndex={-1}
      aria-label={t('How it came about: {figure}', { figure: title })}
      className={styles.sheet}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head}>
        {trail.length < 2 ? null : (
          <Button
            variant="quiet"
            icon="arrow-left"
            aria-label={t('Back')}
            data-tip={t('Back')}
            onClick={() => show(trail.slice(0, -1))}
          />
        )}
        <h2 className={styles.title}>{title}</h2>
        <FigureValue design={design} figure={figure} load={load} />
        <Button variant="quiet" icon="x" aria-label={t('Close')} onClick={close} />
      </div>
      <div className={styles.body} aria-live="polite">
        <ExplanationWords
          {...figure}
          load={load}
          onOpen={({ part, metric }) => show([...trail, { part, metric }])}
        />
      </div>
    </div>
  );
}

interface FigureValueProps {
  readonly design: Design;
  readonly figure: FigureName;
  readonly load: number | null;
}

function FigureValue({ design, figure, load }: FigureValueProps) {
  const explanation = useExplanation(figure.part, figure.metric, load);
  if (explanation === undefined || explanation === null) return null;
  return <b className={styles.value}>{valueText(design, explanation)}</b>;
}

/** Shows the sheet in the top layer beside its figure while it stands, and closes it by a press outside. */
function useSheet(
  sheet: { readonly current: HTMLDivElement | null },
  at: Explained['at'],
  host: Element | null,
  close: () => void,
): void {
  const closed = useRef(close);
  closed.current = close;
  useLayoutEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    const before = document.activeElement;
    element.showPopover();
    const stopPlacing = keepBeside(element, at, { placement: 'bottom-start', gapPx: 6 });
    const listeners = new AbortController();
    const closeOutside = ({ target }: Event): void => {
      if (!(target instanceof Node && element.contains(target))) closed.current();
    };
    document.addEventListener('pointerdown', closeOutside, { capture: true, signal: listeners.signal });
    const closeByEscape = (event: globalThis.KeyboardEvent): void => {
      const isInside = event.target instanceof Node && element.contains(event.target);
      if (event.key !== 'Escape' || event.isComposing || isInside) return;
      event.preventDefault();
      event.stopPropagation();
      closed.current();
    };
    document.addEventListener('keydown', closeByEscape, { capture: true, signal: listeners.signal });
    host?.addEventListener('close', () => closed.current(), { signal: listeners.signal });
    window.addEventListener('resize', () => closed.current(), { signal: listeners.signal });
    return () => {
      const isInside = element.contains(document.activeElement);
      stopPlacing();
      listeners.abort();
      element.hidePopover();
      if (isInside && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [sheet, at, host]);
}
