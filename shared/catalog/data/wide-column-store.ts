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

const millionWrites =
  'https://medium.com/netflix-techblog/benchmarking-cassandra-scalability-on-aws-over-a-million-writes-per-second-39f45f066c9e';
const main = ['shards', 'replicasPerShard', 'replication', 'readMs', 'writeMs'] as const;

/** Wide rows by a partition key, written by many nodes at once. */
export const wideColumnStore: Kind = {
  id: 'wide-column-store',
  title: 'Wide-column store',
  layer: 'data',
  icon: 'columns-3',
  behaviour: 'store',
  minScaleUp: 0.25,
  maxScaleUp: 8,
  purpose: 'Keeps sorted rows under a partition key and takes very many writes, spread over equal nodes.',
  keywords: ['column family', 'nosql', 'wide rows', 'big table', 'time line', 'messages', 'lsm', 'db'],
  protocol: 'cql',
  technologies: [
    {
      name: 'Cassandra',
      icon: 'apachecassandra',
      aliases: ['apache cassandra', 'datastax'],
      defaults: {
        conflictRule: assumed('last-write-wins', 'The latest timestamp of a column stays'),
      },
    },
    {
      name: 'ScyllaDB',
      aliases: ['scylla'],
      defaults: {
        concurrency: assumed(
          60,
          '30 000 reads and 40 000 writes a second a node, a thread a core',
          [10, 400],
        ),
        readMs: assumed(2, 'p99 8 ms', [0.5, 10]),
        writeMs: assumed(1.5, 'Appended to a log and a table in memory', [0.5, 10]),
        conflictRule: assumed('last-write-wins', 'The latest timestamp of a column stays'),
      },
    },
    {
      name: 'Keyspaces',
      aliases: ['amazon keyspaces', 'astra', 'astra db', 'managed cassandra'],
      managed: true,
      defaults: {
        readUsdPerMillion: requestPrice(0.29, 'On demand, reads of up to 4 KB'),
        writeUsdPerMillion: requestPrice(1.45, 'On demand, writes of up to 1 KB'),
        durable: providerCopies,
        shards: assumed(4, 'Partitions of a table in use', [1, 10_000]),
        concurrency: assumed(15, '3 000 reads and 1 000 writes a second a partition', [5, 200]),
        readMs: assumed(5, 'p99 20 ms', [2, 20]),
        writeMs: assumed(15, '1 000 writes a second a partition: 15 concurrent, 15 ms each', [3, 20]),
        conflictRule: assumed('last-write-wins', 'The latest timestamp of a column stays'),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.9999, 'Keyspaces'),
        encryptedAtRest: assumed(true, 'Always'),
        unitCostUsd: listPrice(0, 'No fixed price; 0.29 US dollars a million reads, 1.45 a million writes'),
        storageUsdPerGbMonth: listPrice(0.3, 'US dollars a GB and month, all copies of the provider in it'),
      },
    },
    {
      name: 'HBase',
      aliases: ['apache hbase', 'hadoop database'],
      protocol: 'hbase',
      defaults: {
        replication: assumed('sync', 'The log of a region is on three disks before the write is answered'),
        transactions: assumed(true, 'One row at a time, with conditional writes'),
        failoverSeconds: assumed(60, 'Until another server has opened the regions', [10, 300]),
      },
    },
    {
      name: 'Bigtable',
      aliases: ['google bigtable', 'cloud bigtable'],
      protocol: 'grpc',
      managed: true,
      defaults: {
        durable: providerCopies,
        replicasPerShard: assumed(1, 'One node serves a range; its files lie on several disks', [1, 4]),
        shards: assumed(3, 'Three nodes', [1, 1000]),
        concurrency: assumed(60, '10 000 reads or writes a second a node at 6 ms', [10, 200]),
        readMs: assumed(6, 'One row, p99 25 ms', [2, 20]),
        writeMs: assumed(6, 'One row, p99 25 ms', [2, 20]),
        replication: assumed('async', 'To further clusters, where there are any'),
        transactions: assumed(true, 'One row at a time, with conditional writes'),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.999, 'Bigtable with one cluster'),
        encryptedAtRest: assumed(true, 'Always'),
        unitCostUsd: listPrice(475, 'One node'),
        storageUsdPerGbMonth: listPrice(0.17, 'US dollars a GB and month on flash disks'),
      },
    },
  ],
  defaults: {
    itemBytes: recordBytes,
    shards: assumed(
      1,
      'Three nodes that hold three copies of every row; each further shard adds three',
      [1, 1000],
    ),
    replicasPerShard: assumed(3, 'Three copies, in three zones', [1, 7]),
    concurrency: sourced(
      40,
      '3 800 writes a second a node with three copies on the machines of 2011; 10 000 writes and 8 000 reads on those of today',
      millionWrites,
      [10, 200],
    ),
    readMs: assumed(5, 'One partition, p99 20 ms', [1, 20]),
    writeMs: assumed(4, 'Appended to a log and a table in memory', [1, 10]),
    cv: assumed(0.87, 'p99 20 ms ÷ mean 5 ms of a read, of a gamma service time', [0.3, 2]),
    replication: assumed('quorum', 'Two of three copies answer each read and write'),
    transactions: assumed(false, 'Conditional writes exist for one partition, at four round trips each'),
    instanceAvailability: assumed(0.999, 'One node', [0.99, 0.9999]),
    backupEverySeconds: assumed(86_400, 'A snapshot a day', [300, 604_800]),
    restoreSeconds: assumed(14_400, 'Files copied back to every node', [600, 86_400]),
    failoverSeconds: assumed(0, 'No leader to elect: the other copies answer', [0, 10]),
    unitCostUsd: listPrice(294, 'A server of 8 virtual CPUs and 64 GB'),
    storageUsdPerGbMonth: listPrice(0.1, 'US dollars a GB and month of a copy'),
  },
  main,
  more: ['readFrom', ...storeFields(main)],
};
