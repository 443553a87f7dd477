import type { ResolvedDesign, ResolvedNode } from '../../../shared/catalog/resolved';
import type { WhatIf } from '../../../shared/edits/what-if';

/** What can be chosen to happen, in the order in which it is offered. */
export const eventKinds = [
  'node-down',
  'replica-lost',
  'zone-down',
  'region-down',
  'slow',
  'cache-lost',
  'load',
] as const satisfies readonly WhatIf['kind'][];
export type EventKind = (typeof eventKinds)[number];

/** An event of one of these kinds. */
export type ChosenEvent = Extract<WhatIf, { readonly kind: EventKind }>;

export const isChosenEvent = (event: WhatIf): event is ChosenEvent =>
  (eventKinds as readonly string[]).includes(event.kind);

/** The kinds that have a factor, with the one that is offered first. */
export const firstFactor: Readonly<Partial<Record<EventKind, number>>> = { slow: 3, load: 2 };

/** The zone of everything that is in none that is drawn; no id has a space. */
export const noZone = 'no zone';

const isServer = ({ behaviour }: ResolvedNode): boolean =>
  behaviour !== 'source' && behaviour !== 'observer' && behaviour !== 'pass-through';

const copiesOf = ({ behaviour, config }: ResolvedNode): number =>
  behaviour === 'store' ? config.replicasPerShard : config.replicas;

/** The ids of the parts that an event of this kind can happen to; empty where there are none, and for the load. */
export function partsFor({ nodes, groups }: ResolvedDesign, kind: EventKind): readonly string[] {
  const idsOf = (holds: (node: ResolvedNode) => boolean): readonly string[] =>
    nodes.filter(holds).map(({ id }) => id);
  const groupsOf = (of: 'zone' | 'region'): readonly string[] =>
    groups.filter((group) => group.kind === of).map(({ id }) => id);
  switch (kind) {
    case 'node-down':
      return idsOf(({ behaviour }) => behaviour !== 'source');
    case 'replica-lost':
      return idsOf((node) => isServer(node) && node.kind.managed !== true && copiesOf(node) > 1);
    case 'zone-down': {
      const isOutside = (node: ResolvedNode): boolean => isServer(node) && node.zone === null;
      return [...groupsOf('zone'), ...(nodes.some(isOutside) ? [noZone] : [])];
    }
    case 'region-down':
      return groupsOf('region');
    case 'slow':
      return idsOf((node) => isServer(node) && node.config.readMs + node.config.writeMs > 0);
    case 'cache-lost':
      return idsOf(({ behaviour }) => behaviour === 'aside-cache' || behaviour === 'inline-cache');
    case 'load':
      return [];
  }
}

/** The kinds of events that can happen to a design. */
export const kindsFor = (design: ResolvedDesign): readonly EventKind[] =>
  eventKinds.filter((kind) => kind === 'load' || partsFor(design, kind).length > 0);

/** An event of a kind, at a part and by a factor where it has them. */
export function eventOf(kind: EventKind, part: string, factor: number): ChosenEvent {
  switch (kind) {
    case 'load':
      return { kind, factor };
    case 'slow':
      return { kind, node: part, factor };
    case 'zone-down':
      return { kind, zone: part === noZone ? null : part };
    case 'region-down':
      return { kind, region: part };
    case 'node-down':
    case 'replica-lost':
    case 'cache-lost':
      return { kind, node: part };
  }
}

/** The part of an event as `eventOf` takes it; '' where it is of the whole design. */
export function partOf(event: WhatIf): string {
  if (event.kind === 'zone-down') return event.zone ?? noZone;
  if (event.kind === 'region-down') return event.region;
  return 'node' in event && event.node !== undefined ? event.node : '';
}

/** The same for events that cannot be chosen both. */
export const eventKey = (event: WhatIf): string => `${event.kind} ${partOf(event)}`;

/** The events with one more; it takes the place of one of its kind at its part. */
export const withEvent = (events: readonly WhatIf[], event: WhatIf): readonly WhatIf[] => {
  const key = eventKey(event);
  return events.some((other) => eventKey(other) === key)
    ? events.map((other) => (eventKey(other) === key ? event : other))
    : [...events, event];
};

/** Those whose parts the design still has. */
export const possibleEvents = (design: ResolvedDesign, events: readonly WhatIf[]): readonly ChosenEvent[] =>
  events
    .filter(isChosenEvent)
    .filter((event) => event.kind === 'load' || partsFor(design, event.kind).includes(partOf(event)));
