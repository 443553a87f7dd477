import { daySeconds, yearSeconds } from '../../math/calendar';
import { type Message, message, sum } from '../../math/message';
import type { FlowKind } from '../../model/vocabulary';
import type { Estimates } from '../analysis';
import { cachesOf, exchangesOf, ratesOfKind, writtenStores } from '../estimates';
import {
  absent,
  bytes,
  count,
  type ExplainContext,
  type Explained,
  explained,
  factor,
  ms,
  rps,
  seconds,
  sources,
  term,
} from './explanation';

/** Requests a second of the flows of one kind, at peak or on average. */
function requests({ loaded, design }: ExplainContext, kind: FlowKind, isPeak: boolean): Explained {
  const terms = ratesOfKind(loaded.model, kind)
    .filter(({ peakRps }) => peakRps > 0)
    .map(({ flow, peakRps }) => {
      if (isPeak) return term(flow.id, rps(peakRps));
      const peakFactor = factor(flow.peakFactor ?? design.workload.peakFactor ?? 1);
      return message('{part} {rate} ÷ {peakFactor}', {
        part: { part: flow.id },
        rate: rps(peakRps),
        peakFactor,
      });
    });
  if (terms.length === 0)
    return explained(kind === 'read' ? '0: no flow reads' : '0: no flow writes', {}, sources.document);
  return explained(
    isPeak ? '{terms}: rates of the flows' : '{terms}: rates of the flows ÷ peak factor',
    { terms: sum(terms) },
    sources.document,
  );
}

function ratio({ analysis }: ExplainContext): Explained {
  const { averageReadRps, averageWriteRps, readsPerWrite } = analysis.totals.estimates;
  if (readsPerWrite === null) return absent('No flow writes', sources.document);
  return explained(
    '{reads} ÷ {writes}: reads ÷ writes, on average',
    { reads: rps(averageReadRps), writes: rps(averageWriteRps) },
    sources.document,
  );
}

/** Bytes between clients and the design, at peak a second or on average a day. */
function exchanged(
  { loaded }: ExplainContext,
  size: 'requestBytes' | 'responseBytes',
  isDay: boolean,
): Explained {
  const terms = exchangesOf(loaded.model).flatMap((of): readonly Message[] => {
    const rate = isDay ? of.averageRps : of.peakRps;
    if (rate * of.calls * of[size] === 0) return [];
    return [
      message('{part} {rate} × {calls} {calls, plural, one {call} other {calls}} × {size}', {
        part: { part: of.flow.id },
        rate: rps(rate),
        calls: count(of.calls),
        size: bytes(of[size]),
      }),
    ];
  });
  if (terms.length === 0) return explained('0: no flow says how large it is', {}, sources.document);
  return isDay
    ? explained(
        '({terms}) × {day}: average rate × calls of the client × bytes, over a day',
        { terms: sum(terms), day: seconds(daySeconds) },
        sources.document,
      )
    : explained('{terms}: peak rate × calls of the client × bytes', { terms: sum(terms) }, sources.document);
}

/** What stores add in a day or a year. */
function added({ loaded }: ExplainContext, period: number): Explained {
  const terms = writtenStores(loaded.model).map(({ node, bytesPerSecond }) =>
    message('{part} {written} a second', { part: { part: node.id }, written: bytes(bytesPerSecond) }),
  );
  if (terms.length === 0) return nothingKept;
  return explained(
    '({terms}) × {period}: bytes a second that each store gets on average, one copy without overhead',
    { terms: sum(terms), period: seconds(period) },
    sources.storage,
  );
}

const nothingKept = explained('0: no write stores bytes', {}, sources.storage);

/** What stores keep at their retention: one copy without overhead, or all of it. */
function kept({ loaded, analysis }: ExplainContext, isRaw: boolean): Explained {
  const stores = writtenStores(loaded.model);
  if (stores.length === 0) return nothingKept;
  const unknown = stores.find(({ retentionSeconds }) => retentionSeconds === null);
  if (unknown !== undefined)
    return absent(
      'Neither {store} nor the workload says for how long what is written is kept',
      sources.storage,
      { store: { part: unknown.node.id } },
    );
  if (!isRaw)
    return explained(
      '{terms}: what each store keeps at its retention, in all copies and with overhead',
      {
        terms: sum(stores.map(({ at, node }) => term(node.id, bytes(analysis.nodes[at]?.storageBytes ?? 0)))),
      },
      sources.storage,
    );
  const terms = stores.map(({ node, bytesPerSecond, retentionSeconds }) =>
    message('{part} {written} × {retention}', {
      part: { part: node.id },
      written: bytes(bytesPerSecond),
      retention: seconds(retentionSeconds ?? 0),
    }),
  );
  return explained(
    '{terms}: bytes a second on average × retention, one copy without overhead',
    { terms: sum(terms) },
    sources.storage,
  );
}

