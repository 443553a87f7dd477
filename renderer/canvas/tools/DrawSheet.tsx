import { type PointerEvent, useEffect, useRef } from 'react';
import { isAnnotationId } from '../../../shared/layout/annotations/index';
import { type Editor, useEditor } from '../../store/editors';
import { type Tool, useView } from '../../store/view';
import { t } from '../../words/t';
import { annotationViews } from '../annotations/views';
import { DraftMark } from './DraftMark';
import styles from './DrawSheet.module.css';
import { beginErase } from './erase';
import { type GestureName, gesturesOf, useGesture } from './gestures';
import { LaserTrail } from './LaserTrail';
import { beginLaser } from './laser';

const drawing: ReadonlySet<GestureName> = new Set<GestureName>(['draw-mark', 'erase', 'laser']);

function begin(editor: Editor, tool: Tool, event: PointerEvent<HTMLElement>): void {
  if (tool === 'eraser') beginErase(editor, event);
  else if (tool === 'laser') beginLaser(editor, event, event.currentTarget.getBoundingClientRect());
  else if (isAnnotationId(tool)) annotationViews[tool].begin(editor, event);
}

/** A sheet over the canvas while a tool that draws is in hand; wheel and pinch go through it to the canvas. */
export function DrawSheet() {
  const editor = useEditor();
  const tool = useView((state) => state.tool);
  const gestures = gesturesOf(editor);
  const sheet = useRef<HTMLDivElement>(null);
  useWheelBelow(sheet);
  useEffect(
    () => () => {
      if (drawing.has(gestures.state.getState().name)) gestures.cancel();
    },
    [gestures],
  );
  return (
    <div
      ref={sheet}
      className={styles.sheet}
      data-tool={tool}
      aria-label={t('Drag to draw')}
      role="application"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // What is being written is kept before the next is drawn.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        event.currentTarget.setPointerCapture(event.pointerId);
        begin(editor, tool, event);
      }}
      onPointerMove={(event) => {
        // A pen reports more points than there are frames.
        const points = event.nativeEvent.getCoalescedEvents?.() ?? [];
        for (const point of points.length > 0 ? points : [event.nativeEvent]) gestures.move(point);
      }}
      onPointerUp={(event) => {
        const { name } = gestures.state.getState();
        if (drawing.has(name)) gestures.finish(name, event);
      }}
      onPointerCancel={() => gestures.cancel()}
    >
      {tool === 'laser' ? <LaserTrail /> : null}
    </div>
  );
}

/** What is drawn and is not in the design yet; also while an end of an arrow is dragged, without the sheet. */
export function Draft() {
  const draft = useGesture((state) => (state.draft?.kind === 'mark' ? state.draft : null));
  const name = useGesture((state) => state.name);
  return draft === null ? null : <DraftMark {...draft} showsMark={name === 'draw-mark'} />;
}

/** The view below takes the wheel as if the sheet were not there. */
function useWheelBelow(sheet: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const element = sheet.current;
    const below = element?.parentElement?.querySelector('.react-flow__renderer');
    if (element === null || below === null || below === undefined) return undefined;
    const pass = (event: WheelEvent): void => {
      event.preventDefault();
      below.dispatchEvent(new WheelEvent('wheel', event));
    };
    // A listener of React's could not keep the browser from zooming its page.
    element.addEventListener('wheel', pass, { passive: false });
    return () => element.removeEventListener('wheel', pass);
  }, [sheet]);
}
