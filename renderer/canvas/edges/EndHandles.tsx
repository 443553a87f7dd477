import type { PointerEvent } from 'react';
import { createPortal } from 'react-dom';
import { roundedPath } from '../../../shared/diagram/path';
import type { Route } from '../../../shared/diagram/route';
import { useEditor } from '../../store/editors';
import { t } from '../../words/t';
import { gesturesOf, useGesture } from '../tools/gestures';
import { beginReconnection, type End } from '../tools/reconnect';
import { startReconnecting } from '../tools/reconnect-picker';
import styles from './BendHandles.module.css';
import { endHandleAt } from './end-handle';
import { useLabelLayer } from './label-layer';

export interface EndHandlesProps {
  readonly id: string;
  readonly route: Route;
}

/** Handles near the two ends of a selected edge: dragging one to another card gives the edge another caller or callee. */
export function EndHandles({ id, route }: EndHandlesProps) {
  const editor = useEditor();
  const layer = useLabelLayer((state) => state.element);
  const draft = useGesture((state) =>
    state.draft?.kind === 'reconnect' && state.draft.edge === id ? state.draft : null,
  );
  const begin = (end: End) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    beginReconnection(editor, id, end, event);
  };
  if (layer === null) return null;
  const handles = (['from', 'to'] as const).map((end) => {
    const at = draft?.end === end ? draft.at : endHandleAt(route.line, end);
    if (at === null) return null;
    return (
      <button
        key={end}
        type="button"
        data-end={end}
        aria-label={end === 'from' ? t('Caller: drag it to another') : t('Callee: drag it to another')}
        className={`nodrag nopan ${styles.handle} ${styles.end}`}
        style={{ transform: `translate(${at.x}px, ${at.y}px) translate(-50%, -50%)` }}
        onPointerDown={begin(end)}
        onPointerUp={(event) => gesturesOf(editor).finish('reconnect', event)}
        onPointerCancel={() => gesturesOf(editor).cancel()}
        onClick={(event) => {
          event.stopPropagation();
          // Pressed by a key: the ends are chosen from a list.
          if (event.detail === 0) startReconnecting(editor, id);
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      />
    );
  });
  return (
    <>
      {draft === null ? null : (
        <path className={styles.draft} d={draft.path ?? roundedPath(draft.points)} data-reconnecting="" />
      )}
      {createPortal(handles, layer)}
    </>
  );
}
