import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../electron/launch/project.mjs';
import { filesBelow } from './source-files';

/** A variable of the module, or a store that all editors would share. */
const sharedState = /^(?:export )?(?:let |const \w+ = create(?:Store)?(?:<|\())/m;

/** Functions and stores of the active editor, which need not be the one that a canvas shows. */
const ofActiveEditor =
  /import \{[^}]*\b(?:edit|undo|redo|select|selectFlow|toggleSelected|clearSelection|setView|setLoad|currentDesign|openDesign|startEditing)\b[^}]*\} from '[./]+\/store\/|\buse[A-Z]\w+\.(?:getState|subscribe)\(/;

const modulesBelow = (...folders: readonly string[]): readonly string[] =>
  filesBelow(...folders).filter((path) => /\.tsx?$/.test(path));
const files = modulesBelow('renderer/canvas', 'renderer/store/editor');
const filesWith = (pattern: RegExp, among: readonly string[] = files): readonly string[] =>
  among.filter((path) => pattern.test(readFileSync(join(projectRoot, path), 'utf8')));

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(60);
});

describe('what belongs to an editor is kept by no module', () => {
  test.each([
    ['let held: Held | null = null;', true],
    ['export const useRoutes = create<Routes>(() => none);', true],
    ['const drag = createStore<DragState>(() => resting);', true],
    ['export const routesOf = perEditor(() => createStore<Routes>(() => none));', false],
    ['export function createDrag(): Drag {\n  let held = null;', false],
  ])('%s', (text, found) => {
    expect(sharedState.test(text)).toBe(found);
  });

  test('of the canvas or of the editor', () => {
    expect(filesWith(sharedState)).toEqual([]);
  });
});

describe('a canvas reaches its own editor, not the active one', () => {
  test.each([
    ["import { edit, useDocument } from '../../store/document';", true],
    ['const { zoom } = useView.getState();', true],
    ["import { type Editor, useEditor } from '../store/editors';", false],
  ])('%s', (text, found) => {
    expect(ofActiveEditor.test(text)).toBe(found);
  });

  test('in each of its modules', () => {
    expect(filesWith(ofActiveEditor)).toEqual([]);
  });

  test('as do panels, dialogs and the bars around it', () => {
    const own = /^renderer\/dialogs\/drop\.ts$/;
    const around = modulesBelow('renderer/panels', 'renderer/dialogs').filter((path) => !own.test(path));
    const bars = modulesBelow('renderer/frame').filter(
      (path) => path.endsWith('.tsx') && !path.endsWith('/App.tsx'),
    );
    expect([around.length > 80, bars.length > 8]).toEqual([true, true]);
    expect(filesWith(ofActiveEditor, [...around, ...bars])).toEqual([]);
  });
});
