import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { graphOf, isLive } from './graph';

/** A node with its calls: what walks over a design for every rule or flow steps along. */
export interface Part {
  readonly node: ResolvedNode;
  /** Its place in the design. */
  readonly at: number;
  /** The calls that it makes, in the document's order. */
  readonly calls: readonly Call[];
  /** The calls that others make to it, in the document's order. */
  readonly callers: readonly Call[];
}

/** An edge with its ends. */
export interface Call {
  readonly edge: ResolvedEdge;
  readonly from: Part;
  readonly to: Part;
  /** Whether it calls at all, as `isLive` says. */
  readonly isLive: boolean;
  /** Whether it calls and is waited for, as `waitsFor` says. */
  readonly waits: boolean;
  /** 1 at the places of the flows that go over it; all 0 where it does not call. */
  readonly carries: Uint8Array;
  /** 1 at the places of the flows for which a fallback is tried where it fails. */
  readonly spared: Uint8Array;
}

/** The parts of a design and the calls between them, each in the document's order. */
export interface Parts {
  readonly all: readonly Part[];
  readonly byId: ReadonlyMap<string, Part>;
  readonly calls: readonly Call[];
}

interface Drawn extends Part {
  readonly calls: Call[];
  readonly callers: Call[];
}

const known = new WeakMap<ResolvedDesign, Parts>();

/** Found once a design. Linear in nodes and edges, and in flows × different lists of flows on edges. */
export function partsOf(design: ResolvedDesign): Parts {
  const found = known.get(design);
  if (found !== undefined) return found;
  const all = design.nodes.map((node, at): Drawn => ({ node, at, calls: [], callers: [] }));
  const byId = new Map<string, Drawn>();
  for (const part of all) byId.set(part.node.id, part);
  const carriesOf = carriersIn(design);
  const { spared } = graphOf(design);
  const calls: Call[] = [];
  for (const edge of design.edges) {
    const from = byId.get(edge.from);
    const to = byId.get(edge.to);
    if (from === undefined || to === undefined) continue;
    const live = isLive(edge);
    const waits = live && edge.mode === 'sync' && from.node.behaviour !== 'buffer';
    const call = {
      edge,
      from,
      to,
      isLive: live,
      waits,
      carries: carriesOf(live ? edge.flows : none),
      spared: carriesOf(spared.has(edge.id) ? flowsOfFallbacks(design, edge) : none),
    };
    calls.push(call);
    from.calls.push(call);
    to.callers.push(call);
  }
  const parts = { all, byId, calls };
  known.set(design, parts);
  return parts;
}

const none: readonly string[] = [];

const flowsOfFallbacks = (design: ResolvedDesign, { id }: ResolvedEdge): readonly string[] =>
  design.edges.flatMap(({ fallbackOf, flows }) => (fallbackOf === id ? flows : none));

/** Which of the design's flows a list names; edges that name the same ones mostly share the list, and then the answer. */
function carriersIn({ flows }: ResolvedDesign): (named: readonly string[]) => Uint8Array {
  const answers = new Map<readonly string[], Uint8Array>();
  return (named) => {
    const said = answers.get(named);
    if (said !== undefined) return said;
    const isNamed = new Set(named);
    const carries = Uint8Array.from(flows, ({ id }) => (isNamed.has(id) ? 1 : 0));
    answers.set(named, carries);
    return carries;
  };
}

/** Some of a design's parts. */
export interface PartSet {
  /** Each once, in the order in which they were found. */
  readonly parts: readonly Part[];
  readonly has: (id: string) => boolean;
  readonly includes: (part: Part) => boolean;
}

/** The set of those parts, each named once; made without a table of its own, for a flow has several of a thousand. */
export function partSet({ all, byId }: Parts, parts: readonly Part[]): PartSet {
  const flags = new Uint8Array(all.length);
  for (const { at } of parts) flags[at] = 1;
  const includes = ({ at }: Part): boolean => flags[at] === 1;
  const has = (id: string): boolean => {
    const part = byId.get(id);
    return part !== undefined && includes(part);
  };
  return { parts, has, includes };
}

/** What is reached from some parts, these first, in the order of the walk, over the calls that `follows` lets through. */
export function walkFrom(
  { all }: Parts,
  starts: readonly Part[],
  follows: (call: Call) => boolean,
): readonly Part[] {
  const seen = new Uint8Array(all.length);
  const order = starts.filter(({ at }) => {
    const isNew = seen[at] === 0;
    seen[at] = 1;
    return isNew;
  });
  // It grows during the walk, so it is its own queue.
  for (const part of order) {
    for (const call of part.calls) {
      if (seen[call.to.at] === 1 || !follows(call)) continue;
      seen[call.to.at] = 1;
      order.push(call.to);
    }
  }
  return order;
}
