import {
  assumed,
  listPrice,
  managedAvailability,
  providerCopies,
  recordBytes,
  serverAvailability,
  sla,
} from '../basis';
import type { Kind } from '../kind';
import { storeFields } from './store-fields';

const main = ['replicasPerShard', 'readFrom', 'readMs', 'writeMs', 'concurrency'] as const;

/** Things and what connects them. */
export const graphDatabase: Kind = {
  id: 'graph-database',
  title: 'Graph database',
  layer: 'data',
  icon: 'share-2',
  behaviour: 'store',
  minScaleUp: 0.25,
  maxScaleUp: 8,
  purpose: 'Keeps things and their connections, and follows many connections in one question.',
  keywords: ['graph', 'nodes and edges', 'relations', 'social', 'friends', 'recommendation', 'fraud', 'db'],
  protocol: 'bolt',
  technologies: [
    { name: 'Neo4j', icon: 'neo4j', aliases: ['neo4j aura', 'cypher'] },
    {
      name: 'Neptune',
      aliases: ['amazon neptune', 'gremlin', 'sparql'],
      protocol: 'https',
      managed: true,
      defaults: {
        durable: providerCopies,
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.999, 'Neptune over several zones'),
        replication: assumed('semi-sync', 'The shared storage has the write in several zones'),
        failoverSeconds: assumed(30, 'Until a copy leads', [10, 120]),
        encryptedAtRest: assumed(true, 'As managed databases are set up'),
        unitCostUsd: listPrice(1000, 'An instance of the class r6g.2xlarge'),
        storageUsdPerGbMonth: listPrice(0.1, 'US dollars a GB and month, all copies of the provider in it'),
      },
    },
    {
      name: 'Memgraph',
      aliases: ['in-memory graph'],
      defaults: {
        readMs: assumed(3, 'Two hops in memory, p99 30 ms', [0.5, 50]),
        writeMs: assumed(3, 'In memory, with a log on disk', [0.5, 50]),
        replication: assumed('async', 'The copies follow'),
      },
    },
    {
      name: 'JanusGraph',
      aliases: ['janus', 'titan', 'dgraph', 'arangodb'],
      protocol: 'wss',
      defaults: {
        readMs: assumed(15, 'Two hops, each a read of the store below, p99 150 ms', [5, 200]),
        transactions: assumed(false, 'Those of the store below, which has mostly none'),
      },
    },
  ],
  defaults: {
    itemBytes: recordBytes,
    replicasPerShard: assumed(3, 'Three members, so that a majority outlives one', [1, 15]),
    concurrency: assumed(32, '3 200 short questions a second on 8 virtual CPUs', [8, 256]),
    readMs: assumed(10, 'Two hops from one node, p99 100 ms; three take many times as long', [1, 1000]),
    writeMs: assumed(10, 'One node with its edges', [1, 100]),
    cv: assumed(2.05, 'p99 100 ms ÷ mean 10 ms of a gamma service time', [0.5, 4]),
    replication: assumed('semi-sync', 'A majority has the write: of three members the leader and one more'),
    readFrom: assumed('leader', 'Reads see every write'),
    transactions: assumed(true, 'Over several nodes and edges'),
    instanceAvailability: serverAvailability,
    backupEverySeconds: assumed(86_400, 'A copy a day', [300, 604_800]),
    restoreSeconds: assumed(7200, 'From a copy to a server that answers', [600, 86_400]),
    failoverSeconds: assumed(30, 'Until another member leads', [5, 300]),
    unitCostUsd: listPrice(294, 'A server of 8 virtual CPUs and 64 GB, licence not counted'),
    storageUsdPerGbMonth: listPrice(0.115, 'US dollars a GB and month of a copy, general purpose disk'),
  },
  main,
  more: storeFields(['concurrency', 'scatter', 'hotShare', 'shardKey', 'shardKeySpread']),
};
