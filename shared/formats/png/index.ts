import { isPng } from '../../model/png-chunks';
import type { Format } from '../format';
import { pngOptions } from './options';

/** The design as a picture of pixels. */
export const pngFormat: Format = {
  id: 'png',
  name: 'PNG',
  about: 'The design as a picture of pixels, which any program shows.',
  extensions: ['png'],
  mediaTypes: ['image/png'],
  preview: 'picture',
  hasFigures: true,
  options: pngOptions,
  fits: isPng,
  read: async (bytes, progress) => (await import('./read')).readPng(bytes, progress),
  write: async (job) => (await import('./write')).writePng(job),
};
