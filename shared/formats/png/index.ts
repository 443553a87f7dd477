import type { Format } from '../format';
import { pngOptions } from './options';
import { pngReader } from './reader';

/** The design as a picture of pixels. */
export const pngFormat: Format = {
  ...pngReader,
  name: 'PNG',
  about: 'The design as a picture of pixels, which any program shows.',
  preview: 'picture',
  hasFigures: true,
  options: pngOptions,
  write: async (job) => (await import('./write')).writePng(job),
};
