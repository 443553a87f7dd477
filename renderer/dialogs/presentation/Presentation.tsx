import { type MouseEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type Slide, slidesOf } from '../../../shared/edits/present';
import { groupsOf } from '../../../shared/model/schema';
import { groupTitle } from '../../canvas/groups/group-titles';
import { LaserTrail } from '../../canvas/tools/LaserTrail';
import { lightPoint } from '../../canvas/tools/laser';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import styles from './Presentation.module.css';
import { afterKey, begun, presentedKey } from './presenting';
import { SpeakerNotes } from './SpeakerNotes';
import { type Aperture, useFullScreen, useStage } from './use-stage';

/** After so long without a move, the light begins anew, ms. */
const newStrokeMs = 120;
const none: readonly Slide[] = [];

/**
 * Presents a design frame by frame over the canvas. It is a modal dialog that one sees through: nothing below it takes a key or a
 * press, so that nothing is edited.
 */
export function Presentation() {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const slides = useMemo(() => (design === null ? none : slidesOf(design)), [design]);
  const [state, setState] = useState(begun);
  const dialog = useRef<HTMLDialogElement>(null);
  const slide = slides[state.at];
  const { aperture, isMoving } = useStage(slide);
  const leave = (): void => editor.setView({ presenting: false });
  useFullScreen(dialog, leave);
  useEffect(() => {
    if (state.isOver) editor.setView({ presenting: false });
  }, [editor, state.isOver]);
  const press = (key: string): boolean => {
    const next = afterKey(state, key, slides.length);
    if (next !== null) setState(next);
    return next !== null;
  };
  const onLaser = useLaserPointer(state.isLaser);
  const names = slides.map((one) => nameOf(one, design));
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={styles.stage}
      aria-label={t('Presentation')}
      data-black={state.isBlack}
      data-laser={state.isLaser}
      onCancel={(event) => {
        event.preventDefault();
        press('Escape');
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const isOnButton = event.target instanceof HTMLButtonElement;
        if (isOnButton && (event.key === 'Enter' || event.key === ' ')) return;
        // Escape comes as `cancel`.
        if (event.key !== 'Escape' && press(presentedKey(event))) event.preventDefault();
      }}
      onClick={({ target }: MouseEvent) => {
        if (target === dialog.current) press('ArrowRight');
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        if (event.target === dialog.current) press('ArrowLeft');
      }}
      onPointerMove={onLaser}
    >
      <Mask aperture={aperture} isHidden={isMoving} />
      {state.isLaser ? <LaserTrail /> : null}
      <p role="status" className="visually-hidden">
        {t('{at} of {total}: {name}', {
          at: state.at + 1,
          total: slides.length,
          name: names[state.at] ?? '',
        })}
      </p>
      {state.hasNotes ? <SpeakerNotes note={slide?.note ?? ''} next={names[state.at + 1] ?? null} /> : null}
      <Foot
        at={state.at}
        total={slides.length}
        name={names[state.at] ?? ''}
        typed={state.typed}
        onKey={press}
        hasNotes={state.hasNotes}
        isLaser={state.isLaser}
      />
    </dialog>
  );
}

function nameOf({ id, name }: Slide, design: ReturnType<typeof useDocument.getState>['design']): string {
  if (design === null) return name;
  if (id === null) return design.name;
  const group = groupsOf(design).find((one) => one.id === id);
  if (group !== undefined) return groupTitle(group);
  return name.trim() === '' ? t('Frame') : name;
}

/** Covers what is around the slide. */
function Mask({ aperture, isHidden }: { readonly aperture: Aperture | null; readonly isHidden: boolean }) {
  if (aperture === null) return null;
  return <div className={styles.mask} data-hidden={isHidden} style={{ ...aperture }} />;
}

/** Light follows the pointer, whether it is pressed or not. */
function useLaserPointer(isOn: boolean): (event: PointerEvent) => void {
  const editor = useEditor();
  const last = useRef(0);
  return ({ clientX, clientY, timeStamp }) => {
    if (!isOn) return;
    lightPoint(editor, { x: clientX, y: clientY }, timeStamp - last.current > newStrokeMs);
    last.current = timeStamp;
  };
}

interface FootProps {
  readonly at: number;
  readonly total: number;
  readonly name: string;
  readonly typed: string;
  readonly hasNotes: boolean;
  readonly isLaser: boolean;
  readonly onKey: (key: string) => void;
}

/** Which slide it is, and what a pointer or a finger can do. */
function Foot({ at, total, name, typed, hasNotes, isLaser, onKey }: FootProps) {
  return (
    <div className={styles.foot} role="toolbar" aria-label={t('Presentation')}>
      <Button
        variant="quiet"
        icon="chevron-left"
        aria-label={t('Previous')}
        data-tip={t('Previous · {keys}', { keys: '←' })}
        disabled={at === 0}
        onClick={() => onKey('ArrowLeft')}
      />
      <span className={styles.counter}>
        {typed === ''
          ? t('{at} of {total}', { at: at + 1, total })
          : t('Go to {number} of {total}', { number: typed, total })}
      </span>
      <Button
        variant="quiet"
        icon="chevron-right"
        aria-label={t('Next')}
        data-tip={t('Next · {keys}', { keys: '→' })}
        disabled={at === total - 1}
        onClick={() => onKey('ArrowRight')}
      />
      <span className={styles.name}>
        <bdi>{name}</bdi>
      </span>
      <Button
        variant="quiet"
        icon="hand"
        aria-label={t('Laser pointer')}
        data-tip={t('Laser pointer · {keys}', { keys: 'L' })}
        aria-pressed={isLaser}
        onClick={() => onKey('l')}
      />
      <Button
        variant="quiet"
        icon="sticky-note"
        aria-label={t('Speaker notes and clock')}
        data-tip={t('Speaker notes and clock · {keys}', { keys: 'S' })}
        aria-pressed={hasNotes}
        onClick={() => onKey('s')}
      />
      <Button
        variant="quiet"
        icon="x"
        aria-label={t('End presentation')}
        data-tip={t('End presentation · {keys}', { keys: 'Esc' })}
        onClick={() => onKey('Escape')}
      />
    </div>
  );
}
