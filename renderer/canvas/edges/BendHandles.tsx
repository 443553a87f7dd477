import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { roundedPath } from '../../../shared/diagram/path';
import type { Route } from '../../../shared/diagram/route';
import { own } from '../../../shared/model/own';
import type { Point } from '../../../shared/model/schema';
import { t } from '../../i18n/t';
import { edit, useDocument } from '../../store/document';
import { gridPx, snapped } from '../arrange';
import { canvasPointAt } from '../viewport';
import styles from './BendHandles.module.css';
import { useLabelLayer } from './label-layer';

interface BendHandlesProps {
  readonly id: string;
  readonly route: Route;
}

/** Index of a run of the line: from its corner of that index to the next. */
type Run = number;

/** The runs that can be moved: all but the first and the last, which lead out of a card and into one. */
function movableRuns(points: readonly Point[]): readonly Run[] {
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    if (next === undefined || index === 0 || index >= points.length - 2) return [];
    return Math.hypot(next.x - point.x, next.y - point.y) >= 12 ? [index] : [];
  });
}

/** The line with one run moved across its direction. */
export function withRunAt(points: readonly Point[], run: Run, to: Point): readonly Point[] {
  const [a, b] = [points[run], points[run + 1]];
  if (a === undefined || b === undefined) return points;
  const isUpright = Math.abs(a.x - b.x) < 0.5;
  const moved = (point: Point): Point => (isUpright ? { x: to.x, y: point.y } : { x: point.x, y: to.y });
  return points.map((point, index) => (index === run || index === run + 1 ? moved(point) : point));
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -gridPx, y: 0 },
  ArrowRight: { x: gridPx, y: 0 },
  ArrowUp: { x: 0, y: -gridPx },
  ArrowDown: { x: 0, y: gridPx },
};

/** Handles in the middle of an edge's runs; moving one makes its bends a person's own, a double click gives them back. */
export function BendHandles({ id, route }: BendHandlesProps) {
  const layer = useLabelLayer((state) => state.element);
  const [draft, setDraft] = useState<readonly Point[] | null>(null);
  const held = useRef<{ readonly run: Run; readonly points: readonly Point[] } | null>(null);
  const isOwn = useDocument((state) => (own(state.design?.layout?.edges, id)?.points?.length ?? 0) > 0);
  const keep = (points: readonly Point[], mergeKey?: string): void => {
    const options = mergeKey === undefined ? {} : { mergeKey };
    edit(t('Move bend'), [{ op: 'route', id, points: points.slice(1, -1) }], options);
  };
  const begin = (run: Run) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { run, points: route.points };
  };
  const move = (event: PointerEvent): void => {
    if (held.current === null) return;
    const { x, y } = canvasPointAt(event.clientX, event.clientY);
    setDraft(withRunAt(held.current.points, held.current.run, { x: snapped(x), y: snapped(y) }));
  };
  const finish = (): void => {
    held.current = null;
    setDraft(null);
    if (draft !== null) keep(draft);
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
        aria-label={t('Bend: arrow keys move it, a double click gives it back')}
        className={`nodrag nopan ${styles.handle} ${isUpright ? styles.across : styles.along}`}
        style={{ transform: at }}
        onPointerDown={begin(run)}
        onPointerMove={move}
        onPointerUp={finish}
        onKeyDown={onKeyDown(run)}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => {
          event.stopPropagation();
          if (isOwn) edit(t('Straighten edge'), [{ op: 'route', id, points: null }]);
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
