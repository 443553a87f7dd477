import { technologyOf } from '../catalog/index';
import type { ResolvedNode } from '../catalog/resolved';

/** What a node is spoken to in: by its technology, else by its kind; undefined where neither says. */
export const protocolOf = ({ kind, technology }: ResolvedNode): string | undefined =>
  technologyOf(kind, technology ?? undefined)?.protocol ?? kind.protocol;

/** The protocol of a call to a node, for an edge of the document; nothing where that is https, which every edge is by itself. */
export function protocolField(node: ResolvedNode): { readonly protocol?: string } {
  const protocol = protocolOf(node);
  return protocol === undefined || protocol === 'https' ? {} : { protocol };
}

/** What a caller most likely speaks to a callee: a consumer speaks the protocol of the queue that it takes from. */
export const likelyProtocol = (caller: ResolvedNode, callee: ResolvedNode): string =>
  protocolOf(caller.behaviour === 'buffer' ? caller : callee) ?? 'https';
