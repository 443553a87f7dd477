import type { Box } from '../../model/schema';
import type { ShapeName } from '../../model/vocabulary';

export interface ShapePaths {
  /** What is filled and stroked. */
  readonly outline: string;
  /** What is only stroked, over it; '' for nothing. */
  readonly detail: string;
}

const roundedPx = 14;

/** The lines of a shape in its box, as the data of SVG paths. */
export function shapePaths(shape: ShapeName, box: Box): ShapePaths {
  return drawings[shape](box);
}

const n = (value: number): string => String(Math.round(value * 100) / 100);
const outlineOnly = (outline: string): ShapePaths => ({ outline, detail: '' });

function rectangle({ x, y, width, height }: Box, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const corner = (dx: number, dy: number): string =>
    r === 0 ? '' : `a${n(r)} ${n(r)} 0 0 1 ${n(dx)} ${n(dy)}`;
  return `M${n(x + r)} ${n(y)}h${n(width - 2 * r)}${corner(r, r)}v${n(height - 2 * r)}${corner(-r, r)}h${n(2 * r - width)}${corner(-r, -r)}v${n(2 * r - height)}${corner(r, -r)}Z`;
}

function ellipse({ x, y, width, height }: Box): string {
  const [rx, ry] = [width / 2, height / 2];
  return `M${n(x)} ${n(y + ry)}a${n(rx)} ${n(ry)} 0 1 1 ${n(width)} 0a${n(rx)} ${n(ry)} 0 1 1 ${n(-width)} 0Z`;
}

function diamond({ x, y, width, height }: Box): string {
  const [rx, ry] = [width / 2, height / 2];
  return `M${n(x + rx)} ${n(y)}l${n(rx)} ${n(ry)}l${n(-rx)} ${n(ry)}l${n(-rx)} ${n(-ry)}Z`;
}

function cylinder({ x, y, width, height }: Box): ShapePaths {
  const [rx, ry] = [width / 2, Math.min(height * 0.12, 14)];
  const side = height - 2 * ry;
  return {
    outline: `M${n(x)} ${n(y + ry)}a${n(rx)} ${n(ry)} 0 0 1 ${n(width)} 0v${n(side)}a${n(rx)} ${n(ry)} 0 0 1 ${n(-width)} 0Z`,
    detail: `M${n(x)} ${n(y + ry)}a${n(rx)} ${n(ry)} 0 0 0 ${n(width)} 0`,
  };
}

/** Bows of a cloud, each from where the one before ends: x and y of its end, in shares of the box. */
const bows: readonly (readonly [x: number, y: number, radius: number])[] = [
  [0.14, 0.42, 0.22],
  [0.36, 0.16, 0.2],
  [0.66, 0.14, 0.19],
  [0.88, 0.4, 0.21],
  [0.82, 0.84, 0.25],
  [0.5, 0.92, 0.19],
  [0.2, 0.84, 0.19],
];

function cloud({ x, y, width, height }: Box): string {
  const start = `M${n(x + 0.2 * width)} ${n(y + 0.84 * height)}`;
  const arcs = bows.map(
    ([right, down, radius]) =>
      `A${n(radius * width)} ${n(radius * height * 1.15)} 0 0 1 ${n(x + right * width)} ${n(y + down * height)}`,
  );
  return `${start}${arcs.join('')}Z`;
}

/** Head and shoulders, in the upper part: the name is below. */
function person({ x, y, width, height }: Box): string {
  const tall = height * 0.7;
  const head = Math.min(width * 0.2, tall * 0.24);
  const middle = x + width / 2;
  const half = Math.min(width * 0.36, head * 2);
  const top = y + 2 * head + Math.min(4, head / 3);
  const rise = Math.min(half, y + tall - top);
  const body = `M${n(middle - half)} ${n(y + tall)}v${n(rise - (y + tall - top))}a${n(half)} ${n(rise)} 0 0 1 ${n(2 * half)} 0v${n(y + tall - top - rise)}Z`;
  return `${ellipse({ x: middle - head, y, width: 2 * head, height: 2 * head })}${body}`;
}

const drawings: Readonly<Record<ShapeName, (box: Box) => ShapePaths>> = {
  box: (box) => outlineOnly(rectangle(box, 2)),
  rounded: (box) => outlineOnly(rectangle(box, roundedPx)),
  ellipse: (box) => outlineOnly(ellipse(box)),
  diamond: (box) => outlineOnly(diamond(box)),
  cylinder,
  cloud: (box) => outlineOnly(cloud(box)),
  person: (box) => outlineOnly(person(box)),
};
