import type { Change } from '../../shared/model/changes';
import type { Editor } from '../store/editors';

/** Selects the nodes that changes have just added. */
export function selectAdded(editor: Editor, changes: readonly Change[]): void {
  const ids = changes.flatMap((change) => (change.op === 'add-node' ? [change.node.id] : []));
  if (ids.length > 0) editor.select(ids);
}
