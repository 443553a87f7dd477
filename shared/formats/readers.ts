import type { FormatReader } from './format';
import { jsonReader } from './json/reader';
import { pngReader } from './png/reader';
import { svgReader } from './svg/reader';

/**
 * What reads the formats of `formats` that are read, in its order. A list of its own, so that what only reads files,
 * the worker for it and the first page, is built without what writes them.
 */
export const readers: readonly FormatReader[] = [pngReader, svgReader, jsonReader];
