import { designSchema } from './schema';
import { z } from './zod';

/**
 * The form of a design document as JSON Schema (2020-12), for editors and other programs. It allows unknown fields, as
 * the parser does; what relates several parts to each other (ids, references, rates) is checked by `parseDesign` alone.
 */
export function designJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(designSchema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
  });
  return { ...schema, title: 'Loadline design' };
}
