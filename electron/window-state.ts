import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseJson } from '../shared/model/parse-json';
import { z } from '../shared/model/zod';

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
});

const windowStateSchema = z.object({
  bounds: boundsSchema.nullable(),
  maximized: z.boolean(),
  theme: z.enum(['light', 'dark', 'system']),
});

export type Bounds = Readonly<z.infer<typeof boundsSchema>>;
export type WindowState = Readonly<z.infer<typeof windowStateSchema>>;

/** Sizes in px: the first window's, the least that the layout stands, and what must be visible to be grasped. */
export const defaultSize = { width: 1440, height: 900 } as const;
export const minimumSize = { width: 1024, height: 640 } as const;
const graspable = { width: 160, height: 40 } as const;

export const initialWindowState: WindowState = { bounds: null, maximized: false, theme: 'system' };

/** The state in a file's text; the initial one where there is none that can be read. */
export function parseWindowState(text: string | null): WindowState {
  if (text === null) return initialWindowState;
  // A torn file costs the window's place, nothing else.
  const parsed = windowStateSchema.safeParse(parseJson(text).value);
  return parsed.success ? parsed.data : initialWindowState;
}

/**
 * Bounds that are on a screen: those remembered where enough of the title bar is visible on a work area, shrunk to the
 * one they lie on; otherwise null, and the window is in the middle of the main screen.
 */
export function fitBounds(bounds: Bounds | null, workAreas: readonly Bounds[]): Bounds | null {
  if (bounds === null) return null;
  const area = workAreas.find((candidate) => isGraspable(bounds, candidate));
  if (area === undefined) return null;
  const width = Math.min(Math.max(bounds.width, minimumSize.width), area.width);
  const height = Math.min(Math.max(bounds.height, minimumSize.height), area.height);
  return { x: bounds.x, y: bounds.y, width, height };
}

function isGraspable(bounds: Bounds, area: Bounds): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const topIsInside = bounds.y >= area.y && bounds.y + graspable.height <= area.y + area.height;
  return across >= graspable.width && topIsInside;
}

export function readWindowState(file: string): WindowState {
  return parseWindowState(readText(file));
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The first start has no such file.
    return null;
  }
}

/** Writes beside and renames, so that a crash leaves the old state or the new one; false where the disk refuses. */
export function writeWindowState(file: string, state: WindowState): boolean {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
    return true;
  } catch {
    return false;
  }
}
