import type { KeyboardEvent, PointerEvent } from 'react';
import { createPortal } from 'react-dom';
import { roundedPath } from '../../../shared/diagram/path';
import type { Route } from '../../../shared/diagram/route';
import { own } from '../../../shared/model/own';
import type { Point } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { t } from '../../words/t';
import { gridPx } from '../arrange';
import { beginBend, type Run, withRunAt } from '../tools/bend';
import { gesturesOf, useGesture } from '../tools/gestures';
import styles from './BendHandles.module.css';
import { useLabelLayer } from './label-layer';

interface BendHandlesProps {
  readonly id: string;
  readonly route: Route;
}

/** The runs that can be moved: all but the first and the last, which lead out of a card and into one. */
function movableRuns(points: readonly Point[]): readonly Run[] {
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    if (next === undefined || index === 0 || index >= points.length - 2) return [];
    return Math.hypot(next.x - point.x, next.y - point.y) >= 12 ? [index] : [];
  });
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -gridPx, y: 0 },
  ArrowRight: { x: gridPx, y: 0 },
  ArrowUp: { x: 0, y: -gridPx },
  ArrowDown: { x: 0, y: gridPx },
};

/** Handles in the middle of an edge's runs; moving one fixes the bends of its edge, a double-click lets the router choose them again. */
export function BendHandles({ id, route }: BendHandlesProps) {
  const editor = useEditor();
  const layer = useLabelLayer((state) => state.element);
  const draft = useGesture((state) =>
    state.draft?.kind === 'bend' && state.draft.edge === id ? state.draft.points : null,
  );
  const isOwn = useDocument((state) => (own(state.design?.layout?.edges, id)?.points?.length ?? 0) > 0);
  const keep = (points: readonly Point[], mergeKey?: string): void => {
    const options = mergeKey === undefined ? {} : { mergeKey };
    editor.edit(t('Move bend'), [{ op: 'route', id, points: points.slice(1, -1) }], options);
  };
  const begin = (run: Run) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    beginBend(editor, { edge: id, run, points: route.points, onBend: keep });
  };
  const onKeyDown = (run: Run) => (event: KeyboardEvent) => {
    const by = arrows[event.key];
    const corner = route.points[run];
    if (by === undefined || corner === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    keep(withRunAt(route.points, run, { x: corner.x + by.x, y: corner.y + by.y }), `bend ${id} ${run}`);
  };
  if (layer === null) return null;
  const points = draft ?? route.points;
  const handles = movableRuns(route.points).map((run) => {
    const [a, b] = [points[run], points[run + 1]];
    if (a === undefined || b === undefined) return null;
    const isUpright = Math.abs(a.x - b.x) < 0.5;
    const at = `translate(${(a.x + b.x) / 2}px, ${(a.y + b.y) / 2}px) translate(-50%, -50%)`;
    return (
      <button
        key={run}
        type="button"
        aria-label={t('Bend: arrow keys move it, double-click resets it')}
        className={`nodrag nopan ${styles.handle} ${isUpright ? styles.across : styles.along}`}
        style={{ transform: at }}
        onPointerDown={begin(run)}
        onPointerUp={(event) => gesturesOf(editor).finish('bend', event)}
        onKeyDown={onKeyDown(run)}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => {
          event.stopPropagation();
          if (isOwn) editor.edit(t('Straighten edge'), [{ op: 'route', id, points: null }]);
        }}
      />
    );
  });
  return (
    <>
      {draft === null ? null : <path className={styles.draft} d={roundedPath(draft)} />}
      {createPortal(handles, layer)}
    </>
  );
}
