import { defaultZone, defaultZoneAvailability, placesOf } from '../../analysis/availability/pools';
import type { Quantity } from '../../math/quantity';
import { own } from '../../model/own';
import type { RuleContext } from '../rule';
import { figuresOf } from './graph';
import type { FlowPaths } from './paths';

/** What a flow cannot do without and fails on most often: a node’s servers, a zone or a region. */
export interface WeakestLink {
  readonly part: Quantity;
  /** 1 − the share of the flow's requests that fail with it. */
  readonly availability: number;
}

/**
 * The least available of what a flow needs, what only some of its requests ask weighed by how many do: a part called by one in a
 * hundred fails at most one in a hundred. Null where nothing of that can be down.
 */
export function weakestLink(
  { design, analysis }: RuleContext,
  { flow, needed }: FlowPaths,
): WeakestLink | null {
  const figures = figuresOf(analysis);
  const places = new Map(design.groups.map(({ id, availability }) => [id, availability]));
  let weakest: WeakestLink | null = null;
  const consider = (part: Quantity, availability: number): void => {
    if (availability < (weakest?.availability ?? 1)) weakest = { part, availability };
  };
  for (const { node } of needed.parts) {
    const { id } = node;
    const visited = Math.min(1, own(figures.get(id)?.visits, flow.id) ?? 1);
    const felt = (availability: number): number => 1 - visited * (1 - availability);
    consider({ part: id }, felt(figures.get(id)?.availability ?? 1));
    for (const place of placesOf(node)) {
      if (place === defaultZone) consider('the one zone', felt(defaultZoneAvailability));
      else consider({ part: place }, felt(places.get(place) ?? 1));
    }
  }
  return weakest;
}
