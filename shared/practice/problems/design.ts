import type { Design } from '../../model/schema';

/** A JSON module is typed by its values, not by the schema; that it is a design is a test, not worth a parse when it is loaded. */
export const designOf = (module: unknown): Design => module as Design;
