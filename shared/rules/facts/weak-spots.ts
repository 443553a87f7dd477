import { defaultZone, defaultZoneAvailability, placesOf } from '../../analysis/pool-availability';
import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { graphOf, isModelled } from './graph';
import { type FlowPaths, pathsOf } from './paths';
import { copiesOf } from './roles';

/** From this availability target on, one server alone contradicts it. */
export const strictFrom = 0.999;

/** A zone that is down too often for a flow, and what of the flow stands in no other. */
export interface NarrowPlace {
  /** Id of the zone's group; `defaultZone` for what stands in no group. */
  readonly zone: string;
  readonly availability: number;
  readonly flow: ResolvedFlow;
}

/** What the flows of people and other companies cannot do without. */
interface Needs {
  /** Every node that one of them needs. */
  readonly needed: ReadonlySet<string>;
  /** For each of those the flow with the strictest availability target, where one has any. */
  readonly strictest: ReadonlyMap<string, ResolvedFlow>;
}

const needs = new WeakMap<ResolvedDesign, Needs>();
const narrow = new WeakMap<ResolvedDesign, ReadonlyMap<string, NarrowPlace>>();

/** Who needs what; computed once a design. A scheduler tries again by itself, so that its flows need nothing at once. */
function needsOf(design: ResolvedDesign): Needs {
  const known = needs.get(design);
  if (known !== undefined) return known;
  const { nodes } = graphOf(design);
  const all = new Set<string>();
  const strictest = new Map<string, ResolvedFlow>();
  for (const { flow, needed } of pathsOf(design)) {
    if (nodes.get(flow.entry)?.kind.id === 'scheduler') continue;
    const target = flow.targets.availability;
    for (const id of needed) {
      all.add(id);
      if (target !== undefined && target > (strictest.get(id)?.targets.availability ?? -1)) {
        strictest.set(id, flow);
      }
    }
  }
  const found = { needed: all, strictest };
  needs.set(design, found);
  return found;
}

/** The flow with the strictest availability target that cannot do without a node; undefined where none has a target. */
export const strictestFlowAt = (design: ResolvedDesign, node: string): ResolvedFlow | undefined =>
  needsOf(design).strictest.get(node);

/** Whether flows need the node and none of them says how often it has to be there. */
export function isNeededWithoutTarget(design: ResolvedDesign, node: string): boolean {
  const { needed, strictest } = needsOf(design);
  return needed.has(node) && !strictest.has(node);
}

/** Whether nothing stands in for the node when it is down: one server of one's own, or one of each shard. */
export const standsAlone = (node: ResolvedNode): boolean =>
  isModelled(node) && node.behaviour !== 'source' && node.kind.managed !== true && copiesOf(node) === 1;

/** The flow that makes a node a single point of failure; undefined where it is none. */
export function brokenBy(design: ResolvedDesign, node: ResolvedNode): ResolvedFlow | undefined {
  if (!standsAlone(node)) return undefined;
  const flow = strictestFlowAt(design, node.id);
  return flow !== undefined && (flow.targets.availability ?? 0) >= strictFrom ? flow : undefined;
}

/** By node: the one zone that all its servers stand in, where that is down more often than a flow that needs it may be. */
export function narrowPlacesOf(design: ResolvedDesign): ReadonlyMap<string, NarrowPlace> {
  const known = narrow.get(design);
  if (known !== undefined) return known;
  const availabilities = new Map(design.groups.map(({ id, availability }) => [id, availability]));
  const found = new Map<string, NarrowPlace>();
  for (const node of design.nodes) {
    const flow = strictestFlowAt(design, node.id);
    const zone = placesOf(node).find((place) => place === defaultZone || place === node.zone);
    if (flow === undefined || zone === undefined || brokenBy(design, node) !== undefined) continue;
    const availability = zone === defaultZone ? defaultZoneAvailability : (availabilities.get(zone) ?? 1);
    if (availability < (flow.targets.availability ?? 0)) found.set(node.id, { zone, availability, flow });
  }
  narrow.set(design, found);
  return found;
}

/** Whether a flow needs something that stands alone or in one zone, so that this is said there and not of the flow too. */
export function hasWeakSpot(design: ResolvedDesign, { needed }: FlowPaths): boolean {
  const { nodes } = graphOf(design);
  const places = narrowPlacesOf(design);
  for (const id of needed) {
    const node = nodes.get(id);
    if (places.has(id) || (node !== undefined && brokenBy(design, node) !== undefined)) return true;
  }
  return false;
}
