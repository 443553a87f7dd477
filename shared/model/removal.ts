import type { Config } from './config';
import { withFreeEnds } from './marks';
import { filled, mapped, withField, without } from './patch';
import { withRateInRps } from './rates';
import {
  type Design,
  type Edge,
  edgesOf,
  type Flow,
  flowsOf,
  type Group,
  groupsOf,
  type Layout,
  type Node,
  nodesOf,
  type System,
} from './schema';

/** The ids that go: those named, edges of a node that goes and flows that enter at it. */
function goneWith(design: Design, ids: readonly string[]): ReadonlySet<string> {
  const gone = new Set(ids);
  const edges = edgesOf(design).filter((edge) => gone.has(edge.from) || gone.has(edge.to));
  const flows = flowsOf(design).filter((flow) => gone.has(flow.entry));
  return new Set([...ids, ...edges.map((edge) => edge.id), ...flows.map((flow) => flow.id)]);
}

/** The nearest group upwards that stays. */
function standingIn(
  groups: ReadonlyMap<string, Group>,
  gone: ReadonlySet<string>,
  start: string | undefined,
): string | undefined {
  let at = start;
  while (at !== undefined && gone.has(at)) at = groups.get(at)?.parent;
  return at;
}

function prunedConfig(config: Config | undefined, gone: ReadonlySet<string>): Config | undefined {
  if (config?.hitRates === undefined) return config;
  const next = withField(config, 'hitRates', without(config.hitRates, gone));
  return Object.keys(next).length === 0 ? undefined : next;
}

function prunedEdge(edge: Edge, gone: ReadonlySet<string>): Edge {
  let next = edge;
  if (next.onMissOf !== undefined && gone.has(next.onMissOf)) next = withField(next, 'onMissOf', undefined);
  if (next.fallbackOf !== undefined && gone.has(next.fallbackOf))
    next = withField(next, 'fallbackOf', undefined);
  const { flows } = next;
  // An emptied list stays: without it the edge would suddenly carry every flow.
  if (Array.isArray(flows))
    next = withField(
      next,
      'flows',
      mapped<string>(flows, (id) => (gone.has(id) ? null : id)),
    );
  return next;
}

/** A rate that is a ratio of a flow that goes stays what it was, as a number. */
const prunedFlow = (design: Design, flow: Flow, gone: ReadonlySet<string>): Flow =>
  flow.rate.flow !== undefined && gone.has(flow.rate.flow) ? withRateInRps(design, flow) : flow;

function prunedSystem(design: Design, gone: ReadonlySet<string>): System {
  const { system } = design;
  const { nodes, edges, flows, groups, suppressions } = system;
  const byId = new Map((groups ?? []).map((part) => [part.id, part]));
  const above = (group: string | undefined) => standingIn(byId, gone, group);
  const node = (part: Node): Node | null => {
    if (gone.has(part.id)) return null;
    return withField(
      withField(part, 'group', above(part.group)),
      'config',
      prunedConfig(part.config as Config | undefined, gone),
    );
  };
  const group = (part: Group): Group | null =>
    gone.has(part.id) ? null : withField(part, 'parent', above(part.parent));
  let next = prunedList(system, 'nodes', nodes, node);
  next = prunedList(next, 'edges', edges, (edge) => (gone.has(edge.id) ? null : prunedEdge(edge, gone)));
  next = prunedList(next, 'flows', flows, (flow) =>
    gone.has(flow.id) ? null : prunedFlow(design, flow, gone),
  );
  next = prunedList(next, 'groups', groups, group);
  // A later part may be given the id again, and would inherit what was set for the old one.
  return prunedList(next, 'suppressions', suppressions, (entry) => (gone.has(entry.target) ? null : entry));
}

/** A list that was empty before is left as it was written; one that is emptied goes. */
function prunedList<T extends object, K extends keyof T, E>(
  owner: T,
  key: K,
  list: (T[K] & readonly E[]) | undefined,
  change: (item: E) => E | null,
): T {
  if (list === undefined || list.length === 0) return owner;
  const next = mapped<E>(list, change);
  return next === list ? owner : withField(owner, key, filled(next) as T[K] | undefined);
}

function prunedLayout(layout: Layout | undefined, gone: ReadonlySet<string>): Layout | undefined {
  if (layout === undefined) return undefined;
  let next = layout;
  next = withField(next, 'nodes', without(next.nodes, gone));
  next = withField(next, 'groups', without(next.groups, gone));
  next = withField(next, 'edges', without(next.edges, gone));
  next = withField(next, 'order', without(next.order, gone));
  next = prunedList(next, 'locked', next.locked, (id) => (gone.has(id) ? null : id));
  next = prunedList(next, 'marks', next.marks, (mark) =>
    gone.has(mark.id) ? null : withFreeEnds(mark, (id) => !gone.has(id)),
  );
  return next !== layout && Object.keys(next).length === 0 ? undefined : next;
}

/**
 * Takes parts away with all that cannot stand without them: edges of a node, flows that enter at it. What only names
 * a part loses the name; what stood in a group is in its parent.
 */
export function removeParts(design: Design, ids: readonly string[]): Design {
  const known = new Set([
    ...nodesOf(design).map((part) => part.id),
    ...edgesOf(design).map((part) => part.id),
    ...flowsOf(design).map((part) => part.id),
    ...groupsOf(design).map((part) => part.id),
    ...(design.layout?.marks ?? []).map((part) => part.id),
  ]);
  const named = ids.filter((id) => known.has(id));
  if (named.length === 0) return design;
  const gone = goneWith(design, named);
  return withParts(design, prunedSystem(design, gone), prunedLayout(design.layout, gone));
}

function withParts(design: Design, system: System, layout: Layout | undefined): Design {
  const next = system === design.system ? design : { ...design, system };
  return layout === design.layout ? next : withField(next, 'layout', layout);
}
