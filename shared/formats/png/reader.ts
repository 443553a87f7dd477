import { isPng } from '../../model/png-chunks';
import type { FormatReader } from '../format';

/** What reads a file of PNG; its code is loaded by the first one. */
export const pngReader: FormatReader = {
  id: 'png',
  extensions: ['png'],
  mediaTypes: ['image/png'],
  fits: isPng,
  read: async (bytes, progress) => (await import('./read')).readPng(bytes, progress),
};
