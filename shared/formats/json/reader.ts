import type { FormatReader } from '../format';
import { looksLikeJson } from './recognise';

/** Reads designs in JSON; the code is loaded with the first file. */
export const jsonReader: FormatReader = {
  id: 'json',
  extensions: ['loadline.json', 'json'],
  mediaTypes: ['application/json'],
  fits: looksLikeJson,
  read: async (bytes, progress) => (await import('./read')).readJson(bytes, progress),
};
