import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../catalog/resolved';
import { resolvedOf } from '../catalog/resolved-index';
import { type Message, message } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import type { Config } from '../model/config';
import type { Design } from '../model/schema';
import { type EditResult, edited, refused } from './edit';

/** Something that happens to a running design. Nodes and zones are ids; `zone: null` is the zone of what is in none that is drawn. */
export type WhatIf =
  /** Every flow sends so many times as much. */
  | { readonly kind: 'load'; readonly factor: number }
  /** The flows grow for so many years, by the workload's annual growth or the one given here. */
  | { readonly kind: 'growth'; readonly years: number; readonly annualGrowth?: number }
  /** One server of a pool, or one replica of each shard of a store, is lost. */
  | { readonly kind: 'replica-lost'; readonly node: string }
  | { readonly kind: 'node-down'; readonly node: string }
  | { readonly kind: 'zone-down'; readonly zone: string | null }
  | { readonly kind: 'region-down'; readonly region: string }
  /** Its work takes so many times as long. */
  | { readonly kind: 'slow'; readonly node: string; readonly factor: number }
  /** Caches are empty or gone, all of them where none is named: nothing is a hit. */
  | { readonly kind: 'cache-lost'; readonly node?: string };

/** Zones over which servers are spread where the design draws none: three in most regions. */
const usualZones = 3;

/**
 * The design while the event lasts, as an edit of it: rates, servers, times and hit rates as they then are. What is down has a server
 * availability of 0; calls to it that fail over go to the others, so that `analyze` shows their load, and a flow that cannot do
 * without it has an availability of 0 in its figures.
 */
export function whatIf(design: Design, event: WhatIf): EditResult {
  const { design: resolved, nodes } = resolvedOf(design);
  if ('node' in event && event.node !== undefined && !nodes.has(event.node))
    return refused('There is no component {id}.', { id: event.node });
  switch (event.kind) {
    case 'load':
      return edited(
        message('Load {factor}', { factor: { factor: event.factor } }),
        scaledFlows(resolved, event.factor),
      );
    case 'growth':
      return growth(resolved, event.years, event.annualGrowth);
    case 'replica-lost':
      return edited(
        message('One replica of {node} lost', { node: { part: event.node } }),
        lossChanges(resolved, nodes.get(event.node), 1),
      );
    case 'node-down':
      return edited(
        message('{node} down', { node: { part: event.node } }),
        downChanges(resolved, [event.node]),
      );
    case 'zone-down':
      return zoneDown(resolved, event.zone);
    case 'region-down':
      return regionDown(resolved, event.region);
    case 'slow':
      return edited(
        message('{node} slower {factor}', { node: { part: event.node }, factor: { factor: event.factor } }),
        slowChanges(nodes.get(event.node), event.factor),
      );
    case 'cache-lost':
      return cachesLost(resolved, event.node);
  }
}

/** Several events at once, each on the design as those before left it: one edit, or why one of them cannot happen. */
export function whatIfAll(design: Design, events: readonly WhatIf[]): EditResult {
  const labels: Message[] = [];
  const changes: Change[] = [];
  let after = design;
  for (const event of events) {
    const result = whatIf(after, event);
    if (!result.ok) return result;
    labels.push(result.edit.label);
    changes.push(...result.edit.changes);
    after = applyChanges(after, result.edit.changes);
  }
  const [only, ...others] = labels;
  const label =
    others.length === 0 && only !== undefined
      ? only
      : message('{count, plural, one {# event} other {# events}}', { count: { count: labels.length } });
  return edited(label, changes);
}

/** The design while the event lasts; the same design where the event cannot happen to it. */
export function afterWhatIf(design: Design, event: WhatIf): Design {
  const result = whatIf(design, event);
  return result.ok ? applyChanges(design, result.edit.changes) : design;
}

const scaledFlows = ({ flows }: ResolvedDesign, factor: number): readonly Change[] =>
  flows.map(({ id, rateRps, connections }) => ({
    op: 'patch-flow',
    id,
    patch: {
      rate: { rps: rateRps * factor },
      ...(connections > 0 && { connections: connections * factor }),
    },
  }));

function growth(design: ResolvedDesign, years: number, given: number | undefined): EditResult {
  const annualGrowth = given ?? design.workload.annualGrowth;
  if (annualGrowth === undefined)
    return refused('The workload has no annual growth. Set it under Workload, or say how much it grows.');
  const label = message('{years, plural, one {# year} other {# years}} of growth', {
    years: { count: years },
  });
  return edited(label, scaledFlows(design, (1 + annualGrowth) ** years));
}

/** A node with so many servers less, of a store so many replicas of each shard less; down where none is left to answer. */
function lossChanges(
  design: ResolvedDesign,
  node: ResolvedNode | undefined,
  lost: number,
): readonly Change[] {
  if (node === undefined || lost <= 0) return [];
  const { id, behaviour, config } = node;
  const copies = behaviour === 'store' ? config.replicasPerShard : config.replicas;
  const left = copies - lost;
  if (left < 1 || !answersWith(node, left)) return downChanges(design, [id]);
  const patch: Partial<Config> =
    behaviour === 'store'
      ? { replicasPerShard: left, ...(config.replication === 'quorum' && quorumsOf(node)) }
      : {
          replicas: left,
          ...(config.standby > 0 && { standby: Math.max(0, config.standby - lost) }),
        };
  return [{ op: 'patch-config', id, patch }];
}

const quorumsOf = ({ config }: ResolvedNode) => ({
  readQuorum: config.readQuorum,
  writeQuorum: config.writeQuorum,
});

