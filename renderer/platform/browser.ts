import type { Platform } from './platform';

/** The address of a blob that was saved is kept this long: the browser reads it after the click. */
const addressForMs = 60_000;

export async function downloadFile(name: string, contents: Blob): Promise<void> {
  const url = URL.createObjectURL(contents);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), addressForMs);
}

export async function chooseFile(): Promise<File | null> {
  // With the readers of all formats, which nothing needs before.
  const { openedTypes } = await import('./opened-types');
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = openedTypes;
    const settle = (): void => {
      input.remove();
      resolve(input.files?.[0] ?? null);
    };
    input.addEventListener('change', settle);
    input.addEventListener('cancel', settle);
    // One that stands nowhere may be collected as garbage while the person still chooses.
    input.hidden = true;
    document.body.append(input);
    input.click();
  });
}

/** The picture is given as a promise, so that the clipboard is written while the user activation is still valid. */
export async function copyPng(png: Promise<Blob>): Promise<boolean> {
  if (!('clipboard' in navigator) || typeof ClipboardItem === 'undefined') return false;
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return false;
    throw error;
  }
}

/** A tab of an ordinary browser. */
export const browserPlatform: Platform = {
  kind: 'browser',
  saveFile: downloadFile,
  pickFile: chooseFile,
  copyImage: copyPng,
  openLink(url) {
    window.open(url, '_blank', 'noopener,noreferrer');
  },
  followTheme() {
    // A tab has no frame of its own to colour.
  },
  menu: null,
  onFiles() {
    // A tab is opened with none.
    return () => undefined;
  },
  onClosing() {
    return () => undefined;
  },
};
