import type { KeyboardEvent, PointerEvent } from 'react';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';
import { t } from '../../words/t';
import styles from './DrawerSplitter.module.css';

const minRem = 9;
const maxRem = 45;

const remPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Drags the drawer's upper edge; by keyboard with the arrows, Home and End. */
export function DrawerSplitter() {
  const { setView } = useEditor();
  const heightRem = useView((state) => state.drawerHeightRem);
  const setHeight = (wantedRem: number): void =>
    setView({ drawerHeightRem: Math.min(maxRem, Math.max(minRem, wantedRem)) });
  const onPointerDown = (event: PointerEvent<HTMLHRElement>): void => {
    const handle = event.currentTarget;
    const startY = event.clientY;
    const startRem = (handle.parentElement?.offsetHeight ?? 0) / remPx();
    handle.setPointerCapture(event.pointerId);
    const onMove = (move: globalThis.PointerEvent): void =>
      setHeight(startRem + (startY - move.clientY) / remPx());
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', onMove), {
      once: true,
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLHRElement>): void => {
    const heights: Readonly<Record<string, number>> = {
      ArrowUp: heightRem + 1,
      ArrowDown: heightRem - 1,
      Home: minRem,
      End: maxRem,
    };
    const next = heights[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setHeight(next);
  };
  return (
    <hr
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={t('Height of the details')}
      aria-valuemin={minRem}
      aria-valuemax={maxRem}
      aria-valuenow={Math.round(heightRem)}
      className={styles.splitter}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
