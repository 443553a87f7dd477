import type { FormatReader } from '../format';
import { looksLikeJson } from './recognise';

/** What reads a file of JSON; its code is loaded by the first one. */
export const jsonReader: FormatReader = {
  id: 'json',
  extensions: ['loadline.json', 'json'],
  mediaTypes: ['application/json'],
  fits: looksLikeJson,
  read: async (bytes, progress) => (await import('./read')).readJson(bytes, progress),
};
