/// <reference types="vite/client" />
declare module '*.css';

interface Window {
  /** The shell's bridge; absent in a browser tab. */
  readonly loadline?: import('../shared/ipc').Bridge;
}
