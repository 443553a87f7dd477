import { type Design, designVersion } from './schema';

/** A design in which nothing is drawn yet. `createdAt` is an ISO-8601 time, given because there is no clock here. */
export function emptyDesign(id: string, name: string, createdAt: string): Design {
  return {
    format: 'loadline',
    version: designVersion,
    id,
    name,
    createdAt,
    updatedAt: createdAt,
    system: {},
  };
}
