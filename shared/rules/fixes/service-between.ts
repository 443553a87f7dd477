import type { ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { newEdge } from '../../edits/new-edge';
import { highest } from '../../math/extremes';
import type { Change } from '../../model/changes';
import type { Config } from '../../model/config';
import { own } from '../../model/own';
import type { Edge } from '../../model/schema';
import { figuresOf } from '../facts/graph';
import type { QuickFix, RuleContext } from '../rule';
import { availabilityTargetAt } from './demand';
import { freshNode, groupField } from './fresh-node';
import { freshReplicas } from './fresh-replicas';
import { newIds } from './new-ids';

/**
 * A service that makes a client's calls to stores in its place, all of them, so that a miss still follows its cache; with servers enough
 * for the flows that the calls carry, one of them lost. Null where there is no such kind.
 */
export function serviceBetween(
  context: RuleContext,
  client: ResolvedNode,
  store: ResolvedNode,
  edges: readonly ResolvedEdge[],
): QuickFix | null {
  const service = freshNode('service');
  if (service === undefined) return null;
  const carried = new Set(edges.flatMap((edge) => edge.flows));
  const calls = highest(edges.map((edge) => Math.min(1, edge.calls)));
  const rps = carriedRps(context, client, carried) * calls;
  const replicas =
    freshReplicas(service, rps, availabilityTargetAt(context, store)) ?? service.config.replicas;
  const newId = newIds(context.design);
  const id = newId(`${store.id}-service`);
  const all = context.design.flows.length === carried.size;
  const way: Edge = {
    ...newEdge({ id: newId(`${client.id}-${id}`), from: client.id, to: id }, client, service),
    ...(all ? {} : { flows: [...carried] }),
    ...(calls === 1 ? {} : { calls }),
    ...(edges.every((edge) => edge.mode === 'async') ? { mode: 'async' } : {}),
  };
  return {
    id: 'service-between',
    title: 'Put a service between',
    values: { client: { part: client.id }, store: { part: store.id } },
    changes: [
      {
        op: 'add-node',
        node: { id, kind: service.kind.id, ...groupField(store), config: frontConfig(replicas, rps) },
      },
      { op: 'add-edge', edge: way },
      ...edges.map((edge): Change => moved(edge, id, calls)),
    ],
  };
}

/** The call as the service makes it: as often in all, and no longer over the internet. */
function moved(edge: ResolvedEdge, from: string, calls: number): Change {
  const often = calls === 1 || calls === 0 ? {} : { calls: edge.calls / calls };
  return { op: 'patch-edge', id: edge.id, patch: { from, network: null, rttMs: null, ...often } };
}

/** A limit at twice the planned rate leaves room for a good day and still stops a flood. */
const roomAbovePeak = 2;
/** What a client’s first flow starts, where none is drawn yet. */
const usualRps = 1000;

/** Whoever is open to clients checks who they are, limits them and is watched. */
const frontConfig = (replicas: number, rps: number): Config => ({
  replicas,
  authentication: 'token',
  webFirewall: true,
  rateLimitRps: Math.ceil((rps > 0 ? rps : usualRps) * roomAbovePeak),
  observed: ['metrics', 'logs', 'traces'],
});

/** Σ rate × visits of the client over the flows that the calls carry. */
function carriedRps(
  { analysis, design }: RuleContext,
  client: ResolvedNode,
  carried: ReadonlySet<string>,
): number {
  const visits = figuresOf(analysis).get(client.id)?.visits ?? {};
  let rps = 0;
  for (const flow of design.flows) {
    // Without figures a client still starts what enters at it.
    const started = own(visits, flow.id) ?? (flow.entry === client.id ? 1 : 0);
    if (carried.has(flow.id)) rps += flow.rateRps * (analysis?.load ?? 1) * started;
  }
  return rps;
}
