import { z } from '../../model/zod';
import type { Format } from '../format';

/** The figures as tables, for a document. */
export const markdownFormat: Format = {
  id: 'markdown',
  name: 'Markdown',
  about: 'The figures as tables for a document: totals, flows, layers, components and findings.',
  extensions: ['md', 'markdown'],
  mediaTypes: ['text/markdown'],
  preview: 'text',
  hasFigures: true,
  options: z.object({}),
  write: async (job) => (await import('./write')).writeMarkdown(job),
};
