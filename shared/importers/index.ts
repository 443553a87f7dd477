import type { Importer } from './importer';
import { jsonImporter } from './json';
import { pngImporter } from './png';
import { svgImporter } from './svg';

/** Every format a design is read from, in the order in which a file's content is tried. */
export const importers: readonly Importer[] = [pngImporter, svgImporter, jsonImporter];
