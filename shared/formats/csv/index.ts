import { z } from '../../model/zod';
import type { Format } from '../format';

/** The nodes with their figures, for a spreadsheet. */
export const csvFormat: Format = {
  id: 'csv',
  name: 'CSV',
  about: 'The components with their figures, a row each, for a spreadsheet.',
  extensions: ['csv'],
  mediaTypes: ['text/csv'],
  preview: 'text',
  hasFigures: true,
  options: z.object({}),
  write: async (job) => (await import('./write')).writeCsv(job),
};
