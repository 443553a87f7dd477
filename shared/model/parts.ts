/**
 * The lists of a design are optional in the document; these read them, with one shared empty list. They stand apart from the
 * schema, which they do without: the window reads lists before it checks any document.
 */
const none: readonly never[] = [];

interface InSystem<List extends string, T> {
  readonly system: { readonly [K in List]?: readonly T[] };
}

export const nodesOf = <T>(design: InSystem<'nodes', T>): readonly T[] => design.system.nodes ?? none;
export const edgesOf = <T>(design: InSystem<'edges', T>): readonly T[] => design.system.edges ?? none;
export const flowsOf = <T>(design: InSystem<'flows', T>): readonly T[] => design.system.flows ?? none;
export const groupsOf = <T>(design: InSystem<'groups', T>): readonly T[] => design.system.groups ?? none;
export const marksOf = <T>(design: { readonly layout?: { readonly marks?: readonly T[] } }): readonly T[] =>
  design.layout?.marks ?? none;
