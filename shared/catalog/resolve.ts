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
import { resolveEdge } from './resolve-edge';
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
  };
}

function resolveEdges(
  edges: readonly Edge[],
  nodes: ReadonlyMap<string, ResolvedNode>,
  flows: readonly Flow[],
): readonly ResolvedEdge[] {
  const outgoing = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (!nodes.has(edge.from) || !nodes.has(edge.to)) continue;
    const list = outgoing.get(edge.from);
    if (list === undefined) outgoing.set(edge.from, [edge]);
    else list.push(edge);
  }
  const steps = new Map<string, StepOfEdge>();
  const callees = new Map<string, number>();
  for (const [from, list] of outgoing) {
    for (const [id, step] of stepsOf(list)) steps.set(id, step);
    for (const to of new Set(list.map((edge) => edge.to))) {
      const key = calleeKey(from, nodes.get(to));
      callees.set(key, (callees.get(key) ?? 0) + 1);
    }
  }
  return edges.flatMap((edge) => {
    const from = nodes.get(edge.from);
    const to = nodes.get(edge.to);
    const step = steps.get(edge.id);
    if (from === undefined || to === undefined || step === undefined) return [];
    return [resolveEdge(edge, { from, to, flows, step, siblings: callees.get(calleeKey(from.id, to)) ?? 1 })];
  });
}

const calleeKey = (from: string, to: ResolvedNode | undefined): string => `${from} ${to?.kind.id ?? ''}`;
