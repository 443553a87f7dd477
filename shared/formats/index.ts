import { csvFormat } from './csv';
import type { Format } from './format';
import { jsonFormat } from './json';
import { markdownFormat } from './markdown';
import { pngFormat } from './png';
import { svgFormat } from './svg';

/** Every format of a file, in the order in which they are offered and in which a file's content is tried. */
export const formats: readonly Format[] = [pngFormat, svgFormat, markdownFormat, csvFormat, jsonFormat];
