import type { Design, System } from '../../shared/model/schema';
import { type ListUpdate, listAfter, listUpdate } from './list-update';

/** What the analysis reads of a design: its layout and its writing stay behind. */
export type AnalyzedDesign = Pick<Design, 'id' | 'name' | 'system'>;

const lists = ['flows', 'nodes', 'edges', 'groups'] as const;
type List = (typeof lists)[number];
type Lists = { readonly [L in List]: NonNullable<System[L]> };

/**
 * A design as it is sent to a worker that has the one before it: an edit changes a part or two, and to copy a thousand nodes
 * costs the page's own thread more than the edit.
 */
export interface DesignUpdate {
  readonly id: string;
  readonly name: string;
  readonly rest: Omit<System, List>;
  /** The lists that it has. */
  readonly has: readonly List[];
  readonly lists: { readonly [L in List]: ListUpdate<Lists[L][number]> };
}

const noLists: Lists = { flows: [], nodes: [], edges: [], groups: [] };

const listsOf = ({ flows, nodes, edges, groups }: System): Lists => ({
  flows: flows ?? noLists.flows,
  nodes: nodes ?? noLists.nodes,
  edges: edges ?? noLists.edges,
  groups: groups ?? noLists.groups,
});

/** The side that sends: each design as an update of the one before, the first as one of nothing. */
export function createDesignSender(): (design: AnalyzedDesign) => DesignUpdate {
  let last = noLists;
  return ({ id, name, system }) => {
    const { flows: _flows, nodes: _nodes, edges: _edges, groups: _groups, ...rest } = system;
    const next = listsOf(system);
    const update = {
      id,
      name,
      rest,
      has: lists.filter((list) => system[list] !== undefined),
      lists: {
        flows: listUpdate(last.flows, next.flows),
        nodes: listUpdate(last.nodes, next.nodes),
        edges: listUpdate(last.edges, next.edges),
        groups: listUpdate(last.groups, next.groups),
      },
    };
    last = next;
    return update;
  };
}

/** The side that receives: it has to be given every update, in order. What did not change are the objects from before. */
export function createDesignReceiver(): (update: DesignUpdate) => AnalyzedDesign {
  let last = noLists;
  return ({ id, name, rest, has, lists: updates }) => {
    last = {
      flows: listAfter(last.flows, updates.flows),
      nodes: listAfter(last.nodes, updates.nodes),
      edges: listAfter(last.edges, updates.edges),
      groups: listAfter(last.groups, updates.groups),
    };
    const { flows, nodes, edges, groups } = last;
    const system = {
      ...rest,
      ...(has.includes('flows') ? { flows } : {}),
      ...(has.includes('nodes') ? { nodes } : {}),
      ...(has.includes('edges') ? { edges } : {}),
      ...(has.includes('groups') ? { groups } : {}),
    };
    return { id, name, system };
  };
}
