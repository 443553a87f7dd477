import { csvFormat } from './csv';
import type { Format } from './format';
import { htmlFormat } from './html';
import { jsonFormat } from './json';
import { markdownFormat } from './markdown';
import { pngFormat } from './png';
import { svgFormat } from './svg';

/** Every file format, in the order of the menus and of recognition. */
export const formats: readonly Format[] = [
  pngFormat,
  svgFormat,
  markdownFormat,
  htmlFormat,
  csvFormat,
  jsonFormat,
];
