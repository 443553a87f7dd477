import {
  assumed,
  listPrice,
  managedAvailability,
  providerCopies,
  recordBytes,
  requestPrice,
  sla,
  unreadSla,
} from '../basis';
import type { Kind } from '../kind';
import { storeFields } from './store-fields';

/** Finds by words what another store keeps. */
export const searchIndex: Kind = {
  id: 'search-index',
  title: 'Search index',
  layer: 'data',
  icon: 'search',
  behaviour: 'store',
  minScaleUp: 0.25,
  maxScaleUp: 8,
  purpose: 'Finds documents by words, filters and rank; a copy of what another store keeps.',
  keywords: ['full-text', 'fulltext', 'search engine', 'inverted index', 'lucene', 'autocomplete', 'facets'],
  technologies: [
    { name: 'Elasticsearch', icon: 'elasticsearch', aliases: ['elastic', 'elastic search', 'elastic cloud'] },
    { name: 'OpenSearch', icon: 'opensearch', aliases: ['open search'] },
    {
      name: 'Amazon OpenSearch Service',
      icon: 'opensearch',
      aliases: ['aws opensearch', 'amazon elasticsearch service'],
      managed: true,
      defaults: {
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.999, 'OpenSearch Service'),
        encryptedAtRest: assumed(true, 'As managed stores are set up'),
        unitCostUsd: listPrice(245, 'An instance of the class r6g.xlarge'),
      },
    },
    { name: 'Solr', aliases: ['apache solr', 'solrcloud'] },
    {
      name: 'Algolia',
      icon: 'algolia',
      aliases: ['hosted search'],
      managed: true,
      defaults: {
        requestUsdPerMillion: requestPrice(500, 'Searches'),
        durable: providerCopies,
        readMs: assumed(5, 'A search in memory, p99 30 ms', [1, 50]),
        writeMs: assumed(5, 'Accepted concurrently; seconds until it is found', [1, 50]),
        concurrency: assumed(32, 'Grows by itself; 6 400 searches a second a server are assumed', [8, 256]),
        cv: assumed(1.29, 'p99 30 ms ÷ mean 5 ms of a gamma service time', [0.5, 2]),
        instanceAvailability: managedAvailability,
        slaAvailability: unreadSla(0.999, 'Algolia'),
        encryptedAtRest: assumed(true, 'As managed stores are set up'),
        unitCostUsd: listPrice(0, 'No fixed price; about 0.50 US dollars a thousand searches'),
      },
    },
    {
      name: 'Meilisearch',
      aliases: ['typesense', 'sphinx', 'manticore'],
      defaults: {
        readMs: assumed(8, 'A search over an index that fits in memory, p99 50 ms', [1, 100]),
        replicasPerShard: assumed(2, 'Two servers with the whole index each', [1, 5]),
      },
    },
  ],
  defaults: {
    itemBytes: recordBytes,
    shards: assumed(
      1,
      'One until the index outgrows a server; with several every search asks all (scatter)',
      [1, 1000],
    ),
    replicasPerShard: assumed(3, 'Three copies, each of which answers searches', [1, 10]),
    concurrency: assumed(
      16,
      '1 000 searches or 10 000 documents in bulk a second on 8 virtual CPUs',
      [4, 128],
    ),
    readMs: assumed(15, 'A search, p99 100 ms', [2, 200]),
    writeMs: assumed(1.6, 'One document of a bulk; it is found a second later', [0.5, 50]),
    cv: assumed(1.42, 'p99 100 ms ÷ mean 15 ms of a gamma service time', [0.5, 3]),
    replication: assumed(
      'semi-sync',
      'A write waits for copies that keep up; one that is lost is dropped from them',
    ),
    readFrom: assumed('any', 'Any copy answers a search'),
    transactions: assumed(false, 'One document at a time'),
    instanceAvailability: assumed(0.999, 'One data node', [0.99, 0.9999]),
    backupEverySeconds: assumed(86_400, 'A snapshot a day', [300, 604_800]),
    restoreSeconds: assumed(
      14_400,
      'From a snapshot, or built anew from the store that it copies',
      [600, 172_800],
    ),
    failoverSeconds: assumed(30, 'Until a copy is made the primary', [5, 120]),
    unitCostUsd: listPrice(294, 'A data node of 8 virtual CPUs and 64 GB'),
    storageUsdPerGbMonth: listPrice(0.122, 'US dollars a GB and month of a copy, general purpose disk'),
  },
  main: ['shards', 'replicasPerShard', 'scatter', 'readMs', 'writeMs'],
  more: ['readFrom', ...storeFields(['scatter'])],
};
