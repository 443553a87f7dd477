import {
  assumed,
  listPrice,
  managedAvailability,
  providerCopies,
  recordBytes,
  requestPrice,
  sla,
  sourced,
} from '../basis';
import type { Kind } from '../kind';
import { storeFields } from './store-fields';

const partitionLimits =
  'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html';

/** Values by key, spread over shards. */
export const keyValueStore: Kind = {
  id: 'key-value-store',
  title: 'Key-value store',
  layer: 'data',
  icon: 'key-round',
  behaviour: 'store',
  minScaleUp: 0.25,
  maxScaleUp: 8,
  purpose: 'Keeps values by key and spreads the keys over shards, each with its copies.',
  keywords: ['kv', 'nosql', 'key', 'hash', 'lookup', 'distributed', 'db'],
  technologies: [
    {
      name: 'DynamoDB',
      aliases: ['dynamo', 'amazon dynamodb'],
      managed: true,
      defaults: {
        readUsdPerMillion: requestPrice(
          0.125,
          'On demand, strongly consistent reads of up to 4 KB',
          'https://aws.amazon.com/dynamodb/pricing/on-demand/',
        ),
        writeUsdPerMillion: requestPrice(
          0.625,
          'On demand, writes of up to 1 KB',
          'https://aws.amazon.com/dynamodb/pricing/on-demand/',
        ),
        durable: providerCopies,
        shards: assumed(4, 'Partitions of a new table on demand', [1, 10_000]),
        concurrency: assumed(3, 'So that the limits of a partition come out of the times', [3, 30]),
        readMs: sourced(
          1,
          'Its share of 3 000 reads a second a partition, by three',
          partitionLimits,
          [0.5, 5],
        ),
        writeMs: sourced(
          3,
          'Its share of 1 000 writes a second a partition, by three',
          partitionLimits,
          [1, 10],
        ),
        cv: assumed(0.5, 'Items of one table are of a size', [0.3, 2]),
        delayMs: assumed(2, 'The rest of 3 ms of a read and 5 ms of a write', [1, 15]),
        delayCv: assumed(0.9, 'p99 10 ms of a read', [0.3, 2]),
        replication: assumed(
          'semi-sync',
          'A write is answered when the leader and one of two followers have it',
        ),
        failoverSeconds: assumed(5, 'Until a copy leads the partition', [1, 30]),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.9999, 'DynamoDB'),
        encryptedAtRest: assumed(true, 'Always'),
        unitCostUsd: listPrice(0, 'No fixed price; 0.125 US dollars a million reads, 0.625 a million writes'),
        storageUsdPerGbMonth: listPrice(0.25, 'US dollars a GB and month, all copies of the provider in it'),
      },
    },
    {
      name: 'Redis (persistent)',
      icon: 'redis',
      aliases: ['redis store', 'redis cluster', 'valkey store', 'memorydb'],
      protocol: 'redis',
      defaults: {
        concurrency: assumed(20, '100 000 operations a second a node at 0.2 ms', [5, 200]),
        readMs: assumed(0.2, 'From memory', [0.05, 2]),
        writeMs: assumed(1, 'Memory and the append-only file', [0.2, 10]),
        inMemory: assumed(true, 'All that is kept is in memory; the file on disk is for a restart'),
        memoryBytes: assumed(13_000_000_000, 'A node of the class r6g.large', [500_000_000, 400_000_000_000]),
        unitCostUsd: listPrice(150, 'A node of the class r6g.large: 11.50 a GB of memory'),
        maxConnections: assumed(10_000, 'maxclients unless it is raised', [1000, 65_000]),
      },
    },
    {
      name: 'etcd',
      aliases: ['consul', 'zookeeper', 'chubby', 'lease store', 'lock service'],
      protocol: 'grpc',
      defaults: {
        concurrency: assumed(
          100,
          '10 000 small writes a second, gathered into few turns of the disk',
          [10, 500],
        ),
        readMs: assumed(2, 'A read that asks the majority first, p99 8 ms', [0.5, 20]),
        writeMs: assumed(10, 'A majority has it on disk, p99 40 ms', [2, 50]),
        replication: assumed('quorum', 'A majority agrees on each write'),
        failoverSeconds: assumed(2, 'Until another leader is elected', [1, 10]),
      },
    },
    {
      name: 'Riak',
      aliases: ['riak kv', 'voldemort'],
      defaults: {
        replication: assumed('quorum', 'Two of three copies answer each read and write'),
        transactions: assumed(false, 'Two concurrent writes leave siblings or the later one'),
        failoverSeconds: assumed(0, 'No leader to elect: the other copies answer', [0, 10]),
      },
    },
    {
      name: 'Aerospike',
      aliases: ['aerospike db'],
      defaults: {
        readMs: assumed(0.5, 'An index in memory, the value on flash, p99 2 ms', [0.1, 5]),
        writeMs: assumed(1, 'In the memory of both copies', [0.2, 5]),
        replication: assumed('semi-sync', 'A copy has the write before it is answered'),
        replicasPerShard: assumed(2, 'Two copies', [1, 5]),
      },
    },
  ],
  defaults: {
    itemBytes: recordBytes,
    shards: assumed(1, 'Not split until the load asks for it', [1, 1000]),
    replicasPerShard: assumed(3, 'Three copies', [1, 7]),
    concurrency: assumed(16, 'One node: 8 000 reads and 3 200 writes a second', [4, 200]),
    readMs: assumed(2, 'One lookup by key', [0.2, 20]),
    writeMs: assumed(5, 'One value, on disk', [0.5, 20]),
    cv: assumed(0.87, 'p99 20 ms ÷ mean 5 ms of a write, of a gamma service time', [0.3, 2]),
    replication: assumed('async', 'A write is answered by the leader, the copies follow'),
    readFrom: assumed('leader', 'Reads see every write'),
    transactions: assumed(true, 'Conditional writes of one key'),
    instanceAvailability: assumed(0.999, 'One node', [0.99, 0.9999]),
    backupEverySeconds: assumed(86_400, 'A snapshot a day', [300, 604_800]),
    restoreSeconds: assumed(3600, 'From a snapshot to a store that answers', [300, 86_400]),
    failoverSeconds: assumed(30, 'Until a copy leads', [1, 300]),
    encryptedAtRest: assumed(true, 'As managed stores are set up'),
    unitCostUsd: listPrice(294, 'A server of 8 virtual CPUs and 64 GB'),
    storageUsdPerGbMonth: listPrice(0.1, 'US dollars a GB and month of a copy'),
  },
  main: ['shards', 'replicasPerShard', 'readFrom', 'readMs', 'writeMs'],
  more: storeFields(),
};
