import { csvExporter } from './csv';
import type { Exporter } from './exporter';
import { jsonExporter } from './json';
import { markdownExporter } from './markdown';
import { pngExporter } from './png';
import { svgExporter } from './svg';

/** Every format a design is given out in, in the order in which they are offered. */
export const exporters: readonly Exporter[] = [
  pngExporter,
  svgExporter,
  markdownExporter,
  csvExporter,
  jsonExporter,
];
