import type { Change } from '../../shared/model/changes';
import { select } from '../store/selection';

/** Selects the nodes that changes have just added. */
export function selectAdded(changes: readonly Change[]): void {
  const ids = changes.flatMap((change) => (change.op === 'add-node' ? [change.node.id] : []));
  if (ids.length > 0) select(ids);
}
