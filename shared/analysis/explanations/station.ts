import type { Quantities } from '../../math/quantity';
import { bandwidthCapacityRps, serversOf } from '../station';
import {
  absent,
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
import { isLimited, isNetworkBusiest, networkRps, serviceOf, waitPools } from './load';
import { storeWork } from './store';

const reasons = {
  source: 'Requests start at a source, which serves none: it has no such figure',
  'pass-through': 'What arrives passes through at once: no server is busy and nothing bounds it',
} as const;

/** Why a node that serves nothing lacks the figures of a station; null for a station. */
export function noStation({ node }: NodeSubject): Explained | null {
  if (node.behaviour !== 'source' && node.behaviour !== 'pass-through') return null;
  return absent(reasons[node.behaviour], sources.document);
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

/** Calls a second that the network carries, of the bytes that arrive. */
function networkInputs({ context, node, at }: NodeSubject): Quantities {
  const load = loadAt(context, at);
  return {
    servers: count(serversOf(node) ?? 0),
    network: bytes(((node.config.bandwidthMbps ?? 0) * 1e6) / 8),
    size: bytes(load.bytesPerSecond / (load.readsRps + load.writesRps)),
  };
}

/** The servers of the busiest pool, and the share of the arrivals that it takes where that is not all. */
function poolOf(subject: NodeSubject): {
  readonly text: string;
  readonly part: string;
  readonly inputs: Quantities;
} {
  const { context, node, at } = subject;
  const { replicas, concurrency, queueLimit } = node.config;
  const servers = { replicas: count(replicas), concurrency: count(concurrency) };
  if (isLimited(subject) && queueLimit !== null && queueLimit < replicas * concurrency)
    return { text: '{queue} places', part: '', inputs: { queue: count(queueLimit) } };
  const spread = context.loaded.model.spreads[at];
  if (spread?.kind !== 'hashed' || isLimited(subject) || replicas === 1)
    return {
      text: `{replicas} {replicas, plural, one {server} other {servers}} × {concurrency} concurrent`,
      part: '',
      inputs: servers,
    };
  return {
    text: '{concurrency} concurrent',
    part: '({hot} + (1 − {hot}) ÷ {replicas})',
    inputs: { ...servers, hot: share(spread.hotShare) },
  };
}

export function capacity(subject: NodeSubject): Explained {
  const { context, node, at, figures } = subject;
  if (figures.capacityRps === null)
    return noStation(subject) ?? absent('It takes no time, so that nothing bounds it', sources.utilization);
  if (bandwidthCapacityRps(node, loadAt(context, at)) === figures.capacityRps)
    return explained(
      '{servers} servers × {network} a second ÷ {size}: what the network carries of the requests and responses that arrive',
      networkInputs(subject),
      sources.utilization,
    );
  if (node.behaviour === 'store') {
    const { text, inputs } = storeWork(subject, 'share');
    return explained(
      `{concurrency} concurrent ÷ (${text}): what a call costs the busiest replica of the hottest shard`,
      inputs,
      sources.utilization,
    );
  }
  const { text, part, inputs } = poolOf(subject);
  const time = part === '' ? '{service}' : `({service} × ${part})`;
  const words =
    part === '' ? '' : ': the busiest server sets the limit, and takes that share of the arrivals';
  return explained(
    `${text} ÷ ${time}${words}`,
    { ...inputs, service: ms(serviceOf(subject).meanMs) },
    sources.utilization,
  );
}

export function utilization(subject: NodeSubject): Explained {
  const { node, figures } = subject;
  if (figures.utilization === null) return noStation(subject) ?? saturatedExplained(subject);
  const offered = rps(figures.offeredRps ?? 0);
  if (isNetworkBusiest(subject))
    return explained(
      '{offered} × {size} ÷ ({servers} servers × {network} a second): the network is busier than the servers',
      { ...networkInputs(subject), offered },
      sources.utilization,
    );
  if (node.behaviour === 'store') {
    const { text, inputs } = storeWork(subject, 'rps');
    return explained(
      `(${text}) ÷ {concurrency} concurrent: the busiest replica of the hottest shard`,
      inputs,
      sources.utilization,
    );
  }
  const { text, part, inputs } = poolOf(subject);
  const service = ms(serviceOf(subject).meanMs);
  if (isLimited(subject))
    return explained(
      `{offered} × (1 − {refused} refused) × {service} ÷ (${text})`,
      { ...inputs, service, offered, refused: share(figures.refused) },
      sources.limited,
    );
  return explained(
    `{offered} × ${part === '' ? '' : `${part} × `}{service} ÷ (${text})`,
    { ...inputs, service, offered },
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
  const network = networkRps(subject);
  if (network === null)
    return described(
      'Beyond its queue limit it refuses requests, so that its queue does not grow without bound',
      { refused: share(figures.refused) },
      sources.limited,
    );
  const load = loadAt(context, at);
  return explained(
    '{offered} ÷ {network} ≥ {full}: only the network can saturate it, since beyond its queue limit it refuses requests',
    { offered: rps(load.readsRps + load.writesRps), network: rps(network), full: share(1) },
    sources.utilization,
  );
}

/** `M/M/c/K` of a station with a queue limit. */
function limitedInputs(subject: NodeSubject): Quantities {
  const { node, figures } = subject;
  const { replicas, concurrency, queueLimit } = node.config;
  return {
    servers: count(Math.min(replicas * concurrency, queueLimit ?? 0)),
    places: count(queueLimit ?? 0),
    offered: rps(figures.offeredRps ?? 0),
    service: ms(serviceOf(subject).meanMs),
  };
}

const limitedOf = (name: string): string =>
  `M/M/c/K ${name}({servers} servers, {places} places, {offered} × {service})`;

export function refused(subject: NodeSubject): Explained {
  if (!isLimited(subject))
    return explained('0: it has no queue limit, so that it refuses nothing', {}, sources.document);
  return explained(
    `${limitedOf('refused')}: the share that finds all places taken`,
    limitedInputs(subject),
    sources.limited,
  );
}

export function waitProbability(subject: NodeSubject): Explained {
  const { figures } = subject;
  if (figures.waitProbability === null) return noStation(subject) ?? saturatedExplained(subject);
  if (isLimited(subject))
    return explained(
      `${limitedOf('waiting')}: of the requests that it accepts`,
      limitedInputs(subject),
      sources.limited,
    );
  const pools = waitPools(subject);
  const inputs: Record<string, Quantities[string]> = { service: ms(pools.serviceMs) };
  const texts = pools.of.map((pool, i) => {
    const n = pools.of.length === 1 ? '' : String(i + 1);
    inputs[`servers${n}`] = count(pool.servers);
    inputs[`rate${n}`] = rps(pool.rateRps);
    if (n === '') return 'Erlang C({servers} servers, {rate} × {service})';
    inputs[`share${n}`] = share(pool.share);
    return `{share${n}} × Erlang C({servers${n}} servers, {rate${n}} × {service})`;
  });
  return explained(`${texts.join(' + ')}${pools.words}`, inputs, sources.erlang);
}

export function wait(subject: NodeSubject): Explained {
  const { figures } = subject;
  if (figures.waitMs === null) return noStation(subject) ?? saturatedExplained(subject);
  if (noStation(subject) !== null) return explained('0: nothing queues here', {}, sources.document);
  if (isLimited(subject))
    return explained(
      `M/M/c/K wait({servers} servers, {places} places, {offered} × {service}) × {service}: of the requests that it accepts`,
      limitedInputs(subject),
      sources.limited,
    );
  const pools = waitPools(subject);
  if (pools.of.every(({ waiting }) => waiting === 0))
    return explained('0: next to no request finds it busy', {}, sources.erlang);
  const inputs: Record<string, Quantities[string]> = {
    service: ms(pools.serviceMs),
    cv: count(pools.cv),
    arrivals: count(pools.arrivalScv),
  };
  const texts = pools.of.map((pool, i) => {
    const n = pools.of.length === 1 ? '' : String(i + 1);
    inputs[`waiting${n}`] = share(pool.waiting);
    inputs[`servers${n}`] = count(pool.servers);
    inputs[`rate${n}`] = rps(pool.rateRps);
    if (n !== '') inputs[`share${n}`] = share(pool.share);
    return `${n === '' ? '' : `{share${n}} × `}{waiting${n}} ÷ ({servers${n}} servers ÷ {service} − {rate${n}})`;
  });
  const queue = texts.length === 1 ? texts[0] : `(${texts.join(' + ')})`;
  return explained(
    `${queue} × ({arrivals} + {cv} × {cv}) ÷ 2${pools.words === '' ? ': Erlang C first, then the variation of arrivals and service' : pools.words}`,
    inputs,
    sources.erlang,
  );
}
