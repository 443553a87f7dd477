import type { Flushed, Menus, OpenedFile } from '../../shared/ipc';
import type { Theme } from '../store/view';

/** What differs between Electron and a browser tab. */
export interface Platform {
  readonly kind: 'electron' | 'browser';
  /** Hands a file to the person: a download in a tab. */
  readonly saveFile: (name: string, contents: Blob) => Promise<void>;
  /** Lets the person choose a design file; null where they chose none. */
  readonly pickFile: () => Promise<File | null>;
  /** Puts a PNG on the clipboard; false where the browser refuses. */
  readonly copyImage: (png: Promise<Blob>) => Promise<boolean>;
  readonly openLink: (url: string) => void;
  /** Lets the window's own frame follow the theme. */
  readonly followTheme: (theme: Theme) => void;
  /** The menu of the application around the window; null in a tab. */
  readonly menu: {
    readonly show: (menus: Menus) => void;
    /** Returns the function that stops it. */
    readonly onCommand: (run: (id: string) => void) => () => void;
  } | null;
  /** Calls `open` with the files that are opened with the app, those of its start included. Returns the function that stops it. */
  readonly onFiles: (open: (files: readonly OpenedFile[]) => Promise<void>) => () => void;
  /** Calls `flush` before the shell closes the window, which waits for its answer. Returns the function that stops it. */
  readonly onClosing: (flush: () => Promise<Flushed>) => () => void;
}
