import type { ResolvedNode } from '../../catalog/resolved';
import type { ConfigField } from '../../model/config';

const copies: readonly ConfigField[] = ['replicas', 'replicasPerShard'];

/** Whether a person can choose the field here: what a provider runs has no replicas to add. */
export function offers(node: ResolvedNode, field: ConfigField): boolean {
  if (node.kind.managed === true && copies.includes(field)) return false;
  return node.kind.main.includes(field) || node.kind.more.includes(field);
}
