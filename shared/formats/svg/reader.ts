import type { FormatReader } from '../format';
import { looksLikeSvg } from './recognise';

/** Reads the design inside an SVG; the code is loaded with the first file. */
export const svgReader: FormatReader = {
  id: 'svg',
  extensions: ['svg'],
  mediaTypes: ['image/svg+xml'],
  fits: (_bytes, start) => looksLikeSvg(start),
  read: async (bytes, progress) => (await import('./read')).readSvg(bytes, progress),
};
