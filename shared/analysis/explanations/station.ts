import { message, sum, words } from '../../math/message';
import type { Quantities } from '../../math/quantity';
import { limitRpsOf } from '../rate-limit';
import { networkServersOf, workingReplicas } from '../station';
import {
  absent,
  arrivingAt,
  bytes,
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
import { capacityBeside, pacedWait, refusedByLimit, utilizationBeside } from './limits-beside';
import { isLimited, isNetworkBusiest, networkRps, pacingOf, serviceOf, waitPools } from './load';
import { capacityOfPlaces, refusedByPlaces, utilizationOfPlaces, waitOfPlaces } from './places';
import { storeWork } from './store';

const reasonTexts = {
  source: 'Requests start at a source, which serves none: it has no such figure',
  'pass-through': 'What arrives passes through at once: no server is busy and nothing bounds it',
} as const;

/** Why a node that serves nothing lacks the figures of a station; null for a station. */
export function noStation({ node }: NodeSubject): Explained | null {
  if (node.behaviour !== 'source' && node.behaviour !== 'pass-through') return null;
  return absent(reasonTexts[node.behaviour], sources.document);
}

/** Why a station has no times. */
export function saturatedExplained({ figures }: NodeSubject): Explained {
  const inputs = { offered: rps(figures.offeredRps ?? 0), capacity: rps(figures.capacityRps ?? 0) };
  return absent(
    'Saturated: {offered} arrive and {capacity} can be served, so that the queue grows without bound',
    sources.utilization,
    inputs,
  );
}

/** Capacity of the network in calls a second, of the bytes that arrive. */
function networkInputs({ context, node, at }: NodeSubject): Quantities {
  const load = loadAt(context, at);
  return {
    servers: count(networkServersOf(node)),
    network: bytes(((node.config.bandwidthMbps ?? 0) * 1e6) / 8),
    size: bytes(load.bytesPerSecond / (load.readsRps + load.writesRps)),
  };
}

/** The servers of the busiest pool as `pool`; `isHashed` where it takes a share of the arrivals, by `hot` and `replicas`. */
function poolOf(subject: NodeSubject): { readonly isHashed: boolean; readonly values: Quantities } {
  const { context, node, at } = subject;
  const { concurrency, queueLimit } = node.config;
  const replicas = workingReplicas(node);
  const servers = { replicas: count(replicas), concurrency: count(concurrency) };
  if (isLimited(subject) && queueLimit !== null && queueLimit < replicas * concurrency)
    return { isHashed: false, values: { pool: words('{queue} places', { queue: count(queueLimit) }) } };
  const spread = context.loaded.model.spreads[at];
  if (spread?.kind !== 'hashed' || isLimited(subject) || replicas === 1)
    return {
      isHashed: false,
      values: {
        pool: words(
          '{replicas} {replicas, plural, one {server} other {servers}} × {concurrency} concurrent',
          servers,
        ),
      },
    };
  const pool = words('{concurrency} concurrent', servers);
  return { isHashed: true, values: { pool, replicas: servers.replicas, hot: share(spread.hotShare) } };
}

export function capacity(subject: NodeSubject): Explained {
  const { node, figures } = subject;
  if (figures.capacityRps === null)
    return noStation(subject) ?? absent('It takes no time, so that nothing bounds it', sources.utilization);
  const beside = capacityOfPlaces(subject) ?? capacityBeside(subject);
  if (beside !== null) return beside;
  if (figures.limitedBy === 'bandwidth')
    return explained(
      '{servers} servers × {network} a second ÷ {size}: the capacity of the network for the requests and responses that arrive',
      networkInputs(subject),
      sources.utilization,
    );
  if (node.behaviour === 'store')
    return explained(
      '{concurrency} concurrent ÷ ({work}): what a call costs the busiest replica of the hottest shard',
      { work: storeWork(subject, 'share'), concurrency: count(node.config.concurrency) },
      sources.utilization,
    );
  const { isHashed, values } = poolOf(subject);
  return explained(
    isHashed
      ? '{pool} ÷ ({service} × ({hot} + (1 − {hot}) ÷ {replicas})): the busiest server sets the limit, and takes that share of the arrivals'
      : '{pool} ÷ {service}',
    { ...values, service: ms(serviceOf(subject).meanMs) },
    sources.utilization,
  );
}

export function utilization(subject: NodeSubject): Explained {
  const { node, figures } = subject;
  if (figures.utilization === null) return noStation(subject) ?? saturatedExplained(subject);
  const beside = utilizationOfPlaces(subject) ?? utilizationBeside(subject);
  if (beside !== null) return beside;
  const offered = servedRps(subject);
  if (isNetworkBusiest(subject) && networkRps(subject) === 0)
    return described('Its network carries nothing, and {offered} arrive', { offered }, sources.utilization);
  if (isNetworkBusiest(subject))
    return explained(
      '{offered} × {size} ÷ ({servers} servers × {network} a second): the network is busier than the servers',
      { ...networkInputs(subject), offered },
      sources.utilization,
    );
  if (node.behaviour === 'store')
    return explained(
      '({work}) ÷ {concurrency} concurrent: the busiest replica of the hottest shard',
      { work: storeWork(subject, 'rps'), concurrency: count(node.config.concurrency) },
      sources.utilization,
    );
  const { isHashed, values } = poolOf(subject);
  const service = ms(serviceOf(subject).meanMs);
  if (isLimited(subject))
    return explained(
      '{offered} × (1 − {refused} refused) × {service} ÷ ({pool})',
      { ...values, service, offered, refused: share(refusedByQueue(subject)) },
      sources.limited,
    );
  return explained(
    isHashed
      ? '{offered} × ({hot} + (1 − {hot}) ÷ {replicas}) × {service} ÷ ({pool})'
      : '{offered} × {service} ÷ ({pool})',
    { ...values, service, offered },
    sources.utilization,
  );
}

export function saturated(subject: NodeSubject): Explained {
  const { context, at, figures } = subject;
  if (noStation(subject) !== null)
    return described('It serves nothing itself, so that it cannot saturate', {}, sources.utilization);
  if (!isLimited(subject))
    return explained(
      '{utilization} ≥ {full}: its utilization; from there on the queue grows without bound',
      { utilization: share(figures.utilization ?? 0), full: share(1) },
      sources.utilization,
    );
  const load = loadAt(context, at);
  const network = networkRps(subject);
  const held = figures.connectionsUtilization;
  const pacing = pacingOf(subject);
  if (held !== null || pacing !== null) {
    const carried = network === null ? 0 : (load.readsRps + load.writesRps) / network;
    return explained(
      '{beside} ≥ {full}: the most that its network, its connections and the pace of its rate limit are used; beyond its queue limit it refuses requests',
      { beside: share(Math.max(carried, held ?? 0, pacing?.use ?? 0)), full: share(1) },
      sources.utilization,
    );
  }
  if (network === null)
    return described(
      'Beyond its queue limit it refuses requests, so that its queue does not grow without bound',
      { refused: share(figures.refused) },
      sources.limited,
    );
  return explained(
    '{offered} ÷ {network} ≥ {full}: only the network can saturate it, since beyond its queue limit it refuses requests',
    { offered: rps(load.readsRps + load.writesRps), network: rps(network), full: share(1) },
    sources.utilization,
  );
}

const servedRps = ({ context, at }: NodeSubject) => {
  const { readsRps, writesRps } = loadAt(context, at);
  return rps(readsRps + writesRps);
};

/** What a queue limit refuses of what a rate limit lets through. */
function refusedByQueue({ context, at, figures }: NodeSubject): number {
  const arriving = arrivingAt(context, at);
  const served = loadAt(context, at);
  const passed = (served.readsRps + served.writesRps) / (arriving.readsRps + arriving.writesRps);
  // Where nothing arrives, or a limit of nothing lets nothing through, there is nothing that the queue could refuse.
  if (!(passed > 0)) return 0;
  return passed < 1 ? 1 - (1 - figures.refused) / passed : figures.refused;
}

/** `M/M/c/K` of a station with a queue limit. */
function limitedInputs(subject: NodeSubject): Quantities {
  const { node } = subject;
  const { concurrency, queueLimit } = node.config;
  return {
    servers: count(Math.min(workingReplicas(node) * concurrency, queueLimit ?? 0)),
    places: count(queueLimit ?? 0),
    offered: servedRps(subject),
    service: ms(serviceOf(subject).meanMs),
  };
}

export function refused(subject: NodeSubject): Explained {
  const byPlaces = refusedByPlaces(subject);
  if (byPlaces !== null) return byPlaces;
  const byLimit = refusedByLimit(subject, isLimited(subject) ? limitedInputs(subject) : null);
  if (byLimit !== null) return byLimit;
  if (!isLimited(subject))
    return explained(
      limitRpsOf(subject.node) === null
        ? '0: it has no queue limit, so that it refuses nothing'
        : '0: its rate limit refuses nothing of what arrives',
      {},
      sources.document,
    );
  return explained(
    'M/M/c/K refused({servers} servers, {places} places, {offered} × {service}): the share that finds all places taken',
    limitedInputs(subject),
    sources.limited,
  );
}

export function waitProbability(subject: NodeSubject): Explained {
  const { figures } = subject;
  if (figures.waitProbability === null) return noStation(subject) ?? saturatedExplained(subject);
  const paced = waitOfPlaces(subject, 'probability') ?? pacedWait(subject, 'probability');
  if (paced !== null) return paced;
  if (isLimited(subject))
    return explained(
      'M/M/c/K waiting({servers} servers, {places} places, {offered} × {service}): of the requests that it accepts',
      limitedInputs(subject),
      sources.limited,
    );
  const pools = waitPools(subject);
  const isOne = pools.of.length === 1;
  const terms = pools.of.map(({ servers, rateRps, share: part }) =>
    message(
      isOne
        ? 'Erlang C({servers} servers, {rate} × {service})'
        : '{share} × Erlang C({servers} servers, {rate} × {service})',
      { servers: count(servers), rate: rps(rateRps), ...(!isOne && { share: share(part) }) },
    ),
  );
  return explained(
    '{terms}{queue, select, even {: each server has a queue of its own, and takes an even share} turn {: each server has a queue of its own, and takes the requests in turn} hashed {: each server has a queue of its own, the busiest one first} leader {: the leader, with all that it is asked itself} hottest {: the leader of the hottest shard, with all that it is asked itself} other {}}',
    { terms: sum(terms, { service: ms(pools.serviceMs) }), queue: { choice: pools.queue } },
    sources.erlang,
  );
}

export function wait(subject: NodeSubject): Explained {
  const { figures } = subject;
  if (figures.waitMs === null) return noStation(subject) ?? saturatedExplained(subject);
  if (noStation(subject) !== null) return explained('0: nothing queues here', {}, sources.document);
  const paced = waitOfPlaces(subject, 'time') ?? pacedWait(subject, 'time');
  if (paced !== null) return paced;
  if (isLimited(subject))
    return explained(
      'M/M/c/K wait({servers} servers, {places} places, {offered} × {service}) × {service}: of the requests that it accepts',
      limitedInputs(subject),
      sources.limited,
    );
  const pools = waitPools(subject);
  if (pools.of.every(({ waiting }) => waiting === 0))
    return explained('0: next to no request finds it busy', {}, sources.erlang);
  const isOne = pools.of.length === 1;
  const service = ms(pools.serviceMs);
  const terms = pools.of.map(({ waiting, servers, rateRps, share: part }) =>
    message(
      isOne
        ? '{waiting} ÷ ({servers} servers ÷ {service} − {rate})'
        : '{share} × {waiting} ÷ ({servers} servers ÷ {service} − {rate})',
      {
        waiting: share(waiting),
        servers: count(servers),
        rate: rps(rateRps),
        ...(!isOne && { share: share(part) }),
      },
    ),
  );
  return explained(
    '{pools, select, one {{terms}} other {({terms})}} × ({arrivals} + {cv} × {cv}) ÷ 2: {queue, select, even {each server has a queue of its own, and takes an even share} turn {each server has a queue of its own, and takes the requests in turn} hashed {each server has a queue of its own, the busiest one first} leader {the leader, with all that it is asked itself} hottest {the leader of the hottest shard, with all that it is asked itself} other {Erlang C first, then the variation of arrivals and service}}',
    {
      service,
      cv: count(pools.cv),
      arrivals: count(pools.arrivalScv),
      terms: sum(terms, { service }),
      pools: { choice: isOne ? 'one' : 'several' },
      queue: { choice: pools.queue },
    },
    sources.erlang,
  );
}
