import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../electron/launch/project.mjs';
import { filesBelow } from './source-files';

/** A variable of the module, or a store that all editors would share. */
const sharedState = /^(?:export )?(?:let |const \w+ = create(?:Store)?(?:<|\())/m;

const files = filesBelow('renderer/canvas', 'renderer/store/editor').filter((path) => /\.tsx?$/.test(path));

describe('what belongs to an editor', () => {
  test.each([
    ['let held: Held | null = null;', true],
    ['export const useRoutes = create<Routes>(() => none);', true],
    ['const drag = createStore<DragState>(() => resting);', true],
    ['export const routesOf = perEditor(() => createStore<Routes>(() => none));', false],
    ['export function createDrag(): Drag {\n  let held = null;', false],
  ])('is kept by no module: %s', (text, found) => {
    expect(sharedState.test(text)).toBe(found);
  });

  test('is kept by no module of the canvas or of the editor', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.filter((path) => sharedState.test(readFileSync(join(projectRoot, path), 'utf8')))).toEqual(
      [],
    );
  });
});