/** Whether a store still has the copies that it waits for. */
function answersWith({ behaviour, config }: ResolvedNode, left: number): boolean {
  if (behaviour !== 'store') return true;
  if (config.replication === 'quorum') return left >= config.readQuorum && left >= config.writeQuorum;
  return config.replication !== 'sync' || config.other.onReplicaLoss !== 'refuse';
}

function downChanges(design: ResolvedDesign, ids: readonly string[]): readonly Change[] {
  const down = new Set(ids);
  return [
    ...ids.map((id): Change => ({ op: 'patch-config', id, patch: { instanceAvailability: 0 } })),
    ...design.edges.flatMap((edge) => (down.has(edge.to) ? reroutedChanges(design, edge, down) : [])),
  ];
}

/** What becomes of a call to what is down: nothing where it is waited for and nothing takes over. */
function reroutedChanges(
  design: ResolvedDesign,
  edge: ResolvedEdge,
  down: ReadonlySet<string>,
): readonly Change[] {
  const fallback = design.edges.find(({ fallbackOf, to }) => fallbackOf === edge.id && !down.has(to));
  if (fallback !== undefined)
    return [
      { op: 'patch-edge', id: fallback.id, patch: { fallbackOf: null } },
      { op: 'remove', ids: [edge.id] },
    ];
  const isLeftOut = edge.optional || edge.fallbackOf !== null || hasOther(design, edge, down);
  return isLeftOut ? [...missesToAll(design, edge), { op: 'remove', ids: [edge.id] }] : [];
}

/** Without the cache, what went to the store on its misses goes there always. */
const missesToAll = ({ edges }: ResolvedDesign, lookup: ResolvedEdge): readonly Change[] =>
  edges
    .filter(({ from, onMissOf }) => from === lookup.from && onMissOf === lookup.to)
    .map(({ id }) => ({ op: 'patch-edge', id, patch: { onMissOf: null } }));

/** Whether the caller picks among several, fails over, and another of them that carries the same flows is up. */
function hasOther(design: ResolvedDesign, edge: ResolvedEdge, down: ReadonlySet<string>): boolean {
  const nodeOf = (id: string) => design.nodes.find((node) => node.id === id);
  const caller = nodeOf(edge.from);
  if (!edge.choice || caller?.config.failover === false) return false;
  const isOfSet = ({ to }: ResolvedEdge): boolean =>
    caller?.behaviour === 'distributor' || nodeOf(to)?.kind.id === nodeOf(edge.to)?.kind.id;
  return design.edges.some(
    (other) =>
      other.choice &&
      other.fallbackOf === null &&
      other.from === edge.from &&
      isOfSet(other) &&
      !down.has(other.to) &&
      edge.flows.every((flow) => other.flows.includes(flow)),
  );
}

/** Whether a loss of a zone can reach it: neither what clients bring nor what a provider spreads by itself. */
const isPlaced = ({ behaviour, kind, layer }: ResolvedNode): boolean =>
  behaviour !== 'source' && layer !== 'external' && kind.managed !== true;

function zoneDown(design: ResolvedDesign, zone: string | null): EditResult {
  const zones = design.groups.filter(({ kind }) => kind === 'zone');
  const group = zones.find(({ id }) => id === zone);
  if (zone !== null && group === undefined) return refused('There is no zone {id}.', { id: zone });
  const spread = zones.length > 1 ? zones.length : usualZones;
  const placed = design.nodes.filter(isPlaced);
  const down = placed.filter((node) => node.zone === zone && (zone !== null || !node.config.multiZone));
  const changes = [
    ...downChanges(
      design,
      down.map(({ id }) => id),
    ),
    ...placed
      .filter((node) => node.zone === null && node.config.multiZone)
      .flatMap((node) => lossChanges(design, node, Math.ceil(copiesOf(node) / spread))),
  ];
  const label = zone === null ? message('A zone down') : message('{zone} down', { zone: { part: zone } });
  return edited(label, changes);
}

/** All that is in a region is down but what clients bring and other providers run. */
function regionDown(design: ResolvedDesign, region: string): EditResult {
  const group = design.groups.find(({ id, kind }) => id === region && kind === 'region');
  if (group === undefined) return refused('There is no region {id}.', { id: region });
  const down = design.nodes.filter(
    (node) => node.region === region && node.behaviour !== 'source' && node.layer !== 'external',
  );
  return edited(
    message('{region} down', { region: { part: region } }),
    downChanges(
      design,
      down.map(({ id }) => id),
    ),
  );
}

const copiesOf = ({ behaviour, config }: ResolvedNode): number =>
  behaviour === 'store' ? config.replicasPerShard : config.replicas;

function slowChanges(node: ResolvedNode | undefined, factor: number): readonly Change[] {
  if (node === undefined) return [];
  const { readMs, writeMs, delayMs } = node.config;
  const patch = {
    readMs: readMs * factor,
    writeMs: writeMs * factor,
    ...(delayMs > 0 && { delayMs: delayMs * factor }),
  };
  return [{ op: 'patch-config', id: node.id, patch }];
}

function cachesLost({ nodes }: ResolvedDesign, id: string | undefined): EditResult {
  const caches = nodes.filter(
    (node) =>
      (node.behaviour === 'aside-cache' || node.behaviour === 'inline-cache') &&
      (id === undefined || node.id === id),
  );
  if (caches.length === 0) return refused('There is no cache to lose.');
  return edited(
    message('{count, plural, one {Cache} other {Caches}} lost', { count: { count: caches.length } }),
    caches.map((cache) => ({
      op: 'patch-config',
      id: cache.id,
      patch: { hitRate: 0, hitRates: null },
    })),
  );
}
