import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { FigureName } from '../../../shared/analysis/explanations/figure-names';
import type { Design } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useView, type ViewState } from '../../store/view';
import { Button } from '../../ui/Button';
import { keepBeside } from '../../ui/float';
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
  return design === null || explained === null ? null : <Sheet design={design} {...explained} />;
}

type Explained = NonNullable<ViewState['explained']>;

function Sheet({ design, trail, at }: Explained & { readonly design: Design }) {
  const { setView } = useEditor();
  const sheet = useRef<HTMLDivElement>(null);
  const figure = trail.at(-1);
  const close = (): void => setView({ explained: null });
  const show = (next: readonly FigureName[]): void => setView({ explained: { trail: next, at } });
  useSheet(sheet, at, close);
  const depth = trail.length;
  // What was pressed in the sheet is no longer there: the keyboard goes on from its beginning.
  useEffect(() => {
    if (depth > 0) sheet.current?.focus({ preventScroll: true });
  }, [depth]);
  if (figure === undefined) return null;
  const title = figureTitle(design, figure);
  const onKeyDown = (event: KeyboardEvent): void => {
    // The canvas has shortcuts of its own for these keys.
    event.stopPropagation();
    if (event.key === 'Escape') close();
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
        <FigureValue design={design} figure={figure} />
        <Button variant="quiet" icon="x" aria-label={t('Close')} onClick={close} />
      </div>
      <div className={styles.body} aria-live="polite">
        <ExplanationWords {...figure} onOpen={({ part, metric }) => show([...trail, { part, metric }])} />
      </div>
    </div>
  );
}

function FigureValue({ design, figure }: { readonly design: Design; readonly figure: FigureName }) {
  const explanation = useExplanation(figure.part, figure.metric);
  if (explanation === undefined || explanation === null) return null;
  return <b className={styles.value}>{valueText(design, explanation)}</b>;
}

/** Shows the sheet in the top layer beside its figure while it stands, and closes it by a press outside. */
function useSheet(
  sheet: { readonly current: HTMLDivElement | null },
  at: Explained['at'],
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
    window.addEventListener('resize', () => closed.current(), { signal: listeners.signal });
    return () => {
      const isInside = element.contains(document.activeElement);
      stopPlacing();
      listeners.abort();
      element.hidePopover();
      if (isInside && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [sheet, at]);
}
