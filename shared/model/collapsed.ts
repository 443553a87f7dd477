import { withField } from './patch';
import { withLayout } from './placement';
import { type Closing, type Design, groupsOf, type Layout, nodesOf, type System } from './schema';

/** What collapsed groups do to what is drawn. */
export interface CollapsedParts {
  /** Collapsed groups that are drawn themselves, as a card: those that are in no collapsed one. */
  readonly shown: ReadonlySet<string>;
  /** Nodes, groups and annotations that are not drawn, each with the collapsed group that represents it. */
  readonly within: ReadonlyMap<string, string>;
}

const none: CollapsedParts = { shown: new Set(), within: new Map() };

interface Known {
  readonly groups: Layout['groups'];
  readonly parts: CollapsedParts;
}

const knownBySystem = new WeakMap<System, Known>();

/** Which parts a design's collapsed groups hide; worked out once per system and boxes of groups. */
export function collapsedParts(design: Design): CollapsedParts {
  const places = design.layout?.groups;
  const known = knownBySystem.get(design.system);
  if (known !== undefined && known.groups === places) return known.parts;
  const isCollapsed = new Set(
    Object.entries(places ?? {}).flatMap(([id, place]) => (place.collapsed === true ? [id] : [])),
  );
  const parts = isCollapsed.size === 0 ? none : partsWithin(design, isCollapsed);
  knownBySystem.set(design.system, { groups: places, parts });
  return parts;
}

function partsWithin(design: Design, isCollapsed: ReadonlySet<string>): CollapsedParts {
  const parents = new Map(groupsOf(design).map(({ id, parent }) => [id, parent]));
  const outermost = new Map<string, string | null>();
  /** The outermost collapsed group of this one and those around it; null for none. */
  const standInOf = (id: string, below = 0): string | null => {
    const known = outermost.get(id);
    if (known !== undefined) return known;
    const parent = parents.get(id);
    const above =
      parent === undefined || !parents.has(parent) || below > parents.size
        ? null
        : standInOf(parent, below + 1);
    const found = above ?? (isCollapsed.has(id) ? id : null);
    outermost.set(id, found);
    return found;
  };
  const shown = new Set<string>();
  const within = new Map<string, string>();
  for (const { id } of groupsOf(design)) {
    const standIn = standInOf(id);
    if (standIn === id) shown.add(id);
    else if (standIn !== null) within.set(id, standIn);
  }
  for (const { id, group } of nodesOf(design)) {
    const standIn = group === undefined || !parents.has(group) ? null : standInOf(group);
    if (standIn !== null) within.set(id, standIn);
  }
  for (const [id, place] of Object.entries(design.layout?.groups ?? {})) {
    const standIn = place.collapsed === true && parents.has(id) ? standInOf(id) : null;
    if (standIn !== null) for (const mark of place.closing?.marks ?? []) within.set(mark, standIn);
  }
  return { shown, within };
}

/** Collapses a group that has a box, or expands it where `closing` is null; its box, and all else, stays as it is. */
export function collapseGroup(design: Design, id: string, closing: Closing | null): Design {
  const groups = design.layout?.groups;
  const place = groups !== undefined && Object.hasOwn(groups, id) ? groups[id] : undefined;
  if (groups === undefined || place === undefined) return design;
  const flagged = withField(place, 'collapsed', closing === null ? undefined : true);
  const next = withField(flagged, 'closing', closing ?? undefined);
  if (next === place) return design;
  return withLayout(design, {
    ...design.layout,
    groups: withField(groups as Record<string, typeof place>, id, next),
  });
}
