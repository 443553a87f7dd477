import {
  type Design,
  type DesignTargets,
  type Edge,
  edgesOf,
  type Flow,
  type FlowTargets,
  flowsOf,
  type Group,
  groupsOf,
  type Node,
  nodesOf,
  type Workload,
} from '../model/schema';
import type { GroupKind } from '../model/vocabulary';
import { rateOfShare } from '../model/workload';
import { kindAs, kindOf, technologyOf } from './index';
import { derivedBasis, resolveConfig } from './resolve-config';
import { carriedFlows, isShared, resolveEdge } from './resolve-edge';
import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedGroup, ResolvedNode } from './resolved';
import { custom } from './service/custom';
import { type StepOfEdge, stepsOf } from './steps';

/**
 * A design with every default filled in and the basis of each value. It cannot fail: a kind that the catalog does not
 * have is taken as `custom`; edges and flows of which an end is missing, which no parsed design has, are left out.
 */
export function resolve(design: Pick<Design, 'id' | 'name' | 'system'>): ResolvedDesign {
  const { workload = {}, targets = {}, practices = {}, suppressions = [] } = design.system;
  const groups = new Map(groupsOf(design).map((group) => [group.id, group]));
  const nodes = nodesOf(design).map((node) => resolveNode(node, groups));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const flows = flowsOf(design).filter((flow) => byId.has(flow.entry));
  return {
    id: design.id,
    name: design.name,
    workload,
    targets,
    flows: flows.map((flow) => resolveFlow(flow, workload, targets)),
    nodes,
    edges: resolveEdges(edgesOf(design), byId, flows),
    groups: groupsOf(design).map(resolveGroup),
    practices,
    suppressions,
  };
}

function resolveNode(node: Node, groups: ReadonlyMap<string, Group>): ResolvedNode {
  const known = kindOf(node.kind);
  const ofCatalog = known ?? custom;
  const technology = technologyOf(ofCatalog, node.technology);
  const kind = kindAs(ofCatalog, technology);
  const behaviour = kind.id === custom.id ? (node.config?.behaviour ?? kind.behaviour) : kind.behaviour;
  const named = node.name?.trim() ?? '';
  return {
    id: node.id,
    kind,
    name: named !== '' ? named : known === undefined ? node.kind : kind.title,
    technology: node.technology ?? null,
    layer: node.layer ?? kind.layer,
    behaviour,
    group: node.group ?? null,
    zone: standingIn(node.group, 'zone', groups),
    region: standingIn(node.group, 'region', groups),
    ...resolveConfig(node, kind, technology, behaviour),
    targets: node.targets ?? {},
  };
}

/** The innermost group of a kind around a group, itself included. */
function standingIn(
  start: string | undefined,
  kind: GroupKind,
  groups: ReadonlyMap<string, Group>,
): string | null {
  const seen = new Set<string>();
  for (let at = start; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const group = groups.get(at);
    if (group?.kind === kind) return at;
    at = group?.parent;
  }
  return null;
}

const flowTargetFields = [
  'meanMs',
  'p50Ms',
  'p95Ms',
  'p99Ms',
  'p999Ms',
  'availability',
  'headroom',
] as const satisfies readonly (keyof FlowTargets & keyof DesignTargets)[];

function resolveFlow(flow: Flow, workload: Workload, targets: DesignTargets): ResolvedFlow {
  const { rps, share } = flow.rate;
  const whole = Object.fromEntries(
    flowTargetFields.flatMap((field) => (targets[field] === undefined ? [] : [[field, targets[field]]])),
  );
  return {
    id: flow.id,
    name: flow.name ?? flow.id,
    kind: flow.kind,
    entry: flow.entry,
    rateRps: rps ?? (share === undefined ? 0 : (rateOfShare(workload, share) ?? 0)),
    rateBasis: rps === undefined ? derivedBasis('rate-of-workload') : { kind: 'document' },
    requestBytes: flow.requestBytes ?? 0,
    responseBytes: flow.responseBytes ?? 0,
    storedBytes: flow.storedBytes ?? 0,
    idempotent: flow.idempotent ?? null,
    cacheable: flow.cacheable ?? null,
    deferrable: flow.deferrable ?? null,
    ordered: flow.ordered ?? null,
    targets: { ...whole, ...flow.targets },
  };
}

/** Availability of a group of this kind where the document does not say it; only zones and regions fail as a whole. */
const groupAvailability: Readonly<Partial<Record<GroupKind, number>>> = { zone: 0.999, region: 0.9999 };

function resolveGroup(group: Group): ResolvedGroup {
  return {
    id: group.id,
    kind: group.kind,
    name: group.name ?? group.id,
    parent: group.parent ?? null,
    availability: group.availability ?? groupAvailability[group.kind] ?? 1,
    jurisdiction: group.jurisdiction ?? null,
  };
}

function resolveEdges(
  edges: readonly Edge[],
  nodes: ReadonlyMap<string, ResolvedNode>,
  flows: readonly Flow[],
): readonly ResolvedEdge[] {
  const ends = new Map<string, End>();
  for (const [id, node] of nodes) ends.set(id, { node, outgoing: [], steps: null });
  const calls: { readonly edge: Edge; readonly from: End; readonly to: End; readonly place: number }[] = [];
  for (const edge of edges) {
    const from = ends.get(edge.from);
    const to = ends.get(edge.to);
    if (from === undefined || to === undefined) continue;
    calls.push({ edge, from, to, place: from.outgoing.push(edge) - 1 });
  }
  const carried = carriedFlows(flows);
  const readFlows = flows.filter(({ kind }) => kind === 'read').map(({ id }) => id);
  return calls.flatMap(({ edge, from, to, place }) => {
    from.steps ??= stepsOf(from.outgoing, readFlows);
    const step = from.steps[place];
    if (step === undefined) return [];
    const siblings = isShared(to.node) ? siblingsOf(from.outgoing, to.node, nodes) : 1;
    return [resolveEdge(edge, { from: from.node, to: to.node, flows: carried, step, siblings })];
  });
}

/** A node with its edges in the document's order. */
interface End {
  readonly node: ResolvedNode;
  readonly outgoing: Edge[];
  steps: readonly StepOfEdge[] | null;
}

/** How many different nodes of a callee's kind its caller calls. */
function siblingsOf(
  outgoing: readonly Edge[],
  callee: ResolvedNode,
  nodes: ReadonlyMap<string, ResolvedNode>,
): number {
  const alike = outgoing.filter(({ to }) => nodes.get(to)?.kind.id === callee.kind.id);
  return new Set(alike.map(({ to }) => to)).size;
}
