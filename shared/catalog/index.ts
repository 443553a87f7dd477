import { cache } from './cache/cache';
import { client } from './client/client';
import { keyValueStore } from './data/key-value-store';
import { objectStore } from './data/object-store';
import { shard } from './data/shard';
import { sqlDatabase } from './data/sql-database';
import { cdn } from './edge/cdn';
import { dns } from './edge/dns';
import type { Kind, Technology } from './kind';
import { queue } from './messaging/queue';
import { stream } from './messaging/stream';
import { custom } from './service/custom';
import { service } from './service/service';
import { worker } from './service/worker';
import { apiGateway } from './traffic/api-gateway';
import { loadBalancer } from './traffic/load-balancer';

/** Every kind, in the order of the palette: by layer, and in a layer by how often it is drawn. */
export const kinds: readonly Kind[] = [
  client,
  dns,
  cdn,
  loadBalancer,
  apiGateway,
  service,
  worker,
  cache,
  queue,
  stream,
  sqlDatabase,
  keyValueStore,
  shard,
  objectStore,
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

const otherwiseManaged: ReadonlyMap<Technology, Kind> = new Map(
  kinds.flatMap((kind) =>
    kind.technologies
      .filter(({ managed }) => managed !== undefined && managed !== (kind.managed ?? false))
      .map((technology) => [technology, runOtherwise(kind, technology.managed === true)]),
  ),
);

/** A provider's service has no servers to choose; one's own has, but for a store, whose servers are its replicas. */
function runOtherwise(kind: Kind, managed: boolean): Kind {
  const main = kind.main.filter((field) => field !== 'replicas');
  const counted = managed || kind.behaviour === 'store' ? main : (['replicas', ...main] as const);
  return { ...kind, managed, main: counted };
}

/** The kind as this technology is run: by a provider or by oneself. The same object for the same technology. */
export function kindAs(kind: Kind, technology: Technology | undefined): Kind {
  return technology === undefined ? kind : (otherwiseManaged.get(technology) ?? kind);
}
