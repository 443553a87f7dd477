import { z } from '../../model/zod';
import type { Format } from '../format';
import { jsonReader } from './reader';

/** The design's own file. */
export const jsonFormat: Format = {
  ...jsonReader,
  name: 'JSON',
  about: 'The whole design with its notes: what Loadline opens again and a repository can keep.',
  preview: 'text',
  hasFigures: false,
  options: z.object({}),
  write: async (job) => (await import('./write')).writeJson(job),
};
