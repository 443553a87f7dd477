import { insertFragment } from '../model/fragment';
import type { Design } from '../model/schema';
import { copyParts } from './arrow-ends';
import { withContents } from './part-boxes';

/**
 * A design of these parts alone, with what is in the groups and frames among them: what a file of a selection has. Workload,
 * targets and answers are of the whole design and are left out; so are writings about it.
 */
export function excerpt(design: Design, ids: Iterable<string>): Design {
  const { format, version, id, name, createdAt, updatedAt } = design;
  const empty: Design = {
    format,
    version,
    id,
    name,
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    system: {},
  };
  return insertFragment(empty, copyParts(design, [...withContents(design, ids)]));
}
