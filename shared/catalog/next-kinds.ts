import type { LayerId } from '../model/vocabulary';
import { kindOf } from './index';
import type { Kind } from './kind';

/** What a component of each layer calls most often, the likeliest first. */
const usualCallees: Readonly<Record<LayerId, readonly string[]>> = {
  client: ['cdn', 'load-balancer', 'api-gateway', 'dns', 'service'],
  edge: ['load-balancer', 'api-gateway', 'object-store', 'waf', 'service'],
  traffic: ['service', 'function', 'api-gateway', 'rate-limiter', 'identity-provider'],
  service: ['cache', 'sql-database', 'queue', 'key-value-store', 'service', 'external-api', 'stream'],
  cache: ['sql-database', 'key-value-store', 'document-database', 'object-store', 'service'],
  messaging: ['worker', 'stream-processor', 'function', 'dead-letter-queue', 'data-warehouse'],
  data: ['read-replica', 'backup', 'stream', 'search-index'],
  external: ['api-gateway', 'queue'],
  operations: ['alerting', 'object-store'],
};

/** Kinds that fit beside a component: what one of its layer calls most often, without those that it calls already. */
export function nextKinds(layer: LayerId, called: ReadonlySet<string>, most = 5): readonly Kind[] {
  return usualCallees[layer]
    .filter((id) => !called.has(id))
    .flatMap((id) => kindOf(id) ?? [])
    .slice(0, most);
}
