import type { Path, Problem } from './result';
import { type Design, edgesOf, type Flow, flowsOf, groupsOf, marksOf, type Node, nodesOf } from './schema';
import { rateOfShare } from './workload';

type Ids = ReadonlySet<string>;
const idsOf = (list: readonly { readonly id: string }[]): Ids => new Set(list.map((part) => part.id));

/** What is wrong between the parts of a design whose form is sound: ids given twice, names of parts that are not there. */
export function referenceProblems(design: Design): readonly Problem[] {
  const nodes = idsOf(nodesOf(design));
  const flows = idsOf(flowsOf(design));
  const groups = idsOf(groupsOf(design));
  return [
    ...duplicateProblems(design),
    ...flowsOf(design).flatMap((flow, at) => flowProblems(design, flow, ['system', 'flows', at], nodes)),
    ...nodesOf(design).flatMap((node, at) => nodeProblems(node, ['system', 'nodes', at], flows, groups)),
    ...edgeProblems(design, nodes, flows),
    ...groupProblems(design, groups),
  ];
}

function duplicateProblems(design: Design): readonly Problem[] {
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
  const problems: Problem[] = [];
  for (const [path, list] of lists) {
    list.forEach(({ id }, at) => {
      if (seen.has(id)) problems.push({ key: 'duplicate-id', path: [...path, at, 'id'], values: { id } });
      seen.add(id);
    });
  }
  return problems;
}

const unknown = (key: string, path: Path, id: string, part: string): Problem => ({
  key,
  path,
  values: { id, part },
});

function flowProblems(design: Design, flow: Flow, path: Path, nodes: Ids): readonly Problem[] {
  const problems: Problem[] = [];
  if (!nodes.has(flow.entry)) problems.push(unknown('unknown-node', [...path, 'entry'], flow.entry, flow.id));
  const { rps, share } = flow.rate;
  const rate: Path = [...path, 'rate'];
  if (rps !== undefined && share !== undefined)
    problems.push({ key: 'rate-both', path: rate, values: { part: flow.id } });
  if (rps === undefined && share === undefined) {
    problems.push({ key: 'rate-neither', path: rate, values: { part: flow.id } });
  }
  if (share !== undefined && rateOfShare(design.system.workload, share) === null) {
    problems.push({ key: 'share-without-workload', path: [...rate, 'share'], values: { part: flow.id } });
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

function edgeProblems(design: Design, nodes: Ids, flows: Ids): readonly Problem[] {
  return edgesOf(design).flatMap((edge, at) => {
    const path: Path = ['system', 'edges', at];
    const problems: Problem[] = [];
    for (const end of ['from', 'to', 'onMissOf'] as const) {
      const id = edge[end];
      if (id !== undefined && !nodes.has(id))
        problems.push(unknown('unknown-node', [...path, end], id, edge.id));
    }
    const carried = Array.isArray(edge.flows) ? edge.flows : [];
    carried.forEach((id: string, position: number) => {
      if (!flows.has(id)) problems.push(unknown('unknown-flow', [...path, 'flows', position], id, edge.id));
    });
    return problems;
  });
}

function groupProblems(design: Design, ids: Ids): readonly Problem[] {
  const groups = groupsOf(design);
  const parents = new Map(groups.map((group) => [group.id, group.parent]));
  return groups.flatMap((group, at) => {
    const path: Path = ['system', 'groups', at, 'parent'];
    if (group.parent === undefined) return [];
    if (!ids.has(group.parent)) return [unknown('unknown-group', path, group.parent, group.id)];
    // Only the groups of the circle itself are told, not those that stand in it.
    const seen = new Set<string>();
    let above: string | undefined = group.parent;
    while (above !== undefined && above !== group.id && !seen.has(above)) {
      seen.add(above);
      above = parents.get(above);
    }
    return above === group.id ? [{ key: 'group-cycle', path, values: { id: group.id } }] : [];
  });
}
