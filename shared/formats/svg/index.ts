import type { Format } from '../format';
import { svgOptions } from './options';
import { svgReader } from './reader';

/** The design as a picture of real text. */
export const svgFormat: Format = {
  ...svgReader,
  name: 'SVG',
  about: 'The design as a picture that stays sharp at any size.',
  preview: 'picture',
  hasFigures: true,
  options: svgOptions,
  write: async (job) => (await import('./write')).writeSvg(job),
};
