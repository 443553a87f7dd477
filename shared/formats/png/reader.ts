import { isPng } from '../../model/png-chunks';
import type { FormatReader } from '../format';

/** Reads the design inside a PNG; the code is loaded with the first file. */
export const pngReader: FormatReader = {
  id: 'png',
  extensions: ['png'],
  mediaTypes: ['image/png'],
  fits: isPng,
  read: async (bytes, progress) => (await import('./read')).readPng(bytes, progress),
};
