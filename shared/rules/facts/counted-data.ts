import type { ResolvedNode } from '../../catalog/resolved';
import { keeps } from './roles';

/** Classes of data of which none may be spent twice, as a sentence calls them. */
export const countedNames = { money: 'money', inventory: 'inventory' } as const;
export type Counted = keyof typeof countedNames;

/** Which of them the node keeps; null where it keeps none. */
export function countedBy(node: ResolvedNode): Counted | null {
  if (keeps(node, 'money')) return 'money';
  return keeps(node, 'inventory') ? 'inventory' : null;
}
