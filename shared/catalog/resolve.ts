import { orNothing } from '../model/limits';
import { peakRpsOfRate } from '../model/rates';
import {
  type Design,
  type DesignTargets,
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
import { keepEnds, positionsOf } from './ends';
import { kindAs, kindOf, technologyOf } from './index';
import { derivedBasis, documentBasis } from './known-bases';
import { pricesOf } from './price-books';
import { alongside } from './resolve-again';
import { resolveConfig } from './resolve-config';
import { type LatestEdges, noEdges, resolveEdges } from './resolve-edges';
import type { ResolvedDesign, ResolvedFlow, ResolvedGroup, ResolvedNode } from './resolved';
import { custom } from './service/custom';

/**
 * A design with every default filled in and the basis of each value. It cannot fail: a kind that the catalog does not
 * have is taken as `custom`; edges and flows of which an end is missing, which no parsed design has, are left out.
 */
export const resolve: Resolve = (design) => resolveAfter(design, nothingBefore()).resolved;

export type Resolve = (design: Pick<Design, 'id' | 'name' | 'system'>) => ResolvedDesign;

/**
 * `resolve` for one design after the other: nodes and edges that an edit left alone are taken over from the design before.
 * What it remembers is its own, and parts are found again by their identity: designs in any order get the same values.
 */
export function createResolver(): Resolve {
  let before = nothingBefore();
  return (design) => {
    const { resolved, latest } = resolveAfter(design, before);
    before = latest;
    return resolved;
  };
}

/** What the parts of a design were resolved to. */
interface Latest {
  readonly nodes: LatestNodes;
  readonly edges: LatestEdges;
}

const nothingBefore = (): Latest => ({
  nodes: { written: [], nodes: [], positionOf: new Map() },
  edges: noEdges,
});

function resolveAfter(
  design: Parameters<Resolve>[0],
  before: Latest,
): { readonly resolved: ResolvedDesign; readonly latest: Latest } {
  const { workload = {}, targets = {}, prices = {}, practices = {}, suppressions = [] } = design.system;
  const groups = new Map(groupsOf(design).map((group) => [group.id, group]));
  const latestNodes = resolveNodes(nodesOf(design), groups, before.nodes);
  const { nodes, positionOf } = latestNodes;
  const flows = flowsOf(design).filter((flow) => positionOf.has(flow.entry));
  const latestEdges = resolveEdges(edgesOf(design), nodes, positionOf, flows, before.edges);
  const { edges, from, to } = latestEdges;
  const resolved: ResolvedDesign = {
    id: design.id,
    name: design.name,
    workload,
    targets,
    prices: pricesOf(prices),
    flows: flows.map((flow) => resolveFlow(flow, workload, targets, flowsOf(design))),
    nodes,
    edges,
    groups: groupsOf(design).map(resolveGroup),
    practices,
    suppressions,
  };
  keepEnds(resolved, { positionOf, from, to });
  return { resolved, latest: { nodes: latestNodes, edges: latestEdges } };
}

/** The nodes of a design, with what they were resolved from: an edit leaves all but a few as they are. */
interface LatestNodes {
  readonly written: readonly Node[];
  readonly nodes: readonly ResolvedNode[];
  readonly positionOf: ReadonlyMap<string, number>;
}

function resolveNodes(
  written: readonly Node[],
  groups: ReadonlyMap<string, Group>,
  before: LatestNodes,
): LatestNodes {
  const placeOf = alongside(before.written);
  const places = new Map<string | undefined, Places>();
  let isPlacedAlike = written.length === before.written.length;
  const nodes = written.map((node, i) => {
    const at = placeOf(node);
    const known = at < 0 ? undefined : before.nodes[at];
    const place = places.get(node.group) ?? placesOf(node.group, groups);
    places.set(node.group, place);
    isPlacedAlike &&= node.id === before.written[i]?.id;
    return known !== undefined && known.zone === place.zone && known.region === place.region
      ? known
      : resolveNode(node, place);
  });
  return { written, nodes, positionOf: isPlacedAlike ? before.positionOf : positionsOf(nodes) };
}

const placesOf = (group: string | undefined, groups: ReadonlyMap<string, Group>): Places => ({
  zone: standingIn(group, 'zone', groups),
  region: standingIn(group, 'region', groups),
});

interface Places {
  readonly zone: string | null;
  readonly region: string | null;
}

function resolveNode(node: Node, { zone, region }: Places): ResolvedNode {
  const known = kindOf(node.kind);
  const ofCatalog = known ?? custom;
  const technology = technologyOf(ofCatalog, node.technology);
  const kind = kindAs(ofCatalog, technology);
  const behaviour = kind.id === custom.id ? (node.config?.behaviour ?? kind.behaviour) : kind.behaviour;
  const named = node.name?.trim() ?? '';
  const { config, basis } = resolveConfig(node, kind, technology, behaviour);
  return {
    id: node.id,
    kind,
    name: named !== '' ? named : known === undefined ? node.kind : kind.title,
    // The id of an unknown kind is no text of the program either.
    named: named !== '' || known === undefined,
    technology: node.technology ?? null,
    layer: node.layer ?? kind.layer,
    behaviour,
    group: node.group ?? null,
    zone,
    region,
    config,
    basis,
    targets: node.targets ?? noTargets,
  };
}

const noTargets: ResolvedNode['targets'] = {};

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

function resolveFlow(
  flow: Flow,
  workload: Workload,
  targets: DesignTargets,
  flows: readonly Flow[],
): ResolvedFlow {
  const whole = Object.fromEntries(
    flowTargetFields.flatMap((field) => (targets[field] === undefined ? [] : [[field, targets[field]]])),
  );
  return {
    id: flow.id,
    name: flow.name ?? flow.id,
    kind: flow.kind,
    entry: flow.entry,
    rateRps: orNothing(peakRpsOfRate(flow.rate, workload, flows) ?? 0),
    rateBasis: rateBasisOf(flow.rate),
    rateOf: flow.rate.flow === undefined ? null : { flow: flow.rate.flow, ratio: flow.rate.ratio ?? 1 },
    requestBytes: orNothing(flow.requestBytes ?? 0),
    responseBytes: orNothing(flow.responseBytes ?? 0),
    storedBytes: orNothing(flow.storedBytes ?? 0),
    idempotent: flow.idempotent ?? null,
    cacheable: flow.cacheable ?? null,
    deferrable: flow.deferrable ?? null,
    ordered: flow.ordered ?? null,
    anonymous: flow.anonymous ?? null,
    clientRttMs: flow.clientRttMs === undefined ? null : orNothing(flow.clientRttMs),
    connections: orNothing(flow.connections ?? 0),
    peakFactor: flow.peakFactor ?? null,
    targets: { ...whole, ...flow.targets },
  };
}

function rateBasisOf({ rps, flow }: Flow['rate']): ResolvedFlow['rateBasis'] {
  if (rps !== undefined) return documentBasis;
  return derivedBasis(flow === undefined ? 'rate-of-workload' : 'ratio-of-flow');
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
