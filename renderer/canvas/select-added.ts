import type { Change } from '../../shared/model/changes';
import { select } from '../store/selection';
import { useView } from '../store/view';

/** Selects the nodes that changes have just added, and lets them be young: nothing nags about them yet. */
export function selectAdded(changes: readonly Change[]): void {
  const ids = changes.flatMap((change) => (change.op === 'add-node' ? [change.node.id] : []));
  if (ids.length === 0) return;
  select(ids);
  markYoung(ids);
}

export function markYoung(ids: readonly string[]): void {
  const now = performance.now();
  useView.setState((state) => ({
    youngSince: { ...state.youngSince, ...Object.fromEntries(ids.map((id) => [id, now])) },
  }));
}
