import { kindOf } from '../../shared/catalog/index';
import { cardHeight, cardWidth, nextColumn } from '../../shared/catalog/next-column';
import { applyChanges } from '../../shared/model/apply';
import type { Change } from '../../shared/model/changes';
import { own } from '../../shared/model/own';
import { type Box, type Design, groupsOf, type Point } from '../../shared/model/schema';
import { groupPadding } from './arrange';
import { boundsOf, contains } from './part-boxes';

/**
 * The same changes, with a place behind its caller for each node that they add without one, as a mend does. A group that
 * it is to stand in grows around it.
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
  const boxes = grownGroups(design, change.node.group, {
    x: at.x - groupPadding.side,
    y: at.y - groupPadding.top,
    width: cardWidth + 2 * groupPadding.side,
    height: cardHeight + groupPadding.top + groupPadding.side,
  });
  const placing: Change = { ...change, at };
  return Object.keys(boxes).length === 0 ? [placing] : [placing, { op: 'place', boxes }];
}

/** The boxes of a group and of those that it stands in, as far as they must grow to hold `inner`. */
function grownGroups(design: Design, group: string | undefined, inner: Box): Readonly<Record<string, Box>> {
  const parents = new Map(groupsOf(design).map(({ id, parent }) => [id, parent]));
  const grown = new Map<string, Box>();
  let held = inner;
  for (let id = group; id !== undefined && !grown.has(id); id = parents.get(id)) {
    const box = own(design.layout?.groups, id);
    if (box === undefined || contains(box, held)) break;
    held = boundsOf([box, held]) ?? box;
    grown.set(id, held);
  }
  return Object.fromEntries(grown);
}
