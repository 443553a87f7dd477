import type { FormatReader } from '../format';
import { looksLikeSvg } from './recognise';

/** What reads a file of SVG; its code is loaded by the first one. */
export const svgReader: FormatReader = {
  id: 'svg',
  extensions: ['svg'],
  mediaTypes: ['image/svg+xml'],
  fits: (_bytes, start) => looksLikeSvg(start),
  read: async (bytes, progress) => (await import('./read')).readSvg(bytes, progress),
};
