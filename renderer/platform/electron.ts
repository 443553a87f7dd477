import type { Bridge } from '../../shared/ipc';
import { toast } from '../store/workspace';
import { chooseFile, copyPng, downloadFile } from './browser';
import type { Platform } from './platform';

const showError = (error: unknown): void => {
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
      bridge.request('app:open-link', { url }).catch(showError);
    },
    followTheme(theme) {
      bridge.request('app:set-theme', { theme }).catch(showError);
    },
    menu: {
      show(menus) {
        bridge.request('app:set-menu', { menus }).catch(showError);
      },
      onCommand: (run) => bridge.on('app:run-command', ({ id }) => run(id)),
    },
    onFiles(open) {
      const take = (): void => {
        bridge
          .request('app:take-files', undefined)
          .then(({ files }) => (files.length === 0 ? undefined : open(files)))
          .catch(showError);
      };
      take();
      return bridge.on('app:files-waiting', take);
    },
    onClosing(flush) {
      return bridge.on('app:closing', () => {
        flush()
          .then((flushed) => bridge.request('app:flushed', flushed))
          .catch(showError);
      });
    },
  };
}
