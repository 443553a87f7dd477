import { z } from '../../model/zod';
import type { Format } from '../format';

/** The written design and its figures as one page. */
export const htmlFormat: Format = {
  id: 'html',
  name: 'HTML',
  about: 'The diagram, the written design and the figures as one page that every browser shows and prints.',
  extensions: ['html'],
  mediaTypes: ['text/html'],
  preview: 'text',
  hasFigures: true,
  options: z.object({}),
  write: async (job) => (await import('./write')).writeHtml(job),
};
