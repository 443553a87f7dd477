import { callsByCaller } from '../../../shared/diagram/calls-by-caller';
import { edgesOf, flowsOf, groupsOf, type Mark, nodesOf, type System } from '../../../shared/model/schema';

/** A line of the outline. `id` is unique in the tree; `part` is what it selects, null for a heading. */
export interface OutlineItem {
  readonly id: string;
  readonly part: string | null;
  readonly kind: 'flows' | 'flow' | 'group' | 'node' | 'edge' | 'marks' | 'mark';
  readonly children: readonly OutlineItem[];
}

/** The design as a tree: its flows, its groups with their members, each node with its calls, its notes. */
export function outlineOf(system: System, marks: readonly Mark[]): readonly OutlineItem[] {
  const flowItems = flowsOf({ system }).map((flow) => leaf('flow', flow.id));
  const markItems = marks.map((mark) => leaf('mark', mark.id));
  return [
    ...(flowItems.length === 0 ? [] : [heading('flows', flowItems)]),
    ...inside(system, undefined, callsByCaller(edgesOf({ system }))),
    ...(markItems.length === 0 ? [] : [heading('marks', markItems)]),
  ];
}

const leaf = (kind: OutlineItem['kind'], part: string): OutlineItem => ({
  id: part,
  part,
  kind,
  children: [],
});
const heading = (kind: 'flows' | 'marks', children: readonly OutlineItem[]): OutlineItem => ({
  id: `:${kind}`,
  part: null,
  kind,
  children,
});

type Calls = ReadonlyMap<string, readonly { readonly id: string }[]>;

/** The members of a group, or of none: groups first, then nodes. A group inside itself is left out. */
function inside(system: System, group: string | undefined, calls: Calls): readonly OutlineItem[] {
  const groups = groupsOf({ system }).filter((item) => item.parent === group && item.id !== group);
  const nodes = nodesOf({ system }).filter((node) => node.group === group);
  return [
    ...groups.map(
      ({ id }): OutlineItem => ({ id, part: id, kind: 'group', children: inside(system, id, calls) }),
    ),
    ...nodes.map(({ id }): OutlineItem => {
      const children = (calls.get(id) ?? []).map((edge) => leaf('edge', edge.id));
      return { id, part: id, kind: 'node', children };
    }),
  ];
}

/** An item with its place in the tree, as it is drawn and walked. */
export interface OutlineLine {
  readonly item: OutlineItem;
  readonly level: number;
  readonly parent: string | null;
  readonly position: number;
  readonly siblings: number;
}

/** The lines that show: the children of closed items are left out. */
export function visibleLines(
  items: readonly OutlineItem[],
  isOpen: (item: OutlineItem) => boolean,
  level = 1,
  parent: string | null = null,
): readonly OutlineLine[] {
  return items.flatMap((item, index) => {
    const line = { item, level, parent, position: index + 1, siblings: items.length };
    return isOpen(item) ? [line, ...visibleLines(item.children, isOpen, level + 1, item.id)] : [line];
  });
}
