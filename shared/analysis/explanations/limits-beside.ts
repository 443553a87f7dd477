import type { Quantities } from '../../math/quantity';
import { limitRpsOf, overLimit } from '../rate-limit';
import { connectionsUseOf, workingReplicas } from '../station';
import { stationState } from '../stations';
import {
  absent,
  arrivingAt,
  count,
  described,
  type Explained,
  explained,
  loadAt,
  ms,
  type NodeSubject,
  rps,
  share,
  sources,
} from './explanation';
import { pacingOf } from './load';

// What bounds a station beside its servers and their network: connections that it holds, and rate limits.

export function connectionsUtilization(subject: NodeSubject): Explained {
  const { context, node, at } = subject;
  const { connectionsPerReplica } = node.config;
  const load = loadAt(context, at);
  if (connectionsPerReplica === null || connectionsUseOf(node, load) === null)
    return absent('Nothing limits the connections that it holds', sources.document);
  return explained(
    '{connections} connections ÷ ({servers} servers × {each}): held open by clients as far as the first station behind distributors and gateways',
    {
      connections: count(load.connections ?? 0),
      servers: count(workingReplicas(node)),
      each: count(connectionsPerReplica),
    },
    sources.document,
  );
}

const boundTexts = {
  work: 'The work of its servers, or of the busiest of them, is the least of what bounds it: {capacity}',
  places: 'The requests that it can have in progress are the least of what bounds it: {capacity}',
  bandwidth: 'The network of its servers is the least of what bounds it: {capacity}',
  connections: 'The connections that its servers can hold are the least of what bounds it: {capacity}',
  limit: 'A rate limit is the least of what bounds it: {capacity}',
} as const;

export function limitedBy({ figures }: NodeSubject): Explained {
  if (figures.limitedBy === null) return absent('Nothing bounds it', sources.utilization);
  return described(
    boundTexts[figures.limitedBy],
    { capacity: rps(figures.capacityRps ?? 0) },
    sources.utilization,
  );
}

/** The capacity of a node by what bounds it beside its servers and network; null where neither does. */
export function capacityBeside(subject: NodeSubject): Explained | null {
  const { context, node, at, figures } = subject;
  if (figures.limitedBy === 'connections') {
    const { readsRps, writesRps } = loadAt(context, at);
    return explained(
      '{offered} ÷ {use}: as much as comes over the connections that it can hold',
      { offered: rps(readsRps + writesRps), use: share(figures.connectionsUtilization ?? 0) },
      sources.utilization,
    );
  }
  const limitRps = limitRpsOf(node);
  if (figures.limitedBy !== 'limit' || limitRps === null) return null;
  const { rateLimitRps, quotaRps } = node.config;
  if (rateLimitRps !== null && quotaRps !== null)
    return explained(
      'lowest({limit} rate limit, {quota} quota)',
      { limit: rps(rateLimitRps), quota: rps(quotaRps) },
      sources.document,
    );
  return explained(
    '{limit}: its {by, select, own {rate limit} other {quota}}',
    { limit: rps(limitRps), by: { choice: quotaRps === null ? 'own' : 'quota' } },
    sources.document,
  );
}

/** The utilization of a node by what is busier than its servers and network; null where neither is. */
export function utilizationBeside(subject: NodeSubject): Explained | null {
  const { figures } = subject;
  const pacing = pacingOf(subject);
  const isPace = pacing !== null && pacing.use > 0 && pacing.use === figures.utilization;
  if (isPace && pacing.limitRps === 0)
    return described(
      'Its rate limit lets nothing through, and {offered} arrive',
      { offered: rps(figures.offeredRps ?? 0) },
      sources.utilization,
    );
  if (isPace)
    return explained(
      '{offered} ÷ {limit}: the pace at which it takes what buffers hold for it',
      { offered: rps(figures.offeredRps ?? 0), limit: rps(pacing.limitRps) },
      sources.utilization,
    );
  const held = figures.connectionsUtilization ?? 0;
  return held > 0 && held === figures.utilization ? connectionsUtilization(subject) : null;
}

/** The share that a rate limit refuses, of what a queue limit leaves where there is one, with its inputs; null where it refuses nothing. */
export function refusedByLimit(
  { context, node, at }: NodeSubject,
  queue: Quantities | null,
): Explained | null {
  const limitRps = limitRpsOf(node);
  const { readsRps, writesRps } = arrivingAt(context, at);
  const offered = readsRps + writesRps;
  const isServed = loadAt(context, at).readsRps + loadAt(context, at).writesRps === offered;
  if (limitRps === null || isServed || overLimit(limitRps, offered) === 0) return null;
  const inputs = { limit: rps(limitRps), arriving: rps(offered) };
  return queue === null
    ? explained('1 − {limit} ÷ {arriving}: what is over its rate limit', inputs, sources.utilization)
    : explained(
        '1 − {limit} ÷ {arriving} × (1 − M/M/c/K refused({servers} servers, {places} places, {offered} × {service})): what is over its rate limit, and of the rest the share that finds all places taken',
        { ...queue, ...inputs },
        sources.limited,
      );
}

/** The waits of a node whose rate limit sets the pace, beside those for its servers; null where none does. */
export function pacedWait(subject: NodeSubject, of: 'probability' | 'time'): Explained | null {
  const { context, node, at, figures } = subject;
  const pacing = pacingOf(subject);
  if (pacing === null) return null;
  const config = { ...node.config, rateLimitRps: null, quotaRps: null };
  const own = stationState({ ...node, config }, { kind: 'shared' }, loadAt(context, at));
  const inputs = { offered: rps(figures.offeredRps ?? 0), limit: rps(pacing.limitRps) };
  return of === 'probability'
    ? explained(
        '1 − (1 − {own}) × (1 − {offered} ÷ {limit}): waits for a server, or for the pace',
        { ...inputs, own: share(own.waitProbability ?? 0) },
        sources.erlang,
      )
    : explained(
        '{own} + {offered} ÷ {limit} ÷ (2 × {limit} × (1 − {offered} ÷ {limit})): the wait for a server, and M/D/1 for the pace',
        { ...inputs, own: ms(own.waitMs ?? 0) },
        sources.erlang,
      );
}
