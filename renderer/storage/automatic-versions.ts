import { database } from './database';
import { keepAutomatically } from './versions';
import { apartMs } from './versions-kept';

/**
 * Keeps versions of one editor's designs by itself: called before each write, it looks into storage no more often than versions lie
 * apart. Where it fails, so does the write after it, which says so; and that is not tried again with it.
 */
export function automaticVersions(): (design: string, now: string) => Promise<void> {
  let looked: { readonly design: string; readonly atMs: number } | null = null;
  return async (design, now) => {
    const atMs = Date.parse(now);
    if (looked?.design === design && atMs - looked.atMs < apartMs) return;
    looked = { design, atMs };
    await keepAutomatically(database, design, now);
  };
}
