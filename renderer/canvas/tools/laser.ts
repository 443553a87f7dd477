import { createStore } from 'zustand/vanilla';
import { type Editor, editorHook, perEditor } from '../../store/editors';
import { gesturesOf, type Pointer } from './gestures';

/** How long the light of the laser pointer stays, ms. */
const lastsMs = 900;
const mostPoints = 400;

interface LaserPoint {
  readonly x: number;
  readonly y: number;
  readonly at: number;
  /** A new stroke begins with it. */
  readonly begins: boolean;
}

const trailOf = perEditor(() =>
  createStore<{ readonly points: readonly LaserPoint[] }>(() => ({ points: [] })),
);

export const useLaser = editorHook(trailOf);

/** The trail as paths, each with how much of its light is left; the oldest first. */
export function laserRuns(
  points: readonly LaserPoint[],
  now: number,
): readonly { readonly path: string; readonly light: number }[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (point.begins || before === undefined) return [];
    const light = Math.max(0, 1 - (now - before.at) / lastsMs);
    return light === 0 ? [] : [{ path: `M${before.x} ${before.y}L${point.x} ${point.y}`, light }];
  });
}

/** Takes away what has faded; false once nothing is left. */
export function fadeLaser(editor: Editor, now: number): boolean {
  const trail = trailOf(editor);
  const points = trail.getState().points.filter(({ at }) => now - at < lastsMs);
  trail.setState({ points });
  return points.length > 0;
}

/** Lights a point of the screen; `begins` starts another stroke. */
export function lightPoint(
  editor: Editor,
  { x, y }: { readonly x: number; readonly y: number },
  begins: boolean,
): void {
  const point = { x, y, at: performance.now(), begins };
  trailOf(editor).setState(({ points }) => ({ points: [...points.slice(1 - mostPoints), point] }));
}

/** Pointing: leaves a trail on the screen that fades, and nothing in the document. */
export function beginLaser(
  editor: Editor,
  start: Pointer,
  origin: { readonly x: number; readonly y: number },
): void {
  const trail = trailOf(editor);
  const add = ({ clientX, clientY }: Pointer, begins: boolean): void =>
    lightPoint(editor, { x: clientX - origin.x, y: clientY - origin.y }, begins);
  add(start, true);
  gesturesOf(editor).begin({
    name: 'laser',
    move: (pointer) => add(pointer, false),
    finish: () => undefined,
    cancel: () => trail.setState({ points: [] }),
  });
}
