import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { focusCanvas } from '../../canvas/viewport';
import { type Step, useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Icon } from '../../ui/Icon';
import { editedWhen } from '../../words/edited';
import { language } from '../../words/language';
import { t } from '../../words/t';
import { useRowWindow } from '../palette/use-row-window';
import { SidePanel } from '../SidePanel';
import styles from './HistoryPanel.module.css';
import { stepWords } from './step-words';

/** Letters of a line of the list; a longer text is shown whole as a tooltip. */
const longestSeen = 38;

/** How often the times are written anew, ms. */
const renewEveryMs = 20_000;

/** The steps of the open design, the latest on top: choosing one goes there, back or forth. */
export function HistoryPanel() {
  const editor = useEditor();
  const close = (): void => {
    editor.setView({ history: false });
    focusCanvas(editor);
  };
  return (
    <SidePanel title={t('History')} onClose={close}>
      <StepList onClose={close} />
      <Foot />
    </SidePanel>
  );
}

/** Says that the oldest steps are gone. */
function Foot() {
  const dropped = useDocument((state) => state.dropped);
  if (dropped === 0) return null;
  return (
    <p className={styles.foot}>
      <Icon name="info" size={14} />
      {t(
        '{count, plural, one {The oldest step was} other {The # oldest steps were}} given up to save memory.',
        {
          count: dropped,
        },
      )}
    </p>
  );
}

function StepList({ onClose }: { readonly onClose: () => void }) {
  const editor = useEditor();
  const past = useDocument((state) => state.past);
  const future = useDocument((state) => state.future);
  const readOnly = useDocument((state) => state.readOnly);
  const list = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const count = past.length + future.length + 1;
  const shown = useRowWindow(rows, count);
  const [active, setActive] = useState(past.length);
  useTimesRenewed();
  // The latest is row 0. What one is at keeps the keyboard's place.
  useEffect(() => setActive(past.length), [past.length]);
  useEffect(() => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(), []);
  const goTo = (done: number): void => {
    if (!readOnly) editor.goToStep(done);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = movedTo(event.key, active, count - 1);
    if (next !== null) {
      setActive(next);
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
    } else if (event.key === 'Enter' || event.key === ' ') goTo(active);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = ({ target }: MouseEvent): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-done]') : null;
    if (row?.dataset['done'] !== undefined) goTo(Number(row.dataset['done']));
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={t('Steps')}
      aria-disabled={readOnly}
      className={styles.list}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div
        ref={rows}
        role="presentation"
        className={styles.rows}
        style={{ '--rows': count } as CSSProperties}
      >
        {Array.from({ length: count }, (_, row) => {
          const done = count - 1 - row;
          if ((row < shown.from || row >= shown.to) && done !== active) return null;
          const step = done <= past.length ? past[done - 1] : future[count - 1 - done];
          return (
            <StepRow
              key={done}
              row={row}
              count={count}
              step={step ?? null}
              state={done === past.length ? 'current' : done < past.length ? 'done' : 'undone'}
              isActive={done === active}
              done={done}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Where a key leads to in the list, whose latest step, of the highest number, is on top; null where nowhere. */
function movedTo(key: string, from: number, last: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return Math.min(last, from + 1);
    case 'ArrowDown':
      return Math.max(0, from - 1);
    case 'PageUp':
      return Math.min(last, from + 10);
    case 'PageDown':
      return Math.max(0, from - 10);
    case 'Home':
      return last;
    case 'End':
      return 0;
    default:
      return null;
  }
}

function useTimesRenewed(): void {
  const [, renew] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => renew((count) => count + 1), renewEveryMs);
    return () => clearInterval(timer);
  }, []);
}

interface StepRowProps {
  readonly row: number;
  readonly count: number;
  /** null is the design as it was opened, or as far back as is kept. */
  readonly step: Step | null;
  readonly state: 'done' | 'current' | 'undone';
  readonly isActive: boolean;
  /** How many steps are done there. */
  readonly done: number;
}

function StepRow({ row, count, step, state, isActive, done }: StepRowProps) {
  const isWhole = useDocument(({ dropped }) => dropped === 0);
  const words = useDocument(({ design }) =>
    step === null || design === null ? '' : stepWords(step, design),
  );
  const title = step?.label ?? (isWhole ? t('As it was opened') : t('Oldest step that is kept'));
  return (
    <div
      role="option"
      tabIndex={isActive ? 0 : -1}
      aria-selected={state === 'current'}
      aria-posinset={row + 1}
      aria-setsize={count}
      className={styles.row}
      data-state={state}
      style={{ '--at': row } as CSSProperties}
      data-tip={words.length > longestSeen ? words : undefined}
      data-done={done}
    >
      <span className={styles.mark}>{state === 'current' ? <Icon name="check" size={14} /> : null}</span>
      <span className={styles.label}>
        <bdi>{title}</bdi>
      </span>
      <span className={styles.time}>{step === null ? '' : timeSince(step.at)}</span>
      <span className={styles.words}>
        <bdi>{words}</bdi>
      </span>
      {state === 'undone' ? <span className="visually-hidden">{t('undone')}</span> : null}
    </div>
  );
}

/** How long ago a step was made; `at` is of the clock that the history counts by. */
function timeSince(at: number): string {
  const now = new Date();
  const made = new Date(now.getTime() - (performance.now() - at));
  return editedWhen(made.toISOString(), now, language().locale);
}
