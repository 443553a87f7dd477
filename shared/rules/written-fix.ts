import { configSchema } from '../model/config';
import type { QuickFix } from './rule';

/** Whether a design can hold what a quick fix writes: a figure of next to nothing asks for more servers than a document may have. */
export const canBeWritten = ({ changes }: QuickFix): boolean =>
  changes.every((change) => {
    if (!hasNumbers(change)) return false;
    if (change.op === 'add-node') return isConfig(change.node.config ?? {});
    return change.op !== 'patch-config' || isConfig(change.patch);
  });

/** Fields that are removed are null in a patch. */
const isConfig = (patch: object): boolean =>
  configSchema.safeParse(Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null)))
    .success;

/** Whether each number in it is one that JSON has a word for. */
function hasNumbers(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(hasNumbers);
}
