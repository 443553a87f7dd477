import { groupProblems } from './group-problems';
import { priceTierProblems } from './price-per-gb';
import { isCircularRate } from './rates';
import type { Path, Problem } from './result';
import {
  type Design,
  type Edge,
  edgesOf,
  type Flow,
  flowsOf,
  groupsOf,
  marksOf,
  type Node,
  nodesOf,
} from './schema';
import { rateOfShare } from './workload';

type Ids = ReadonlySet<string>;
const idsOf = (list: readonly { readonly id: string }[]): Ids => new Set(list.map((part) => part.id));

/**
 * What is wrong between the parts of a design whose form is sound: ids given twice, names of parts that are not there. Made one by
 * one: who needs only the first takes no more.
 */
export function* referenceProblems(design: Design): Generator<Problem> {
  const nodes = idsOf(nodesOf(design));
  const flows = idsOf(flowsOf(design));
  const groups = idsOf(groupsOf(design));
  yield* duplicateProblems(design);
  for (const [at, flow] of flowsOf(design).entries())
    yield* flowProblems(design, flow, ['system', 'flows', at], nodes);
  for (const [at, node] of nodesOf(design).entries())
    yield* nodeProblems(node, ['system', 'nodes', at], flows, groups);
  const edges = new Map(edgesOf(design).map((edge) => [edge.id, edge]));
  for (const [at, edge] of edgesOf(design).entries()) {
    const path: Path = ['system', 'edges', at];
    yield* edgeProblems(edge, path, nodes, flows);
    yield* fallbackProblems(edge, path, edges);
  }
  yield* priceProblems(design);
  yield* groupProblems(groupsOf(design));
}

function* duplicateProblems(design: Design): Generator<Problem> {
  const { apis = [], entities = [], decisions = [] } = design.writing ?? {};
  const lists: readonly (readonly [Path, readonly { readonly id: string }[]])[] = [
    [['system', 'flows'], flowsOf(design)],
    [['system', 'nodes'], nodesOf(design)],
    [['system', 'edges'], edgesOf(design)],
    [['system', 'groups'], groupsOf(design)],
    [['layout', 'marks'], marksOf(design)],
    [['writing', 'apis'], apis],
    [['writing', 'entities'], entities],
    [['writing', 'decisions'], decisions],
  ];
  const seen = new Set<string>();
  for (const [path, list] of lists) {
    for (const [at, { id }] of list.entries()) {
      if (seen.has(id)) yield { key: 'duplicate-id', path: [...path, at, 'id'], values: { id } };
      seen.add(id);
    }
  }
}

const unknown = (key: string, path: Path, id: string, part: string): Problem => ({
  key,
  path,
  values: { id, part },
});

function flowProblems(design: Design, flow: Flow, path: Path, nodes: Ids): readonly Problem[] {
  const problems: Problem[] = [];
  if (!nodes.has(flow.entry)) problems.push(unknown('unknown-node', [...path, 'entry'], flow.entry, flow.id));
  return [...problems, ...rateProblems(design, flow, [...path, 'rate'])];
}

function rateProblems(design: Design, flow: Flow, path: Path): readonly Problem[] {
  const problems: Problem[] = [];
  const { rps, share, flow: base, ratio } = flow.rate;
  const values = { part: flow.id };
  const isRatio = base !== undefined || ratio !== undefined;
  const ways = [rps !== undefined, share !== undefined, isRatio].filter(Boolean).length;
  if (ways > 1) problems.push({ key: 'rate-both', path, values });
  if (ways === 0) problems.push({ key: 'rate-neither', path, values });
  if (isRatio && (base === undefined || ratio === undefined))
    problems.push({ key: 'rate-half-ratio', path, values });
  if (base !== undefined && !flowsOf(design).some(({ id }) => id === base))
    problems.push(unknown('unknown-flow', [...path, 'flow'], base, flow.id));
  else if (isCircularRate(flow.rate, flowsOf(design)))
    problems.push({ key: 'rate-cycle', path: [...path, 'flow'], values });
  if (share !== undefined && rateOfShare(design.system.workload, share) === null) {
    problems.push({ key: 'share-without-workload', path: [...path, 'share'], values });
  }
  return problems;
}

function nodeProblems(node: Node, path: Path, flows: Ids, groups: Ids): readonly Problem[] {
  const problems: Problem[] = [];
  if (node.group !== undefined && !groups.has(node.group)) {
    problems.push(unknown('unknown-group', [...path, 'group'], node.group, node.id));
  }
  const { hitRates = {}, replicasPerShard, readQuorum, writeQuorum } = node.config ?? {};
  for (const id of Object.keys(hitRates)) {
    if (!flows.has(id))
      problems.push(unknown('unknown-flow', [...path, 'config', 'hitRates', id], id, node.id));
  }
  for (const [field, quorum] of [
    ['readQuorum', readQuorum],
    ['writeQuorum', writeQuorum],
  ] as const) {
    if (replicasPerShard === undefined || quorum === undefined || quorum <= replicasPerShard) continue;
    const values = { quorum, replicas: replicasPerShard, part: node.id };
    problems.push({ key: 'quorum-too-large', path: [...path, 'config', field], values });
  }
  return problems;
}

function* fallbackProblems(edge: Edge, path: Path, edges: ReadonlyMap<string, Edge>): Generator<Problem> {
  if (edge.fallbackOf === undefined) return;
  const at: Path = [...path, 'fallbackOf'];
  const values = { id: edge.fallbackOf, part: edge.id };
  const first = edges.get(edge.fallbackOf);
  if (first === undefined) yield { key: 'unknown-edge', path: at, values };
  else if (first.from !== edge.from) yield { key: 'fallback-of-other-caller', path: at, values };
  else if (first.fallbackOf !== undefined) yield { key: 'fallback-of-fallback', path: at, values };
}

/** Prices of the design, and those of its nodes that may have tiers. */
function* priceProblems(design: Design): Generator<Problem> {
  yield* priceTierProblems(design.system.prices?.internetEgressUsdPerGb, [
    'system',
    'prices',
    'internetEgressUsdPerGb',
  ]);
  for (const [at, { config = {} }] of nodesOf(design).entries())
    for (const field of ['egressUsdPerGb', 'storageUsdPerGbMonth'] as const)
      yield* priceTierProblems(config[field], ['system', 'nodes', at, 'config', field]);
}

function* edgeProblems(edge: Edge, path: Path, nodes: Ids, flows: Ids): Generator<Problem> {
  for (const end of ['from', 'to', 'onMissOf'] as const) {
    const id = edge[end];
    if (id !== undefined && !nodes.has(id)) yield unknown('unknown-node', [...path, end], id, edge.id);
  }
  const carried: readonly string[] = Array.isArray(edge.flows) ? edge.flows : [];
  for (const [position, id] of carried.entries())
    if (!flows.has(id)) yield unknown('unknown-flow', [...path, 'flows', position], id, edge.id);
}
