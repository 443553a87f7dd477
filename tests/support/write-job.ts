import type { Pixels, WriteJob } from '../../shared/formats/format';
import { drawnAnalysis, drawnResolved, drawnTinyUrl } from './drawn-tinyurl';
import { smallPng } from './small-png';

/** TinyURL to be written, its pixels drawn as one small picture; with what else a test wants. */
export const writeJob = (parts: Partial<WriteJob> = {}): WriteJob => ({
  design: drawnTinyUrl,
  resolved: drawnResolved,
  analysis: drawnAnalysis,
  options: {},
  fontCssFor: async () => '',
  rasterizer: {
    needsFonts: false,
    draw: async (): Promise<Pixels> => ({ ok: true, png: smallPng(), losses: [] }),
  },
  ...parts,
});
