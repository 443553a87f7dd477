import type { ConfigField } from '../model/config';
import { cache } from './cache/cache';
import { cachingProxy } from './cache/caching-proxy';
import { client } from './client/client';
import { mobileApp } from './client/mobile-app';
import { partner } from './client/partner';
import { scheduler } from './client/scheduler';
import { webApp } from './client/web-app';
import { backup } from './data/backup';
import { dataWarehouse } from './data/data-warehouse';
import { documentDatabase } from './data/document-database';
import { graphDatabase } from './data/graph-database';
import { keyValueStore } from './data/key-value-store';
import { objectStore } from './data/object-store';
import { readReplica } from './data/read-replica';
import { searchIndex } from './data/search-index';
import { shard } from './data/shard';
import { sqlDatabase } from './data/sql-database';
import { timeSeriesDatabase } from './data/time-series-database';
import { wideColumnStore } from './data/wide-column-store';
import { cdn } from './edge/cdn';
import { ddosProtection } from './edge/ddos-protection';
import { dns } from './edge/dns';
import { firewall } from './edge/firewall';
import { waf } from './edge/waf';
import { emailProvider } from './external/email-provider';
import { externalApi } from './external/external-api';
import { identityProvider } from './external/identity-provider';
import { paymentProvider } from './external/payment-provider';
import { pushProvider } from './external/push-provider';
import { smsProvider } from './external/sms-provider';
import type { Defaults, Kind, Technology } from './kind';
import { deadLetterQueue } from './messaging/dead-letter-queue';
import { pubSub } from './messaging/pub-sub';
import { queue } from './messaging/queue';
import { stream } from './messaging/stream';
import { alerting } from './operations/alerting';
import { canary } from './operations/canary';
import { logs } from './operations/logs';
import { metrics } from './operations/metrics';
import { secretManager } from './operations/secret-manager';
import { traces } from './operations/traces';
import { containerCluster } from './service/container-cluster';
import { custom } from './service/custom';
import { etlJob } from './service/etl-job';
import { serverlessFunction } from './service/function';
import { idGenerator } from './service/id-generator';
import { matchingEngine } from './service/matching-engine';
import { mediaServer } from './service/media-server';
import { service } from './service/service';
import { streamProcessor } from './service/stream-processor';
import { transcoder } from './service/transcoder';
import { worker } from './service/worker';
import { apiGateway } from './traffic/api-gateway';
import { graphqlGateway } from './traffic/graphql-gateway';
import { grpcGateway } from './traffic/grpc-gateway';
import { loadBalancer } from './traffic/load-balancer';
import { networkLoadBalancer } from './traffic/network-load-balancer';
import { rateLimiter } from './traffic/rate-limiter';
import { reverseProxy } from './traffic/reverse-proxy';
import { serviceMesh } from './traffic/service-mesh';
import { websocketGateway } from './traffic/websocket-gateway';

/** Every kind, in the order of the palette: by layer, and in a layer by how often it is drawn. */
export const kinds: readonly Kind[] = [
  client,
  webApp,
  mobileApp,
  partner,
  scheduler,
  dns,
  cdn,
  waf,
  ddosProtection,
  firewall,
  loadBalancer,
  apiGateway,
  reverseProxy,
  networkLoadBalancer,
  websocketGateway,
  graphqlGateway,
  grpcGateway,
  serviceMesh,
  rateLimiter,
  service,
  worker,
  serverlessFunction,
  containerCluster,
  streamProcessor,
  etlJob,
  idGenerator,
  mediaServer,
  transcoder,
  matchingEngine,
  cache,
  cachingProxy,
  queue,
  stream,
  pubSub,
  deadLetterQueue,
  sqlDatabase,
  readReplica,
  keyValueStore,
  documentDatabase,
  objectStore,
  wideColumnStore,
  searchIndex,
  shard,
  timeSeriesDatabase,
  dataWarehouse,
  graphDatabase,
  backup,
  externalApi,
  paymentProvider,
  identityProvider,
  pushProvider,
  emailProvider,
  smsProvider,
  metrics,
  logs,
  traces,
  alerting,
  canary,
  secretManager,
  custom,
];

const byId: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.id, kind]));

/** The kind of this id, or `undefined` where the catalog has none. */
export const kindOf = (id: string): Kind | undefined => byId.get(id);

/** The technology of a kind by its name or another word for it, whatever the case. */
export function technologyOf(kind: Kind, name: string | undefined): Technology | undefined {
  if (name === undefined) return undefined;
  const wanted = name.trim().toLowerCase();
  const called = (word: string): boolean => word.toLowerCase() === wanted;
  return kind.technologies.find(
    (technology) => called(technology.name) || (technology.aliases ?? []).some(called),
  );
}

/** What a provider promises, allows, sets up unasked or bills; one's own servers have none of it. */
const promises: readonly string[] = [
  'slaAvailability',
  'quotaRps',
  'healthCheckSeconds',
  'requestUsdPerMillion',
  'readUsdPerMillion',
  'writeUsdPerMillion',
] satisfies readonly ConfigField[];

/** By the kind's id and then by technology: kinds may share a technology, and it never decides the kind. */
const asTechnology: ReadonlyMap<string, ReadonlyMap<Technology, Kind>> = new Map(
  kinds.map((kind) => [kind.id, inTechnologies(kind)]),
);

function inTechnologies(kind: Kind): ReadonlyMap<Technology, Kind> {
  return new Map(
    kind.technologies.flatMap((technology): readonly (readonly [Technology, Kind])[] => {
      const { icon, managed = kind.managed ?? false } = technology;
      const run = managed === (kind.managed ?? false) ? kind : runOtherwise(kind, managed);
      const shown = icon === undefined ? run : { ...run, icon };
      return shown === kind ? [] : [[technology, shown]];
    }),
  );
}

/** A provider's service has no servers to choose; one's own has, but for a store, whose servers are its replicas. */
function runOtherwise(kind: Kind, managed: boolean): Kind {
  const main = kind.main.filter((field) => field !== 'replicas');
  if (managed) return { ...kind, managed, main };
  // The limit of a managed kind is its provider's quota.
  const { limited: _, ...rest } = kind;
  const counted = kind.behaviour === 'store' ? main : (['replicas', ...main] as const);
  const more = kind.more.filter((field) => field !== 'slaAvailability');
  const defaults: Defaults = Object.fromEntries(
    Object.entries(kind.defaults).filter(([field]) => !promises.includes(field)),
  );
  return { ...rest, managed, main: counted.slice(0, 5), more: [...counted.slice(5), ...more], defaults };
}

/** The kind in this technology: who runs it, and its logo. The same object for the same technology. */
export function kindAs(kind: Kind, technology: Technology | undefined): Kind {
  return technology === undefined ? kind : (asTechnology.get(kind.id)?.get(technology) ?? kind);
}
