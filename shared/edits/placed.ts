import { kindOf } from '../catalog/index';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import type { Design, Point } from '../model/schema';
import { grownGroups } from './grow-groups';
import { nextColumn } from './next-column';
import { boxReader } from './part-boxes';

/**
 * The same changes, with a place in the column behind its caller for each node that they add without one, as a quick fix
 * does. A group that it is to be in grows around it.
 */
export function placed(design: Design, changes: readonly Change[]): readonly Change[] {
  const callers = new Map(
    changes.flatMap((change) =>
      change.op === 'add-edge' ? [[change.edge.to, change.edge.from] as const] : [],
    ),
  );
  const done: Change[] = [];
  let drawn = design;
  for (const change of changes) {
    const kind = change.op === 'add-node' ? kindOf(change.node.kind) : undefined;
    const next: readonly Change[] =
      change.op !== 'add-node' || change.at !== undefined || kind === undefined
        ? [change]
        : standing(drawn, change, nextColumn(drawn, callers.get(change.node.id) ?? null, kind));
    drawn = applyChanges(drawn, next);
    done.push(...next);
  }
  return done;
}

function standing(design: Design, change: Extract<Change, { op: 'add-node' }>, at: Point): readonly Change[] {
  const placing: Change = { ...change, at };
  const added = applyChanges(design, [placing]);
  const boxes = grownGroups(added, boxReader(added), [change.node.id]);
  return Object.keys(boxes).length === 0 ? [placing] : [placing, { op: 'place', boxes }];
}
