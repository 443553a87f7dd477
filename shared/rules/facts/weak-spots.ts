import { defaultZone, defaultZoneAvailability, placesOf } from '../../analysis/availability/pools';
import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { meetsAvailability } from '../../math/availability';
import { isModelled } from './graph';
import { partsOf } from './parts';
import { type FlowPaths, pathsOf } from './paths';
import { copiesOf } from './roles';

/** From this availability target on, one server alone contradicts it. */
export const strictFrom = 0.999;

/** A zone that is down too often for a flow, and what of the flow is in no other. */
export interface NarrowPlace {
  /** Id of the zone's group; `defaultZone` for what is in no group. */
  readonly zone: string;
  readonly availability: number;
  readonly flow: ResolvedFlow;
}

/** A flow for each node that has one, by the node's place in the design. */
type FlowByNode = readonly (ResolvedFlow | undefined)[];

const strictest = new WeakMap<ResolvedDesign, FlowByNode>();
const needed = new WeakMap<ResolvedDesign, Uint8Array>();
const narrow = new WeakMap<ResolvedDesign, ReadonlyMap<string, NarrowPlace>>();

/** The flows that need something at once. A scheduler tries again by itself, so that its flows do not. */
function urgentPaths(design: ResolvedDesign): readonly FlowPaths[] {
  const { byId } = partsOf(design);
  return pathsOf(design).filter(({ flow }) => byId.get(flow.entry)?.node.kind.id !== 'scheduler');
}

/** For each node the flow with the strictest availability target that needs it. Computed once a design, of flows with a target alone. */
function strictestFlows(design: ResolvedDesign): FlowByNode {
  const known = strictest.get(design);
  if (known !== undefined) return known;
  const found: (ResolvedFlow | undefined)[] = [];
  for (const paths of urgentPaths(design)) {
    const target = paths.flow.targets.availability;
    if (target === undefined) continue;
    for (const { at } of paths.needed.parts) {
      if (target > (found[at]?.targets.availability ?? -1)) found[at] = paths.flow;
    }
  }
  strictest.set(design, found);
  return found;
}

/** 1 at the places of the nodes that some flow needs; computed once a design. */
function neededNodes(design: ResolvedDesign): Uint8Array {
  const known = needed.get(design);
  if (known !== undefined) return known;
  const found = new Uint8Array(design.nodes.length);
  for (const paths of urgentPaths(design)) for (const { at } of paths.needed.parts) found[at] = 1;
  needed.set(design, found);
  return found;
}

const placeOf = (design: ResolvedDesign, node: string): number => partsOf(design).byId.get(node)?.at ?? -1;

/** The flow with the strictest availability target that cannot do without a node; undefined where none has a target. */
export function strictestFlowAt(design: ResolvedDesign, node: string): ResolvedFlow | undefined {
  const flows = strictestFlows(design);
  return flows.length === 0 ? undefined : flows[placeOf(design, node)];
}

/** Whether flows need the node and none of them says how often it has to be there. */
export const isNeededWithoutTarget = (design: ResolvedDesign, node: string): boolean =>
  neededNodes(design)[placeOf(design, node)] === 1 && strictestFlowAt(design, node) === undefined;

/** Whether nothing stands in for the node when it is down: one server of one's own, or one of each shard. */
export const standsAlone = (node: ResolvedNode): boolean =>
  isModelled(node) && node.behaviour !== 'source' && node.kind.managed !== true && copiesOf(node) === 1;

/** The flow that makes a node a single point of failure; undefined where it is none. */
export function brokenBy(design: ResolvedDesign, node: ResolvedNode): ResolvedFlow | undefined {
  if (!standsAlone(node)) return undefined;
  const flow = strictestFlowAt(design, node.id);
  return flow !== undefined && (flow.targets.availability ?? 0) >= strictFrom ? flow : undefined;
}

/** By node: the one zone that all its servers are in, where that is down more often than a flow that needs it may be. */
export function narrowPlacesOf(design: ResolvedDesign): ReadonlyMap<string, NarrowPlace> {
  const known = narrow.get(design);
  if (known !== undefined) return known;
  const availabilities = new Map(design.groups.map(({ id, availability }) => [id, availability]));
  const flows = strictestFlows(design);
  const found = new Map<string, NarrowPlace>();
  for (const [at, flow] of flows.entries()) {
    const node = design.nodes[at];
    if (flow === undefined || node === undefined) continue;
    const zone = placesOf(node).find((place) => place === defaultZone || place === node.zone);
    if (zone === undefined || brokenBy(design, node) !== undefined) continue;
    const availability = zone === defaultZone ? defaultZoneAvailability : (availabilities.get(zone) ?? 1);
    if (!meetsAvailability(availability, flow.targets.availability ?? 0))
      found.set(node.id, { zone, availability, flow });
  }
  narrow.set(design, found);
  return found;
}

/** Whether a flow needs something that is alone or in one zone, so that this is reported there and not for the flow too. */
export function hasWeakSpot(design: ResolvedDesign, paths: FlowPaths): boolean {
  const places = narrowPlacesOf(design);
  return paths.needed.parts.some(({ node }) => places.has(node.id) || brokenBy(design, node) !== undefined);
}
