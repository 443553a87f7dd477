import type { Bridge } from '../../shared/ipc';
import { toast } from '../store/workspace';
import { chooseFile, copyPng, downloadFile } from './browser';
import type { Platform } from './platform';

const tell = (error: unknown): void => {
  toast(error instanceof Error ? error.message : String(error), { tone: 'error' });
};

/** The window of the desktop shell, reached through its bridge. */
export function electronPlatform(bridge: Bridge): Platform {
  return {
    kind: 'electron',
    saveFile: downloadFile,
    pickFile: chooseFile,
    copyImage: copyPng,
    openLink(url) {
      bridge.request('app:open-link', { url }).catch(tell);
    },
    followTheme(theme) {
      bridge.request('app:set-theme', { theme }).catch(tell);
    },
    menu: {
      show(menus) {
        bridge.request('app:set-menu', { menus }).catch(tell);
      },
      onCommand: (run) => bridge.on('app:run-command', ({ id }) => run(id)),
    },
    onClosing(flush) {
      return bridge.on('app:closing', () => {
        flush()
          .then((flushed) => bridge.request('app:flushed', flushed))
          .catch(tell);
      });
    },
  };
}
