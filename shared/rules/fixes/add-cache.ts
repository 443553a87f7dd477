import { hitRateOf, isSameList } from '../../analysis/graph';
import type { ResolvedNode } from '../../catalog/resolved';
import { newEdge } from '../../edits/new-edge';
import { highest, lowest } from '../../math/extremes';
import type { Change } from '../../model/changes';
import { own } from '../../model/own';
import type { Edge } from '../../model/schema';
import { figuresOf, graphOf } from '../facts/graph';
import { doesAt } from '../facts/operations';
import { uncachedReadsAt } from '../facts/reads';
import type { QuickFix, RuleContext } from '../rule';
import { behindCache, cacheAsked } from './behind-cache';
import { availabilityTargetAt, demandOn } from './demand';
import { freshNode, groupField } from './fresh-node';
import { freshReplicas } from './fresh-replicas';
import { newIds } from './new-ids';
import { flowsReadBy, hasNamedStep, isAlsoWritten, type Reader, readersOf } from './readers';
import { busiestReplica } from './size-store';

/** Reads dominate a store from this share on. */
export const readsDominateFrom = 0.7;

/**
 * A cache beside the store, looked up first by all its readers, with servers enough for all those reads; or, where they
 * all look one up already, the store put behind it. Null where writes or other caches' misses are what the store has to do, where
 * its readers are no services or write what they read, or where the hit rate would still leave it over its planned limit.
 */
export function addCache(context: RuleContext, store: ResolvedNode): QuickFix | null {
  const reads = uncachedReadsAt(context, store);
  // Before an object store stands a CDN, which is a change of the way and not only of a look-up.
  if (reads.share < readsDominateFrom || store.kind.id === 'object-store') return null;
  const readers = readersOf(graphOf(context.design), reads.edges);
  if (readers === null || readers.some((reader) => isAlsoWritten(context, reader))) return null;
  const asked = cacheAsked(context, readers);
  const cache = asked ?? freshNode('cache');
  if (cache === undefined) return null;
  const hitRate = lowest(reads.flows.map((flow) => hitRateOf(cache, flow, 'read')));
  const left = loadLeft(context, store, reads.rps * hitRate);
  if (left === null) return null;
  const values = { hitRate: { share: hitRate }, left: { rps: left } };
  if (asked !== null) return behindCache(asked, readers, values);
  const changes = cacheChanges(context, store, cache, readers);
  return { id: 'add-cache', title: 'Add a cache', values, changes };
}

/** Requests a second that the store would be left with; null where they still are more than its planned limit, or all. */
function loadLeft(context: RuleContext, store: ResolvedNode, sparedRps: number): number | null {
  const demand = demandOn(context, store);
  if (demand === null || sparedRps === 0) return null;
  const { config } = store;
  const mix = { reads: demand.readsRps, writes: demand.writesRps };
  const then = { ...mix, reads: Math.max(0, mix.reads - sparedRps) };
  const busyNow = busiestReplica(config, mix, config);
  const busyThen = busiestReplica(config, then, config);
  if (busyNow === 0 || (demand.utilization * busyThen) / busyNow > config.maxUtilization) return null;
  return then.reads + then.writes;
}

function cacheChanges(
  context: RuleContext,
  store: ResolvedNode,
  cache: ResolvedNode,
  readers: readonly Reader[],
): readonly Change[] {
  const newId = newIds(context.design);
  const id = newId(`${store.id}-cache`);
  const replicas = cacheReplicas(context, store, cache, readers);
  const config = replicas === cache.config.replicas ? {} : { config: { replicas } };
  const changes: Change[] = [
    { op: 'add-node', node: { id, kind: cache.kind.id, ...groupField(store), ...config } },
  ];
  for (const reader of readers) {
    const ends = { id: newId(`${reader.id}-${id}`), from: reader.id, to: id };
    const caller = graphOf(context.design).nodes.get(reader.id);
    if (caller !== undefined) changes.push(...lookUpFirst(context, reader, newEdge(ends, caller, cache)));
  }
  return changes;
}

/** The edge to the cache, and the store's edges made to wait for its miss. */
function lookUpFirst(context: RuleContext, reader: Reader, edge: Edge): readonly Change[] {
  const named = reader.edges.filter(hasNamedStep);
  // A step that a person named stays the look-up's; the store is called half a step later.
  const step = named.length === 0 ? {} : { step: lowest(named.map((other) => other.step)) };
  const calls = highest(reader.edges.map((other) => other.calls));
  const flows = flowsReadBy(context, reader);
  const areAllReads = isSameList(
    flows,
    context.design.flows.filter(({ kind }) => kind === 'read'),
  );
  // A look-up hits where it reads; one that a visit makes which writes would write, unless it says what it does.
  const writesUnlessSaid = flows.some((flow) => doesAt(context.design, flow, reader.id, 'write'));
  const add: Edge = {
    ...edge,
    flows: areAllReads ? 'read' : flows.map(({ id }) => id),
    ...(writesUnlessSaid && { operation: 'read' as const }),
    ...(calls === 1 ? {} : { calls }),
    ...step,
  };
  const patches = reader.edges.map((other): Change => {
    const later = hasNamedStep(other) ? { step: other.step + 0.5 } : {};
    return { op: 'patch-edge', id: other.id, patch: { onMissOf: edge.to, ...later } };
  });
  return [{ op: 'add-edge', edge: add }, ...patches];
}

/** The look-ups, Σ rate × visits of the readers × calls, decide how many servers the cache needs with one lost. */
function cacheReplicas(
  context: RuleContext,
  store: ResolvedNode,
  cache: ResolvedNode,
  readers: readonly Reader[],
): number {
  const figures = figuresOf(context.analysis);
  let rps = 0;
  for (const reader of readers) {
    const calls = highest(reader.edges.map((edge) => edge.calls));
    for (const flow of flowsReadBy(context, reader)) {
      const visits = own(figures.get(reader.id)?.visits, flow.id) ?? 0;
      rps += flow.rateRps * (context.analysis?.load ?? 1) * visits * calls;
    }
  }
  return freshReplicas(cache, rps, availabilityTargetAt(context, store)) ?? cache.config.replicas;
}
