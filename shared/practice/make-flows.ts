import { kindOf } from '../catalog/index';
import { add } from '../edits/add';
import { type EditResult, edited, refused } from '../edits/edit';
import { firstFlow } from '../edits/flow-offers';
import { message } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { freeIdAmong, takenIds } from '../model/ids';
import { own } from '../model/own';
import { type Design, type Flow, flowsOf, nodesOf } from '../model/schema';
import { namedFlows, ratesOf } from './at-problem-load';
import type { Problem } from './problem';
import { peakRpsOf, type RequestClass } from './workbench';

/**
 * The problem's flows at peak, as one edit: those that the design has get its rates and sizes, the others start at its client, which is
 * added where there is none. `typedRps` are peak rates that a person estimated, by the problem's flow; the others are the problem's.
 */
export function makeFlows(
  design: Design,
  problem: Problem,
  typedRps: Readonly<Record<string, number>> = {},
): EditResult {
  return atClient(design, problem.flows.length, (withClient, entry) =>
    flowChanges(withClient, problem, entry, typedRps),
  );
}

/**
 * Classes of requests of the workbench as flows, as one edit: those that are flows already get their name, kind, rate and sizes, the
 * others start at the client, which is added where there is none.
 */
export function makeRequestFlows(design: Design, requests: readonly RequestClass[]): EditResult {
  const { workload } = design.system;
  if (requests.some((request) => peakRpsOf(request, workload, requests) === null))
    return refused('Set daily users and requests a user a day first: the flows are shares of them.');
  return atClient(design, requests.length, (withClient, entry) =>
    requestChanges(withClient, requests, entry),
  );
}

function requestChanges(design: Design, requests: readonly RequestClass[], entry: string): readonly Change[] {
  const known = new Set(flowsOf(design).map(({ id }) => id));
  // The flow that a client which is added here brings is replaced by those that are made.
  const brought = flowsOf(design).filter(
    (flow) => isUntouched(design, flow) && !requests.some(({ id }) => id === flow.id),
  );
  const taken = takenIds(applyChanges(design, removal(brought)));
  const made = requests.map(({ id, ...fields }): Change => {
    if (known.has(id)) return { op: 'patch-flow', id, patch: fields };
    const free = freeIdAmong(taken, fields.name);
    taken.add(free);
    return { op: 'add-flow', flow: { id: free, entry, ...fields } };
  });
  return [...removal(brought), ...made];
}

/** An edit of flows that start at the design's client, which is added first where there is none. */
function atClient(
  design: Design,
  count: number,
  changesAt: (withClient: Design, entry: string) => readonly Change[],
): EditResult {
  const client = clientOf(design);
  const begin = client === null ? add(design, { kind: 'client' }) : edited(message(''), []);
  if (!begin.ok) return begin;
  const start = begin.edit.changes;
  const withClient = applyChanges(design, start);
  const entry = client ?? clientOf(withClient);
  if (entry === null) return refused('The design has no room for a client. Remove a component.');
  const label = message('Make {count, plural, one {# flow} other {# flows}}', { count: { count } });
  return edited(label, [...start, ...changesAt(withClient, entry)], { select: [entry] });
}

function flowChanges(
  design: Design,
  problem: Problem,
  entry: string,
  typedRps: Readonly<Record<string, number>>,
): readonly Change[] {
  const untouched = flowsOf(design).filter((flow) => isUntouched(design, flow));
  const kept = applyChanges(design, removal(untouched));
  const drawn = new Map(namedFlows(problem, kept).map((match) => [match.asked.id, match.drawn.id]));
  const taken = takenIds(kept);
  const made = problem.flows.map((asked): Change => {
    const rates = { ...ratesOf(asked), rate: { rps: own(typedRps, asked.id) ?? asked.rps } };
    const known = drawn.get(asked.id);
    if (known !== undefined) return { op: 'patch-flow', id: known, patch: rates };
    const id = freeIdAmong(taken, asked.id);
    taken.add(id);
    return { op: 'add-flow', flow: { id, name: asked.name, kind: asked.kind, entry, ...rates } };
  });
  return [...removal(untouched), ...made];
}

const removal = (flows: readonly Flow[]): readonly Change[] =>
  flows.length === 0 ? [] : [{ op: 'remove', ids: flows.map(({ id }) => id) }];

/** Whether a flow is the one that its source brought, as it brought it. */
function isUntouched(design: Design, flow: Flow): boolean {
  const kind = nodesOf(design).find(({ id }) => id === flow.entry)?.kind;
  const first = firstFlow(flow.entry, kind);
  return first.op === 'add-flow' && JSON.stringify(first.flow) === JSON.stringify(flow);
}

/** The component that the flows start at: a client, or the first other source. */
function clientOf(design: Design): string | null {
  const sources = nodesOf(design).filter(({ kind }) => kindOf(kind)?.behaviour === 'source');
  return (sources.find(({ kind }) => kind === 'client') ?? sources[0])?.id ?? null;
}
