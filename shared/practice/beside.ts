import { analyze } from '../analysis/analyze';
import { compareFigures, type FigureChange } from '../analysis/compare';
import { resolvedOf } from '../catalog/resolved-index';
import { diffDesigns, type PartChange } from '../model/diff';
import { type Design, edgesOf, flowsOf, type Node, nodesOf } from '../model/schema';
import { sharesWord } from './word-stems';

/** Two designs beside each other: parts that one of them has alone or has otherwise, and figures that differ. */
export interface Beside {
  readonly parts: readonly PartChange[];
  /** Of flows and of the whole design, from the first to the second. */
  readonly figures: readonly FigureChange[];
  /** Which component of the second was taken for one of the first, by id of the second. */
  readonly matched: ReadonlyMap<string, string>;
}

/**
 * How `mine` differs from `other`, as if one had been made of the other: components are matched by kind and name, then by kind, flows by id,
 * name, then kind; calls by their ends. What is matched bears the id of `other`.
 */
export function besideEachOther(other: Design, mine: Design): Beside {
  const nodes = matchedNodes(nodesOf(other), nodesOf(mine));
  const flows = matchedBy(flowsOf(other), flowsOf(mine), [
    (a, b) => a.id === b.id && a.kind === b.kind,
    (a, b) => a.kind === b.kind && sharesWord(a.name ?? a.id, b.name ?? b.id),
    (a, b) => a.kind === b.kind,
  ]);
  const renamed = withIds(other, mine, nodes, flows);
  return { parts: diffDesigns(other, renamed), figures: figureChanges(other, renamed), matched: nodes };
}

type Match<T> = (theirs: T, mine: T) => boolean;

/** For each of mine the id of theirs; the first rule that fits decides, and none is taken twice. */
function matchedBy<T extends { readonly id: string }>(
  theirs: readonly T[],
  mine: readonly T[],
  matches: readonly Match<T>[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const free = new Set(theirs);
  for (const match of matches)
    for (const one of mine) {
      if (found.has(one.id)) continue;
      const other = [...free].find((candidate) => match(candidate, one));
      if (other === undefined) continue;
      found.set(one.id, other.id);
      free.delete(other);
    }
  return found;
}

const matchedNodes = (theirs: readonly Node[], mine: readonly Node[]): ReadonlyMap<string, string> =>
  matchedBy(theirs, mine, [
    (a, b) => a.kind === b.kind && a.id === b.id,
    (a, b) => a.kind === b.kind && sharesWord(a.name ?? a.id, b.name ?? b.id),
    (a, b) => a.kind === b.kind,
  ]);

/** My design with the ids of the other where parts are matched, and new ones where that would clash. */
function withIds(
  other: Design,
  mine: Design,
  nodes: ReadonlyMap<string, string>,
  flows: ReadonlyMap<string, string>,
): Design {
  const theirs = new Set([...nodesOf(other), ...flowsOf(other), ...edgesOf(other)].map(({ id }) => id));
  const idIn = (ids: ReadonlyMap<string, string>, id: string): string =>
    ids.get(id) ?? (theirs.has(id) ? `mine-${id}`.slice(0, 64) : id);
  const nodeId = (id: string) => idIn(nodes, id);
  const flowId = (id: string) => idIn(flows, id);
  const calls = new Map(edgesOf(other).map(({ id, from, to }) => [`${from} ${to}`, id]));
  const edges = edgesOf(mine).map((edge) => {
    const [from, to] = [nodeId(edge.from), nodeId(edge.to)];
    const id = calls.get(`${from} ${to}`) ?? idIn(new Map(), edge.id);
    calls.delete(`${from} ${to}`);
    return {
      ...edge,
      id,
      from,
      to,
      ...(edge.onMissOf !== undefined && { onMissOf: nodeId(edge.onMissOf) }),
      ...(Array.isArray(edge.flows) && { flows: edge.flows.map(flowId) }),
    };
  });
  const renamedEdge = new Map(edgesOf(mine).map(({ id }, at) => [id, edges[at]?.id ?? id]));
  return {
    ...mine,
    system: {
      ...mine.system,
      nodes: nodesOf(mine).map((node) => ({
        ...node,
        id: nodeId(node.id),
        ...(node.config?.hitRates !== undefined && {
          config: {
            ...node.config,
            hitRates: Object.fromEntries(
              Object.entries(node.config.hitRates).map(([id, rate]) => [flowId(id), rate]),
            ),
          },
        }),
      })),
      edges: edges.map((edge) => ({
        ...edge,
        ...(edge.fallbackOf !== undefined && {
          fallbackOf: renamedEdge.get(edge.fallbackOf) ?? edge.fallbackOf,
        }),
      })),
      flows: flowsOf(mine).map((flow) => ({
        ...flow,
        id: flowId(flow.id),
        entry: nodeId(flow.entry),
        ...(flow.rate.flow !== undefined && { rate: { ...flow.rate, flow: flowId(flow.rate.flow) } }),
      })),
    },
  };
}

function figureChanges(before: Design, after: Design): readonly FigureChange[] {
  const [old, now] = [before, after].map((design) => analyze(resolvedOf(design).design));
  if (old?.ok !== true || now?.ok !== true) return [];
  return compareFigures(old.analysis, now.analysis).filter(
    ({ kind }) => kind === 'flow' || kind === 'totals',
  );
}
