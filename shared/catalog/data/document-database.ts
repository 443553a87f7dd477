import { assumed, listPrice, managedAvailability, sla } from '../basis';
import type { Kind } from '../kind';
import { storeFields } from './store-fields';

const main = ['shards', 'replicasPerShard', 'readFrom', 'readMs', 'writeMs'] as const;

/** Documents with fields of any shape, found by id and by index. */
export const documentDatabase: Kind = {
  id: 'document-database',
  title: 'Document database',
  layer: 'data',
  icon: 'file-json',
  behaviour: 'store',
  maxScaleUp: 8,
  purpose: 'Keeps documents whole, with fields of any shape, and finds them by id and by index.',
  keywords: ['nosql', 'json', 'bson', 'documents', 'collection', 'schemaless', 'db'],
  protocol: 'mongodb',
  technologies: [
    {
      name: 'MongoDB',
      icon: 'mongodb',
      aliases: ['mongo', 'mongodb atlas', 'atlas', 'percona mongodb'],
      defaults: {
        maxConnections: assumed(
          10_000,
          'About a megabyte of memory each; the server’s own limit is 65 536',
          [500, 65_536],
        ),
      },
    },
    {
      name: 'DocumentDB',
      aliases: ['amazon documentdb', 'aws documentdb'],
      managed: true,
      defaults: {
        readMs: assumed(3, 'By id or index, p99 20 ms', [1, 30]),
        writeMs: assumed(5, 'Kept on the storage of three zones', [2, 30]),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.999, 'DocumentDB'),
        encryptedAtRest: assumed(true, 'As managed databases are set up'),
        failoverSeconds: assumed(60, 'Until a copy leads', [10, 120]),
        unitCostUsd: listPrice(200, 'One instance of the class r6g.large'),
        storageUsdPerGbMonth: listPrice(
          0.033,
          'US dollars a GB and month of a copy, the price of 0.10 over three',
        ),
      },
    },
    {
      name: 'Couchbase',
      icon: 'couchbase',
      aliases: ['couchbase server', 'couchdb', 'capella'],
      protocol: 'couchbase',
      defaults: {
        readMs: assumed(1, 'By key from memory, p99 7 ms', [0.2, 10]),
        writeMs: assumed(1, 'In memory; disk and copies follow', [0.2, 10]),
        replication: assumed('async', 'A write is answered from memory unless more is asked for'),
      },
    },
    {
      name: 'Firestore',
      icon: 'firebase',
      aliases: ['google firestore', 'firebase database', 'datastore'],
      protocol: 'https',
      managed: true,
      defaults: {
        shards: assumed(4, 'Ranges of a collection that is in use', [1, 10_000]),
        concurrency: assumed(
          100,
          'Grows by itself; 5 000 reads and 2 500 writes a second a range',
          [20, 1000],
        ),
        readMs: assumed(20, 'Copies in several zones, p99 80 ms', [5, 100]),
        writeMs: assumed(
          40,
          'Agreed between zones; one document takes about one write a second for long',
          [10, 200],
        ),
        cv: assumed(0.87, 'p99 80 ms ÷ mean 20 ms of a gamma service time', [0.3, 2]),
        replication: assumed('quorum', 'A write is answered when a majority has it'),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.9999, 'Firestore in one region'),
        encryptedAtRest: assumed(true, 'Always'),
        unitCostUsd: listPrice(0, 'No fixed price; 0.60 US dollars a million reads, 1.80 a million writes'),
        storageUsdPerGbMonth: listPrice(
          0.06,
          'US dollars a GB and month of a copy, the price of 0.18 over three',
        ),
      },
    },
    {
      name: 'Cosmos DB',
      aliases: ['azure cosmos db', 'cosmos'],
      protocol: 'https',
      managed: true,
      defaults: {
        shards: assumed(2, 'Physical partitions of 10 000 request units a second each', [1, 10_000]),
        concurrency: assumed(40, 'About 10 000 reads of 1 KB a second a partition at 4 ms', [4, 200]),
        readMs: assumed(4, 'p99 10 ms, as promised for a read of 1 KB', [1, 10]),
        writeMs: assumed(20, 'A write costs five times the units of a read', [5, 40]),
        cv: assumed(0.5, 'p99 10 ms ÷ mean 4 ms of a gamma service time', [0.3, 2]),
        replicasPerShard: assumed(4, 'Four copies of every partition', [4, 4]),
        replication: assumed('quorum', 'A write is answered when a majority has it'),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.9999, 'Cosmos DB in one region'),
        encryptedAtRest: assumed(true, 'Always'),
        unitCostUsd: listPrice(146, 'A quarter of a partition at 10 000 request units a second'),
        storageUsdPerGbMonth: listPrice(
          0.0625,
          'US dollars a GB and month of a copy, the price of 0.25 over four',
        ),
      },
    },
  ],
  defaults: {
    shards: assumed(1, 'One replica set until the load asks for more', [1, 1000]),
    replicasPerShard: assumed(3, 'A primary and two secondaries', [1, 50]),
    concurrency: assumed(
      30,
      '10 000 writes or reads a second on a member of 8 virtual CPUs; class of YCSB',
      [8, 256],
    ),
    readMs: assumed(3, 'By id or index, p99 20 ms', [0.5, 30]),
    writeMs: assumed(3, 'One document with its journal, p99 20 ms', [1, 30]),
    cv: assumed(1.42, 'p99 20 ms ÷ mean 3 ms of a gamma service time', [0.5, 3]),
    replication: assumed('semi-sync', 'A majority has the write: of three members the primary and one more'),
    readFrom: assumed('leader', 'Reads ask the primary unless they are told otherwise'),
    transactions: assumed(true, 'Over several documents since version 4; one document always'),
    instanceAvailability: assumed(0.999, 'One member', [0.99, 0.9999]),
    backupEverySeconds: assumed(86_400, 'A snapshot a day', [300, 604_800]),
    restoreSeconds: assumed(3600, 'From a snapshot to a set that answers', [300, 86_400]),
    failoverSeconds: assumed(12, 'Until another member is elected', [2, 120]),
    unitCostUsd: listPrice(167, 'One of three members'),
    storageUsdPerGbMonth: listPrice(0.115, 'US dollars a GB and month of a copy, general purpose disk'),
  },
  main,
  more: storeFields(),
};
