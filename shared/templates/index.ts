import type { Design } from '../model/schema';
import tinyurl from './tinyurl.json';
import tinyurlWithoutCache from './tinyurl-without-cache.json';

/** A finished design to start from. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly design: Design;
}

// A JSON module is typed by its values, not by the schema; that it is a design is a test, not worth a parse at each start.
const designIn = (json: unknown): Design => json as Design;

/** Every template, in the order of the first page. */
export const templates: readonly Template[] = [
  {
    id: 'tinyurl',
    title: 'TinyURL',
    summary:
      'Short links at 11.6k redirects a second: a cache keeps the store free, and every target is met.',
    design: designIn(tinyurl),
  },
  {
    id: 'tinyurl-without-cache',
    title: 'TinyURL without its cache',
    summary: 'The same load straight onto the store, which gives way. Find out where, and mend it.',
    design: designIn(tinyurlWithoutCache),
  },
];

/** The template of this id, or `undefined`. */
export const templateOf = (id: string): Template | undefined =>
  templates.find((template) => template.id === id);
