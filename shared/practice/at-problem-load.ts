import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { type Design, type Flow, flowsOf } from '../model/schema';
import { flowKinds } from '../model/vocabulary';
import type { Problem, ProblemFlow } from './problem';
import { sharesWord } from './word-stems';

/** A flow of the problem and the flow of the design that was taken for it. */
export interface MatchedFlow {
  readonly asked: ProblemFlow;
  readonly drawn: Flow;
}

/** An attempt's design under the problem's load, and which flows carry it. */
export interface AtProblemLoad {
  readonly design: Design;
  readonly matched: readonly MatchedFlow[];
  /** Flows of the problem that the design does not have: what needs them cannot be measured. */
  readonly missing: readonly ProblemFlow[];
}

/**
 * The design with the problem's flows at their peak and the targets of its requirements. A flow is found by its id, then by its kind
 * and a word of its name, then as the only one left of its kind. Flows of the design that the problem does not ask for stay as they are.
 */
export function atProblemLoad(problem: Problem, design: Design): AtProblemLoad {
  const matched = matchedFlows(problem, design);
  const changes = [
    ...matched.flatMap((flow) => flowChanges(problem, flow)),
    ...designTargets(problem).map((patch): Change => ({ op: 'patch-targets', patch })),
  ];
  const missing = problem.flows.filter(({ id }) => !matched.some(({ asked }) => asked.id === id));
  return { design: applyChanges(design, changes), matched, missing };
}

type Find = (asked: ProblemFlow, rest: readonly Flow[]) => Flow | undefined;

const byId: Find = (asked, rest) => rest.find(({ id, kind }) => id === asked.id && kind === asked.kind);

const byName: Find = (asked, rest) =>
  rest.find((flow) => flow.kind === asked.kind && sharesWord(asked.name, flow.name ?? flow.id));

/** Which flow of the design is which of the problem by id or name; none is taken twice. */
export const namedFlows = (problem: Problem, design: Design): readonly MatchedFlow[] =>
  found(problem, takenBy(problem, design, [byId, byName]));

/** The same, and those that are the only ones left of their kind. */
export function matchedFlows(problem: Problem, design: Design): readonly MatchedFlow[] {
  const taken = takenBy(problem, design, [byId, byName]);
  const drawn = new Set(taken.values());
  for (const kind of flowKinds) {
    const [flow, ...others] = flowsOf(design).filter((one) => one.kind === kind && !drawn.has(one));
    const [asked, ...further] = problem.flows.filter((one) => one.kind === kind && !taken.has(one.id));
    if (flow !== undefined && asked !== undefined && others.length + further.length === 0)
      taken.set(asked.id, flow);
  }
  return found(problem, taken);
}

function takenBy(problem: Problem, design: Design, finds: readonly Find[]): Map<string, Flow> {
  const taken = new Map<string, Flow>();
  const rest = new Set(flowsOf(design));
  for (const find of finds)
    for (const asked of problem.flows) {
      const drawn = taken.has(asked.id) ? undefined : find(asked, [...rest]);
      if (drawn === undefined) continue;
      taken.set(asked.id, drawn);
      rest.delete(drawn);
    }
  return taken;
}

const found = (problem: Problem, taken: ReadonlyMap<string, Flow>): readonly MatchedFlow[] =>
  problem.flows.flatMap((asked) => {
    const drawn = taken.get(asked.id);
    return drawn === undefined ? [] : [{ asked, drawn }];
  });

function flowChanges(problem: Problem, { asked, drawn }: MatchedFlow): readonly Change[] {
  const patch = { ...ratesOf(asked), entry: drawn.entry };
  const targets = problem.nonFunctional.flatMap(({ measure }) =>
    measure?.of === 'flow' && measure.flow === asked.id ? [measure.targets] : [],
  );
  return [
    { op: 'patch-flow', id: drawn.id, patch },
    ...targets.map((of): Change => ({ op: 'patch-flow-targets', id: drawn.id, patch: of })),
  ];
}

/** What a flow of a design takes over from one of the problem. */
export const ratesOf = (asked: ProblemFlow): Omit<Flow, 'id' | 'kind' | 'entry' | 'name' | 'targets'> => ({
  rate: { rps: asked.rps },
  requestBytes: asked.requestBytes,
  responseBytes: asked.responseBytes,
  storedBytes: asked.storedBytes,
  ...(asked.peakFactor !== undefined && { peakFactor: asked.peakFactor }),
  ...(asked.connections !== undefined && { connections: asked.connections }),
  ...(asked.anonymous !== undefined && { anonymous: asked.anonymous }),
});

const designTargets = (problem: Problem) =>
  problem.nonFunctional.flatMap(({ measure }) => (measure?.of === 'design' ? [measure.targets] : []));
