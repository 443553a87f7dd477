import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { words } from '../../math/message';
import type { Quantity } from '../../math/quantity';
import type { DataClass } from '../../model/vocabulary';
import { nodesSaying } from './nodes';
import { isExternal, isStore } from './roles';

/** What each class of data that does harm when it is read by others is called, the worst first. */
const names = {
  'payment-card': 'payment card data',
  health: 'health data',
  credentials: 'credentials',
  personal: 'personal data',
} as const satisfies Partial<Record<DataClass, string>>;

const classes = Object.keys(names) as readonly (keyof typeof names)[];

/** The worst of the sensitive data that a node keeps or handles, in words; null where there is none. */
export function sensitiveDataIn({ config }: ResolvedNode): Quantity | null {
  const { dataClasses, tokenized } = config.other;
  if (dataClasses === undefined) return null;
  // A token in the place of a card number is worth nothing to a thief.
  const found = classes.find((data) => dataClasses.includes(data) && !(data === 'payment-card' && tokenized));
  return found === undefined ? null : words(names[found]);
}

/** Whether a node writes what it gets to a disk: stores, and buffers, which keep it for a while. */
const keepsOnDisk = (node: ResolvedNode): boolean =>
  !isExternal(node) && (isStore(node) || node.behaviour === 'buffer');

/** A node with sensitive data, and what that is in words. */
export interface SensitiveNode {
  readonly node: ResolvedNode;
  readonly data: Quantity;
}

/** The stores and buffers of one's own that keep sensitive data, in the document's order. */
export function sensitiveStores(design: ResolvedDesign): readonly SensitiveNode[] {
  const found: SensitiveNode[] = [];
  for (const node of nodesSaying(design, 'dataClasses')) {
    if (!keepsOnDisk(node)) continue;
    const data = sensitiveDataIn(node);
    if (data !== null) found.push({ node, data });
  }
  return found;
}
