import { layerIds } from '../model/vocabulary';
import { kinds } from './index';
import type { Kind } from './kind';

const clientCallees = [
  'cdn',
  'load-balancer',
  'api-gateway',
  'dns',
  'service',
  'websocket-gateway',
  'identity-provider',
  'object-store',
];
const edgeCallees = ['load-balancer', 'api-gateway', 'object-store', 'reverse-proxy', 'waf', 'service'];
const serverCallees = [
  'cache',
  'sql-database',
  'queue',
  'service',
  'stream',
  'key-value-store',
  'document-database',
  'object-store',
  'search-index',
  'external-api',
  'pub-sub',
];
const balancerCallees = ['service', 'api-gateway', 'reverse-proxy', 'websocket-gateway', 'function', 'cache'];
const gatewayCallees = ['service', 'function', 'rate-limiter', 'identity-provider', 'load-balancer', 'cache'];
const bufferCallees = ['worker', 'stream-processor', 'function', 'service', 'dead-letter-queue', 'etl-job'];
const workerCallees = [
  'sql-database',
  'object-store',
  'external-api',
  'cache',
  'queue',
  'email-provider',
  'push-provider',
  'search-index',
  'stream',
];
const processorCallees = ['data-warehouse', 'time-series-database', 'wide-column-store', 'stream', 'cache'];

/** What a kind usually calls, by its id, the most usual first. Kinds that are not here are taken by their layer. */
const calleesOfKind: Readonly<Record<string, readonly string[]>> = {
  scheduler: ['worker', 'function', 'etl-job', 'service', 'queue'],
  dns: ['cdn', 'load-balancer', 'api-gateway'],
  cdn: edgeCallees,
  waf: ['load-balancer', 'api-gateway', 'cdn', 'reverse-proxy', 'service'],
  'load-balancer': balancerCallees,
  'network-load-balancer': ['load-balancer', 'service', 'websocket-gateway', 'reverse-proxy'],
  'rate-limiter': ['cache', 'service', 'api-gateway'],
  worker: workerCallees,
  function: workerCallees,
  'stream-processor': processorCallees,
  'etl-job': ['data-warehouse', 'object-store', 'search-index', 'sql-database'],
  transcoder: ['object-store', 'queue', 'cdn'],
  'caching-proxy': ['service', 'load-balancer', 'object-store'],
  'pub-sub': ['queue', 'worker', 'function', 'push-provider', 'service', 'email-provider'],
  'sql-database': ['read-replica', 'backup', 'stream', 'search-index'],
  'document-database': ['read-replica', 'backup', 'stream', 'search-index'],
  'object-store': ['function', 'queue', 'backup', 'data-warehouse'],
  logs: ['alerting', 'object-store'],
  metrics: ['alerting'],
  custom: ['custom', 'service', 'sql-database', 'cache', 'queue'],
};

const calleesOfLayer: Readonly<Record<Kind['layer'], readonly string[]>> = {
  client: clientCallees,
  edge: edgeCallees,
  traffic: gatewayCallees,
  service: serverCallees,
  cache: ['sql-database', 'key-value-store', 'document-database', 'service'],
  messaging: bufferCallees,
  data: ['backup', 'stream', 'search-index', 'data-warehouse'],
  external: ['queue', 'service', 'worker'],
  operations: ['alerting', 'logs', 'metrics'],
};

/** Ids of the kinds that a kind usually calls, the most usual first. */
export const usualCallees = ({ id, layer }: Kind): readonly string[] =>
  (Object.hasOwn(calleesOfKind, id) ? calleesOfKind[id] : undefined) ?? calleesOfLayer[layer];

/** How far behind a layer another lies; those before it come after all behind it. */
function layersBehind(from: Kind, to: Kind): number {
  const distance = layerIds.indexOf(to.layer) - layerIds.indexOf(from.layer);
  return distance >= 0 ? distance : layerIds.length - distance;
}

/**
 * How likely one kind is to call another: the lower, the likelier. What it usually calls comes first, then the layers behind
 * it; infinite where the other starts requests and is never called.
 */
export function callRank(from: Kind, to: Kind): number {
  if (to.behaviour === 'source') return Number.POSITIVE_INFINITY;
  const usual = usualCallees(from);
  const at = usual.indexOf(to.id);
  return at === -1 ? usual.length + layersBehind(from, to) : at;
}

/** The kinds that make sense behind one, the likeliest first; what starts requests is not among them. */
export const kindsBehind = (from: Kind): readonly Kind[] =>
  kinds
    .filter((kind) => kind.behaviour !== 'source')
    .toSorted((a, b) => callRank(from, a) - callRank(from, b));

/** Every id in the tables, for the test that they are kinds. */
export const namedCallees: readonly string[] = [
  ...Object.keys(calleesOfKind),
  ...Object.values(calleesOfKind).flat(),
  ...Object.values(calleesOfLayer).flat(),
];
