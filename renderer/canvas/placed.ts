import { kindOf } from '../../shared/catalog/index';
import { nextColumn } from '../../shared/catalog/next-column';
import { applyChanges } from '../../shared/model/apply';
import type { Change } from '../../shared/model/changes';
import type { Design } from '../../shared/model/schema';

/** The same changes, with a place behind its caller for each node that they add without one, as a mend does. */
export function placed(design: Design, changes: readonly Change[]): readonly Change[] {
  const callers = new Map(
    changes.flatMap((change) =>
      change.op === 'add-edge' ? [[change.edge.to, change.edge.from] as const] : [],
    ),
  );
  let drawn = design;
  return changes.map((change) => {
    const kind = change.op === 'add-node' ? kindOf(change.node.kind) : undefined;
    const next =
      change.op !== 'add-node' || change.at !== undefined || kind === undefined
        ? change
        : { ...change, at: nextColumn(drawn, callers.get(change.node.id) ?? null, kind) };
    drawn = applyChanges(drawn, [next]);
    return next;
  });
}
