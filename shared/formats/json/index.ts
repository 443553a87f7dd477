import { z } from 'zod';
import type { Format } from '../format';
import { looksLikeJson } from './recognise';

/** The design's own file, as sparse as it is. */
export const jsonFormat: Format = {
  id: 'json',
  name: 'JSON',
  about: 'The whole design with its notes: what Loadline opens again and a repository can keep.',
  extensions: ['loadline.json', 'json'],
  mediaTypes: ['application/json'],
  preview: 'text',
  hasFigures: false,
  options: z.object({}),
  fits: looksLikeJson,
  read: async (bytes, progress) => (await import('./read')).readJson(bytes, progress),
  write: async (job) => (await import('./write')).writeJson(job),
};
