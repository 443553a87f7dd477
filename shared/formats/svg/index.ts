import type { Format } from '../format';
import { svgOptions } from './options';
import { looksLikeSvg } from './recognise';

/** The design as a picture of real text. */
export const svgFormat: Format = {
  id: 'svg',
  name: 'SVG',
  about: 'The design as a picture that stays sharp at any size.',
  extensions: ['svg'],
  mediaTypes: ['image/svg+xml'],
  preview: 'picture',
  hasFigures: true,
  options: svgOptions,
  fits: (_bytes, start) => looksLikeSvg(start),
  read: async (bytes, progress) => (await import('./read')).readSvg(bytes, progress),
  write: async (job) => (await import('./write')).writeSvg(job),
};
