import { browserPlatform } from './browser';
import { electronPlatform } from './electron';
import type { Platform } from './platform';

let current: Platform | null = null;

/** The platform that the window runs on: the shell's where its bridge is there, else a browser tab. */
export function platform(): Platform {
  current ??= window.loadline === undefined ? browserPlatform : electronPlatform(window.loadline);
  return current;
}
