import { assumed, listPrice, managedAvailability, sla, sourced } from '../basis';
import type { Kind } from '../kind';

const partitionLimits =
  'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html';
const millionWrites =
  'https://medium.com/netflix-techblog/benchmarking-cassandra-scalability-on-aws-over-a-million-writes-per-second-39f45f066c9e';

/** Values by key, spread over shards. */
export const keyValueStore: Kind = {
  id: 'key-value-store',
  title: 'Key-value store',
  layer: 'data',
  icon: 'key-round',
  behaviour: 'store',
  maxScaleUp: 8,
  purpose: 'Keeps values by key and spreads the keys over shards, each with its copies.',
  keywords: ['kv', 'nosql', 'key', 'hash', 'lookup', 'distributed', 'db'],
  technologies: [
    {
      name: 'DynamoDB',
      aliases: ['dynamo', 'amazon dynamodb'],
      managed: true,
      defaults: {
        shards: assumed(4, 'Partitions of a new table on demand', [1, 10_000]),
        concurrency: sourced(12, '3 000 reads a second a partition at 4 ms each', partitionLimits),
        readMs: assumed(4, 'p99 10 ms', [2, 20]),
        writeMs: sourced(12, '1 000 writes a second a partition: 12 at once, 12 ms each', partitionLimits),
        cv: assumed(0.5, 'p99 10 ms ÷ mean 4 ms of a read, of a gamma service time', [0.3, 2]),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.9999, 'DynamoDB'),
        unitCostUsd: listPrice(0, 'No fixed price; 0.125 US dollars a million reads, 0.625 a million writes'),
        storageUsdPerGbMonth: listPrice(
          0.083,
          'US dollars a GB and month, the price of 0.25 over three copies',
        ),
      },
    },
    {
      name: 'Cassandra',
      aliases: ['apache cassandra', 'scylla', 'scylladb', 'astra'],
      protocol: 'cql',
      defaults: {
        shards: assumed(3, 'Token ranges led by three nodes', [1, 1000]),
        concurrency: sourced(
          40,
          '3 800 writes a second a node with three copies on the machines of 2011; 10 000 writes and 8 000 reads on those of today',
          millionWrites,
          [10, 200],
        ),
        readMs: assumed(5, 'p99 20 ms', [1, 20]),
        writeMs: assumed(4, 'Appended to a log and a table in memory', [1, 10]),
        readFrom: assumed('any', 'Consistency level ONE'),
        instanceAvailability: assumed(0.999, 'One node', [0.99, 0.9999]),
        unitCostUsd: listPrice(250, 'One node'),
      },
    },
    {
      name: 'Redis (persistent)',
      aliases: ['redis store', 'redis cluster', 'memorydb'],
      protocol: 'redis',
      defaults: {
        concurrency: assumed(20, '100 000 operations a second a node at 0.2 ms', [5, 200]),
        readMs: assumed(0.2, 'From memory', [0.05, 2]),
        writeMs: assumed(1, 'Memory and the append-only file', [0.2, 10]),
      },
    },
    { name: 'Riak', aliases: ['riak kv'] },
  ],
  defaults: {
    shards: assumed(1, 'Not split until the load asks for it', [1, 1000]),
    replicasPerShard: assumed(3, 'Three copies', [1, 7]),
    concurrency: assumed(16, 'One node: 8 000 reads and 3 200 writes a second', [4, 200]),
    readMs: assumed(2, 'One lookup by key', [0.2, 20]),
    writeMs: assumed(5, 'One value, on disk', [0.5, 20]),
    cv: assumed(0.87, 'p99 20 ms ÷ mean 5 ms of a write, of a gamma service time', [0.3, 2]),
    replication: assumed('async', 'A write is answered by the leader, the copies follow'),
    readFrom: assumed('leader', 'Reads see every write'),
    instanceAvailability: assumed(0.999, 'One node', [0.99, 0.9999]),
    backupEverySeconds: assumed(86_400, 'A snapshot a day', [300, 604_800]),
    restoreSeconds: assumed(3600, 'From a snapshot to a store that answers', [300, 86_400]),
    failoverSeconds: assumed(30, 'Until a copy leads', [1, 300]),
    encryptedAtRest: assumed(true, 'As managed stores are set up'),
    unitCostUsd: listPrice(250, 'One node'),
    storageUsdPerGbMonth: listPrice(0.1, 'US dollars a GB and month of a copy'),
  },
  main: ['shards', 'replicasPerShard', 'readFrom', 'readMs', 'writeMs'],
  more: [
    'concurrency',
    'cv',
    'scaleUp',
    'replication',
    'replicaRttMs',
    'readQuorum',
    'writeQuorum',
    'hotShare',
    'scatter',
    'maxUtilization',
    'bandwidthMbps',
    'instanceAvailability',
    'slaAvailability',
    'multiZone',
    'backupEverySeconds',
    'restoreSeconds',
    'failoverSeconds',
    'encryptedAtRest',
    'observed',
    'unitCostUsd',
    'storageUsdPerGbMonth',
  ],
};
