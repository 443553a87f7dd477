import type { FormatReader } from './format';
import { jsonReader } from './json/reader';
import { pngReader } from './png/reader';
import { svgReader } from './svg/reader';

/**
 * The readers of `formats`, in its order. The list is separate so that the worker that reads files and the first page are
 * built without the code that writes them.
 */
export const readers: readonly FormatReader[] = [pngReader, svgReader, jsonReader];
