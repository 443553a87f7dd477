import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';

export interface TextFile {
  /** The name that is offered; folders in it are left out. */
  readonly name: string;
  readonly text: string;
}

/** Lets the person choose where a text goes and writes it there; false where they chose nowhere or it was not written. */
export async function saveTextFile(window: BrowserWindow, { name, text }: TextFile): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), basename(name)),
  });
  if (canceled || filePath === '') return false;
  try {
    await writeWhole(filePath, text);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await dialog.showMessageBox(window, {
      type: 'error',
      message: `“${basename(filePath)}” could not be written`,
      detail: `${reason}\n\nChoose another place.`,
    });
    return false;
  }
}

/** Writes beside and renames, so that a failure leaves the file that was there. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  try {
    await writeFile(beside, text, { flush: true });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
