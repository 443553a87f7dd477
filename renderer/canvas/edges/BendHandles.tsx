import type { KeyboardEvent, PointerEvent } from 'react';
import { createPortal } from 'react-dom';
import { roundedPath } from '../../../shared/diagram/path';
import type { Route } from '../../../shared/diagram/route';
import { fewestBends } from '../../../shared/diagram/through-bends';
import { own } from '../../../shared/model/own';
import type { EdgeStyle, Point } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { t } from '../../words/t';
import { gridPx } from '../arrange';
import { beginBend, withRunAt } from '../tools/bend';
import { gesturesOf, useGesture } from '../tools/gestures';
import styles from './BendHandles.module.css';
import { useLabelLayer } from './label-layer';

export interface BendHandlesProps {
  readonly id: string;
  readonly route: Route;
}

/** What of a line can be taken hold of, where it is, and the line once it is moved. */
interface Grip {
  readonly key: string;
  readonly at: Point;
  readonly cursor: 'across' | 'along' | 'free';
  readonly reshape: (to: Point) => readonly Point[];
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** Of a line along the axes, the runs but for the first and the last, which lead out of a card and into one. */
function runGrips(points: readonly Point[]): readonly Grip[] {
  return points.flatMap((point, run) => {
    const next = points[run + 1];
    if (next === undefined || run === 0 || run >= points.length - 2) return [];
    if (Math.hypot(next.x - point.x, next.y - point.y) < 12) return [];
    const cursor = Math.abs(point.x - next.x) < 0.5 ? 'across' : 'along';
    const reshape = (to: Point) => withRunAt(points, run, to);
    return [{ key: `run ${run}`, at: between(point, next), cursor, reshape }];
  });
}

/** Of a straight line its bends, and the middles of its pieces, where a bend can be made. */
function pointGrips(points: readonly Point[]): readonly Grip[] {
  return points.flatMap((point, index): Grip[] => {
    const next = points[index + 1];
    const middle: Grip[] =
      next === undefined
        ? []
        : [
            {
              key: `new ${index}`,
              at: between(point, next),
              cursor: 'free',
              reshape: (to) => points.toSpliced(index + 1, 0, to),
            },
          ];
    if (index === 0 || next === undefined) return middle;
    return [
      { key: `bend ${index}`, at: point, cursor: 'free', reshape: (to) => points.with(index, to) },
      ...middle,
    ];
  });
}

const gripsOf = (style: EdgeStyle, points: readonly Point[]): readonly Grip[] =>
  style === 'straight' ? pointGrips(points) : runGrips(points);

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -gridPx, y: 0 },
  ArrowRight: { x: gridPx, y: 0 },
  ArrowUp: { x: 0, y: -gridPx },
  ArrowDown: { x: 0, y: gridPx },
};

/** What is kept of a line that a person bent: on an elbow, no more bends than say how it runs, so that the rest follows the cards. */
function bendsOf({ style, fromSide, toSide }: Route, points: readonly Point[]): readonly Point[] {
  const [from, to] = [points.at(0), points.at(-1)];
  const corners = points.slice(1, -1);
  if (style === 'straight' || from === undefined || to === undefined) return corners;
  return fewestBends({ from: { ...from, side: fromSide }, to: { ...to, side: toSide } }, corners);
}

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
    editor.edit(t('Move bend'), [{ op: 'route', id, points: bendsOf(route, points) }], options);
  };
  const begin =
    ({ reshape }: Grip) =>
    (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      beginBend(editor, { edge: id, reshape, onBend: keep });
    };
  const onKeyDown = (grip: Grip) => (event: KeyboardEvent) => {
    const by = arrows[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    keep(grip.reshape({ x: grip.at.x + by.x, y: grip.at.y + by.y }), `bend ${id} ${grip.key}`);
  };
  if (layer === null) return null;
  // While one is dragged the handles keep their count, so that the one under the pointer stays the same element.
  const drafted = draft === null ? null : gripsOf(route.style, draft);
  const handles = gripsOf(route.style, route.points).map((grip) => {
    const { x, y } = drafted?.find(({ key }) => key === grip.key)?.at ?? grip.at;
    const at = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
    return (
      <button
        key={grip.key}
        type="button"
        data-bend=""
        aria-label={t('Bend: arrow keys move it, double-click resets it')}
        className={`nodrag nopan ${styles.handle} ${styles[grip.cursor]}`}
        style={{ transform: at }}
        onPointerDown={begin(grip)}
        onPointerUp={(event) => gesturesOf(editor).finish('bend', event)}
        onKeyDown={onKeyDown(grip)}
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