function cacheMemory({ design }: ExplainContext): Explained {
  const terms = cachesOf(design.nodes)
    .filter(({ servers, memoryBytes }) => servers * memoryBytes > 0)
    .map(({ id, servers, memoryBytes }) =>
      message('{part} {servers} {servers, plural, one {server} other {servers}} × {memory}', {
        part: { part: id },
        servers: count(servers),
        memory: bytes(memoryBytes),
      }),
    );
  if (terms.length === 0) return explained('0: the memory of every cache is unknown', {}, sources.document);
  return explained('{terms}: memory of the caches', { terms: sum(terms) }, sources.document);
}

function connections({ design, analysis }: ExplainContext): Explained {
  const terms = design.flows
    .filter((flow) => flow.connections * analysis.load > 0)
    .map((flow) =>
      message('{part} {connections} × {load}', {
        part: { part: flow.id },
        connections: count(flow.connections),
        load: factor(analysis.load),
      }),
    );
  if (terms.length === 0)
    return explained('0: no flow says how many connections its clients hold open', {}, sources.document);
  return explained(
    '{terms}: connections that clients hold open × load',
    { terms: sum(terms) },
    sources.document,
  );
}

function inProgress({ analysis }: ExplainContext): Explained {
  const saturated = analysis.flows.find(({ meanMs }) => meanMs === null);
  if (saturated !== undefined)
    return absent('{flow} is saturated: requests pile up without bound', sources.littlesLaw, {
      flow: { part: saturated.id },
    });
  const terms = analysis.flows
    .filter(({ rateRps, meanMs }) => rateRps * (meanMs ?? 0) > 0)
    .map(({ id, rateRps, meanMs }) =>
      message('{part} {rate} × {mean}', { part: { part: id }, rate: rps(rateRps), mean: ms(meanMs ?? 0) }),
    );
  if (terms.length === 0) return explained('0: no request takes any time', {}, sources.littlesLaw);
  return explained('{terms}: rate × mean response', { terms: sum(terms) }, sources.littlesLaw);
}

function servers({ analysis }: ExplainContext): Explained {
  const terms = analysis.nodes
    .filter((node) => (node.servers ?? 0) > 0)
    .map((node) => term(node.id, count(node.servers ?? 0)));
  if (terms.length === 0) return explained('0: none of its parts has any', {}, sources.sum);
  return explained('{terms}', { terms: sum(terms) }, sources.sum);
}

const explainers: { readonly [E in keyof Estimates]: (context: ExplainContext) => Explained } = {
  averageReadRps: (context) => requests(context, 'read', false),
  averageWriteRps: (context) => requests(context, 'write', false),
  peakReadRps: (context) => requests(context, 'read', true),
  peakWriteRps: (context) => requests(context, 'write', true),
  readsPerWrite: ratio,
  bytesInPerSecond: (context) => exchanged(context, 'requestBytes', false),
  bytesOutPerSecond: (context) => exchanged(context, 'responseBytes', false),
  bytesInPerDay: (context) => exchanged(context, 'requestBytes', true),
  bytesOutPerDay: (context) => exchanged(context, 'responseBytes', true),
  storedBytesPerDay: (context) => added(context, daySeconds),
  storedBytesPerYear: (context) => added(context, yearSeconds),
  storedRawBytes: (context) => kept(context, true),
  storedBytes: (context) => kept(context, false),
  cacheMemoryBytes: cacheMemory,
  connections,
  inProgress,
  servers,
};

const isEstimate = (name: string): name is keyof Estimates => Object.hasOwn(explainers, name);

/** How an estimate of the whole design came about; null for a name that none has. */
export const explainEstimate = (context: ExplainContext, name: string): Explained | null =>
  isEstimate(name) ? explainers[name](context) : null;
