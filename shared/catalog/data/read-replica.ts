import { assumed, listPrice, managedAvailability, recordBytes, serverAvailability, sla } from '../basis';
import type { Kind } from '../kind';
import { storeFields } from './store-fields';

/** A copy of a database that answers reads and takes its writes from the leader alone. */
export const readReplica: Kind = {
  id: 'read-replica',
  title: 'Read replica',
  layer: 'data',
  icon: 'book-open',
  behaviour: 'store',
  minScaleUp: 0.25,
  maxScaleUp: 8,
  purpose: 'Answers reads from a copy that follows the leader a little behind, and takes no writes.',
  keywords: ['follower', 'secondary', 'slave', 'hot standby', 'reporting', 'read scaling', 'db'],
  protocol: 'sql',
  technologies: [
    { name: 'PostgreSQL replica', icon: 'postgresql', aliases: ['postgres replica', 'hot standby'] },
    { name: 'MySQL replica', icon: 'mysql', aliases: ['mariadb replica', 'binlog replica'] },
    {
      name: 'Aurora replica',
      aliases: ['aurora reader', 'aurora read replica'],
      managed: true,
      defaults: {
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.9999, 'Aurora'),
        unitCostUsd: listPrice(760, 'An instance of the class r6g.2xlarge'),
        storageUsdPerGbMonth: listPrice(0, 'It shares the storage of its leader'),
      },
    },
    {
      name: 'MongoDB secondary',
      icon: 'mongodb',
      aliases: ['mongo secondary'],
      protocol: 'mongodb',
      defaults: {
        concurrency: assumed(30, '10 000 reads a second on a member of 8 virtual CPUs', [8, 256]),
        readMs: assumed(3, 'By id or index, p99 20 ms', [0.5, 30]),
        cv: assumed(1.42, 'p99 20 ms ÷ mean 3 ms of a gamma service time', [0.5, 3]),
      },
    },
  ],
  defaults: {
    itemBytes: recordBytes,
    replicasPerShard: assumed(1, 'One server; add more, or draw another beside it', [1, 15]),
    concurrency: assumed(32, 'As its leader: 16 000 reads a second on 8 virtual CPUs', [8, 256]),
    readMs: assumed(2, 'A read by key or index, p99 15 ms', [0.5, 50]),
    cv: assumed(1.58, 'p99 15 ms ÷ mean 2 ms of a gamma service time', [0.5, 3]),
    readFrom: assumed('any', 'Each of its servers answers'),
    replication: assumed('async', 'It is 10 to 100 ms behind its leader in one region, more under load'),
    instanceAvailability: serverAvailability,
    maxConnections: assumed(500, 'As its leader: more needs a pooler', [100, 5000]),
    restoreSeconds: assumed(3600, 'Until a new copy has been taken from the leader', [300, 86_400]),
    failoverSeconds: assumed(5, 'Until callers use another one', [1, 60]),
    unitCostUsd: listPrice(660, 'A server of 8 virtual CPUs, as its leader'),
    storageUsdPerGbMonth: listPrice(0.115, 'US dollars a GB and month of a copy, general purpose disk'),
  },
  main: ['replicasPerShard', 'readMs', 'concurrency', 'cv', 'scaleUp'],
  more: [
    'replication',
    'readFrom',
    ...storeFields([
      'concurrency',
      'cv',
      'scaleUp',
      'replication',
      'readQuorum',
      'writeQuorum',
      'hotShare',
      'scatter',
      'shardKey',
      'shardKeySpread',
      'multiLeader',
      'conflictRule',
      'transactions',
      'backupEverySeconds',
    ]),
  ],
};
