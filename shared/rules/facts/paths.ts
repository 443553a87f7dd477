import type { ResolvedDesign, ResolvedFlow } from '../../catalog/resolved';
import { type Call, type Part, type PartSet, type Parts, partSet, partsOf, walkFrom } from './parts';

/** Where the requests of a flow go. Each of these is worked out when it is first read, so that a rule reads it after its other questions. */
export interface FlowPaths {
  readonly flow: ResolvedFlow;
  /** The flow's place in the design. */
  readonly position: number;
  /** Every part that they reach, the entry included, waited for or not. */
  readonly reached: PartSet;
  /** Those that are waited for, the entry included. */
  readonly awaited: PartSet;
  /** Those of them without which a request fails: reached by no optional call and none with a fallback, and no other stands in for them. */
  readonly needed: PartSet;
  /** The calls that carry it, from parts that it reaches. */
  readonly calls: readonly Call[];
}

const known = new WeakMap<ResolvedDesign, readonly FlowPaths[]>();
const passing = new WeakMap<ResolvedDesign, readonly (readonly FlowPaths[])[]>();

/** The paths of every flow, in the document's order, each found on first use. Linear in flows × (nodes + edges). */
export function pathsOf(design: ResolvedDesign): readonly FlowPaths[] {
  const found = known.get(design);
  if (found !== undefined) return found;
  const parts = partsOf(design);
  const paths = design.flows.map((flow, position) => flowPaths(parts, flow, position));
  known.set(design, paths);
  return paths;
}

const nobody: readonly FlowPaths[] = [];

/** The flows that reach a node, with their paths. */
export function flowsAt(design: ResolvedDesign, node: string): readonly FlowPaths[] {
  const part = partsOf(design).byId.get(node);
  return part === undefined ? nobody : flowsAtPart(design, part);
}

/** The flows that reach a part, with their paths. */
export function flowsAtPart(design: ResolvedDesign, { at }: Part): readonly FlowPaths[] {
  const found = passing.get(design) ?? passingOf(design);
  return found[at] ?? nobody;
}

/** The flows by the place of the part; parts that the same flows reach share one list. */
function passingOf(design: ResolvedDesign): readonly (readonly FlowPaths[])[] {
  const byPart = design.nodes.map(() => nobody);
  for (const paths of pathsOf(design)) {
    const longer = new Map<readonly FlowPaths[], readonly FlowPaths[]>();
    for (const { at } of paths.reached.parts) {
      const before = byPart[at] ?? nobody;
      const after = longer.get(before) ?? [...before, paths];
      longer.set(before, after);
      byPart[at] = after;
    }
  }
  passing.set(design, byPart);
  return byPart;
}

/** What is computed on first use, and then kept. */
function once<T>(work: () => T): () => T {
  let result: { readonly value: T } | null = null;
  return () => {
    result ??= { value: work() };
    return result.value;
  };
}

function flowPaths(parts: Parts, flow: ResolvedFlow, position: number): FlowPaths {
  const entry = parts.byId.get(flow.entry) ?? parts.all[0];
  const found = (walk: (entry: Part) => readonly Part[]) =>
    once(() => partSet(parts, entry === undefined ? [] : walk(entry)));
  const reached = found((from) => walkFrom(parts, [from], ({ carries }) => carries[position] === 1));
  const awaited = found((from) =>
    walkFrom(parts, [from], ({ carries, waits }) => waits && carries[position] === 1),
  );
  const needed = found((from) => neededBy(parts, from, position));
  const calls = once(() => callsOf(reached().parts, position));
  return {
    flow,
    position,
    get reached() {
      return reached();
    },
    get awaited() {
      return awaited();
    },
    get needed() {
      return needed();
    },
    get calls() {
      return calls();
    },
  };
}

function callsOf(reached: readonly Part[], position: number): readonly Call[] {
  const carried: Call[] = [];
  for (const { calls } of reached) {
    for (const call of calls) if (call.carries[position] === 1) carried.push(call);
  }
  return carried;
}

/** The parts that the flow cannot do without, save those for which a distributor would pick another. */
function neededBy(parts: Parts, entry: Part, position: number): readonly Part[] {
  const follows = ({ carries, edge, spared, waits }: Call): boolean =>
    carries[position] === 1 && waits && !edge.optional && spared[position] === 0;
  const seen = new Uint8Array(parts.all.length);
  seen[entry.at] = 1;
  const needed = [entry];
  for (const part of walkFrom(parts, [entry], follows)) {
    const spare = hasSpare(part, follows);
    for (const call of part.calls) {
      if (seen[call.to.at] === 1 || !follows(call) || (spare && call.edge.choice)) continue;
      seen[call.to.at] = 1;
      needed.push(call.to);
    }
  }
  return needed;
}

function hasSpare({ node, calls }: Part, follows: (call: Call) => boolean): boolean {
  if (node.behaviour !== 'distributor' || !node.config.failover) return false;
  let first: Part | null = null;
  for (const call of calls) {
    if (!call.edge.choice || !follows(call)) continue;
    if (first !== null && call.to !== first) return true;
    first = call.to;
  }
  return false;
}
