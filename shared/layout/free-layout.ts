import type { ResolvedDesign } from '../catalog/resolved';
import type { Box, Point } from '../model/schema';
import { card, columnPitch, groupPadding, nodeHeight, rowPitch } from './geometry';
import { type Arrangement, childrenBy } from './layered';

/**
 * What the layered algorithm of the Eclipse Layout Kernel reads and fills in, in its JSON form: places of children count from
 * their parent's upper left.
 */
export interface LayoutGraph {
  readonly id: string;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  readonly layoutOptions?: Readonly<Record<string, string>>;
  readonly children?: readonly LayoutGraph[];
  readonly edges?: readonly { readonly id: string; readonly sources: string[]; readonly targets: string[] }[];
}

/** The id of the graph around all; no part has it, for ids of parts have no space. */
const rootId = 'all parts';

/** A group does not take these over from what is around it. */
const spacing = {
  'elk.spacing.nodeNode': String(rowPitch - card.height),
  'elk.layered.spacing.nodeNodeBetweenLayers': String(columnPitch - card.width),
} as const;

const rootOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  ...spacing,
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
} as const;

const { side, top } = groupPadding;
const groupOptions = {
  ...spacing,
  'elk.padding': `[top=${top},left=${side},bottom=${side},right=${side}]`,
  'elk.nodeSize.constraints': 'MINIMUM_SIZE',
  'elk.nodeSize.minimum': `(${card.width},${card.height})`,
} as const;

/** The graph of a design: cards in the groups that they are in, and calls between them. */
export function layoutGraphOf({ nodes, groups, edges, flows }: ResolvedDesign): LayoutGraph {
  const known = new Set(groups.map(({ id }) => id));
  const nodesIn = childrenBy(nodes, (node) => node.group, known);
  const groupsIn = childrenBy(groups, (group) => group.parent, known);
  const flowCount = (id: string): number => flows.filter(({ entry }) => entry === id).length;
  const childrenOf = (parent: string | null): readonly LayoutGraph[] => [
    ...(nodesIn.get(parent) ?? []).map((node) => ({
      id: node.id,
      width: card.width,
      height: nodeHeight(node, node.behaviour === 'source' ? flowCount(node.id) : 0),
    })),
    ...(groupsIn.get(parent) ?? []).map(({ id }) => ({
      id,
      layoutOptions: groupOptions,
      children: childrenOf(id),
    })),
  ];
  const ids = new Set(nodes.map(({ id }) => id));
  return {
    id: rootId,
    layoutOptions: rootOptions,
    children: childrenOf(null),
    edges: edges.flatMap(({ id, from, to }) =>
      from !== to && ids.has(from) && ids.has(to) ? [{ id, sources: [from], targets: [to] }] : [],
    ),
  };
}

/** Where the parts of a graph stand that was laid out, in whole canvas px. */
export function arrangementOfGraph(graph: LayoutGraph): Arrangement {
  const places: [string, Point][] = [];
  const boxes: [string, Box][] = [];
  const visit = ({ children = [] }: LayoutGraph, origin: Point): void => {
    for (const child of children) {
      const at = { x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0) };
      const whole = { x: Math.round(at.x), y: Math.round(at.y) };
      if (child.children === undefined) places.push([child.id, whole]);
      else
        boxes.push([
          child.id,
          {
            ...whole,
            width: Math.round(at.x + (child.width ?? card.width)) - whole.x,
            height: Math.round(at.y + (child.height ?? card.height)) - whole.y,
          },
        ]);
      visit(child, at);
    }
  };
  visit(graph, { x: 0, y: 0 });
  return { places: Object.fromEntries(places), boxes: Object.fromEntries(boxes) };
}
