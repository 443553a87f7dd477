import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { keepsOriginals } from './originals';
import type { Part } from './parts';
import { type FlowPaths, pathsOf } from './paths';
import { isWriteOf, writtenBy } from './written';

/** What one node writes for one flow. */
export interface WriteStep {
  readonly flow: ResolvedFlow;
  readonly caller: ResolvedNode;
  /** Its writes to stores that it waits for; of several shards or alternatives, of which it takes one, the first. */
  readonly stores: readonly ResolvedEdge[];
  /** Its calls to buffers and search indexes, waited for or not. */
  readonly feeds: readonly ResolvedEdge[];
}

const known = new WeakMap<ResolvedDesign, readonly WriteStep[]>();

/** What every station writes to stores for every flow, reads that record something included; computed once a design. */
export function writeStepsOf(design: ResolvedDesign): readonly WriteStep[] {
  const found = known.get(design);
  if (found !== undefined) return found;
  const steps = pathsOf(design).flatMap((paths) =>
    writtenBy(design, paths) === null ? [] : stepsOfFlow(design, paths),
  );
  known.set(design, steps);
  return steps;
}

/** The stations that write something themselves, in the order in which the flow reaches them. */
const stepsOfFlow = (design: ResolvedDesign, paths: FlowPaths): readonly WriteStep[] =>
  paths.reached.parts.flatMap((caller) =>
    caller.node.behaviour === 'station' ? stepOf(design, paths, caller) : [],
  );

function stepOf(
  design: ResolvedDesign,
  paths: FlowPaths,
  { node: caller, calls }: Part,
): readonly WriteStep[] {
  const made = calls.filter((call) => isWriteOf(design, paths, call));
  const writes = made.filter(({ to, waits }) => keepsOriginals(to.node) && waits);
  if (writes.length === 0) return [];
  const stores: ResolvedEdge[] = [];
  for (const { edge } of writes) {
    const isAlternative = edge.choice && stores.some((other) => other.choice);
    if (!isAlternative && !stores.some((other) => other.to === edge.to)) stores.push(edge);
  }
  const feeds = made.filter(({ to }) => isFed(to.node));
  return [{ flow: paths.flow, caller, stores, feeds: feeds.map(({ edge }) => edge) }];
}

const isFed = ({ behaviour, kind }: ResolvedNode): boolean =>
  behaviour === 'buffer' || (behaviour === 'store' && kind.id === 'search-index');
