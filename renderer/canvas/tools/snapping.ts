import { type Guides, noGuides } from '../../../shared/layout/guides';
import { guidesOf, type SnapTargets, snapMove, snapSides, snapTargets } from '../../../shared/layout/snap';
import { markStates } from '../../../shared/model/marks';
import { type Box, type Design, groupsOf, marksOf, type Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { snapped } from '../arrange';
import { boundsOf, partBoxes } from '../part-boxes';
import { visibleBox } from '../visible-box';
import type { HeldKeys } from './gestures';

/** How near to a guide what is dragged is taken to it, px of the screen. */
const reachPx = 6;

/** Ctrl, on a Mac Cmd, places freely: by the pixel, without grid and guides. */
const isFree = ({ ctrlKey = false, metaKey = false }: HeldKeys): boolean => ctrlKey || metaKey;

const reachOf = (editor: Editor) => ({
  reach: reachPx / editor.view.getState().zoom,
  within: visibleBox(editor),
});

/** What is drawn of an arrow or of ink has no sides that one could see. */
const hasSides = (kind: string): boolean => kind !== 'arrow' && kind !== 'ink';

/** What parts can be aligned to: all others. Cards and annotations keep the gaps of their like, groups those of groups. */
function targetsFor(design: Design, moving: ReadonlySet<string>): SnapTargets {
  const groups = new Set(groupsOf(design).map(({ id }) => id));
  const movesGroup = [...moving].some((id) => groups.has(id));
  const { hidden } = markStates(design);
  const lines = new Set(marksOf(design).flatMap(({ id, kind }) => (hasSides(kind) ? [] : [id])));
  const others = [...partBoxes(design)].filter(
    ([id]) => !moving.has(id) && !hidden.has(id) && !lines.has(id),
  );
  return snapTargets(
    others.map(([, box]) => box),
    others.flatMap(([id, box]) => (groups.has(id) === movesGroup ? [box] : [])),
  );
}

export interface Snapped<Where> {
  readonly to: Where;
  readonly guides: Guides;
}

/** Only the longer way of a movement, along one axis. */
const alongOneAxis = ({ x, y }: Point): Point => (Math.abs(x) >= Math.abs(y) ? { x, y: 0 } : { x: 0, y });

/**
 * Where parts go that the pointer has dragged by so much: to guides that are near, else to the grid on which `lead` then stands;
 * by the pixel with Ctrl or Cmd, along one axis with Shift.
 */
export function moveSnapping(
  editor: Editor,
  design: Design,
  { moving, lead }: { readonly moving: ReadonlySet<string>; readonly lead: Box },
): (delta: Point, keys: HeldKeys) => Snapped<Point> {
  const boxes = partBoxes(design);
  const bounds = boundsOf([...moving].flatMap((id) => boxes.get(id) ?? [])) ?? lead;
  let targets: SnapTargets | null = null;
  return (raw, keys) => {
    const isOnAxis = keys.shiftKey === true;
    const delta = isOnAxis ? alongOneAxis(raw) : raw;
    const pixels = { x: Math.round(delta.x), y: Math.round(delta.y) };
    if (isFree(keys)) return { to: pixels, guides: noGuides };
    const grid = {
      x: delta.x === 0 ? 0 : snapped(lead.x + delta.x) - lead.x,
      y: delta.y === 0 ? 0 : snapped(lead.y + delta.y) - lead.y,
    };
    if (!editor.view.getState().snapToGuides) return { to: grid, guides: noGuides };
    targets ??= targetsFor(design, moving);
    const reach = reachOf(editor);
    const near = snapMove(targets, movedBox(bounds, pixels), reach);
    const isFixed = { x: isOnAxis && delta.x === 0, y: isOnAxis && delta.y === 0 };
    const along = (axis: 'x' | 'y'): number => {
      const by = near[axis];
      if (isFixed[axis]) return 0;
      return by === null ? grid[axis] : Math.round(pixels[axis] + by);
    };
    const to = { x: along('x'), y: along('y') };
    return { to, guides: guidesOf(targets, movedBox(bounds, to), reach.within) };
  };
}

const movedBox = (box: Box, { x, y }: Point): Box => ({ ...box, x: box.x + x, y: box.y + y });

type Side = 'start' | 'end';
export type HeldSides = { readonly x?: Side; readonly y?: Side };

/** The same for the sides of a part that is resized: `resized` gives its box with the held corner at a point. */
export function resizeSnapping(
  editor: Editor,
  id: string,
  held: HeldSides,
  resized: (corner: Point) => Box,
): (pointer: Point, keys: HeldKeys) => Snapped<Box> {
  let targets: SnapTargets | null = null;
  return (pointer, keys) => {
    const pixels = { x: Math.round(pointer.x), y: Math.round(pointer.y) };
    if (isFree(keys)) return { to: resized(pixels), guides: noGuides };
    const grid = { x: snapped(pointer.x), y: snapped(pointer.y) };
    const design = editor.design();
    if (!editor.view.getState().snapToGuides || design === null)
      return { to: resized(grid), guides: noGuides };
    targets ??= targetsFor(design, new Set([id]));
    const reach = reachOf(editor);
    const near = snapSides(targets, resized(pixels), held, reach);
    const to = resized({
      x: near.x === null ? grid.x : Math.round(pixels.x + near.x),
      y: near.y === null ? grid.y : Math.round(pixels.y + near.y),
    });
    return { to, guides: guidesOf(targets, to, reach.within) };
  };
}
