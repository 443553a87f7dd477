import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mostFileBytes, type OpenedFile } from '../shared/ipc';

/** Paths of files that were opened with the app and that no window has taken yet. */
let waiting: readonly string[] = [];

/** Keeps files for the window, which takes them once its page is there. */
export function keepFiles(paths: readonly string[]): void {
  waiting = [...waiting, ...paths];
}

/** The files that were opened since this was last called, each with its bytes or with why it cannot be read. */
export function takeFiles(): Promise<readonly OpenedFile[]> {
  const paths = [...new Set(waiting)];
  waiting = [];
  return Promise.all(paths.map(readOpened));
}

/**
 * The files among the words that the app was started with: neither the program itself, nor the folder of the app where Electron runs it
 * from there, nor switches, which Chromium adds some of its own to. Desktops of Linux name files by `file:` addresses.
 */
export function filesIn(
  words: readonly string[],
  workingFolder: string,
  appFolder: string,
): readonly string[] {
  return words.slice(1).flatMap((word): string[] => {
    if (word === '' || word.startsWith('-')) return [];
    const path = word.startsWith('file:') ? pathOf(word) : resolve(workingFolder, word);
    return path === null || path === resolve(appFolder) ? [] : [path];
  });
}

function pathOf(address: string): string | null {
  try {
    return fileURLToPath(address);
  } catch (error) {
    // An address with a host, or with an encoded slash, is of no file here.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function readOpened(path: string): Promise<OpenedFile> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    // The window would refuse it too, and the shell must not run out of memory by it.
    if (size > mostFileBytes) return { ok: false, name, problem: 'too-large', detail: '' };
    return { ok: true, name, bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, name, problem: 'unreadable', detail };
  }
}
