import { assumed, listPrice, recordBytes, serverAvailability, sla, sourced } from '../basis';
import type { Defaults, Technology } from '../kind';

const pgbench = 'https://kb.ekarisky.com/databases/postgresql/benchmarks';

/** What a relational server is taken to do: the SQL database and the shard that one runs oneself start from it. */
export const relationalDefaults: Defaults = {
  replicasPerShard: assumed(2, 'A leader and a standby, so that one may fail', [1, 15]),
  concurrency: sourced(
    32,
    'pgbench on 8 virtual CPUs: 50 000 to 80 000 reads and 8 000 to 15 000 writes a second; 16 000 and 6 400 are kept of it',
    pgbench,
    [8, 256],
  ),
  scaleUp: assumed(
    1,
    'The class 2xlarge of 8 virtual CPUs; ×0.5 is xlarge with 4 and ×0.25 large with 2, at list prices in us-east-1, 2026, in proportion',
    [0.25, 8],
  ),
  itemBytes: recordBytes,
  readMs: sourced(2, 'A read by key or index on 8 virtual CPUs', pgbench, [0.5, 50]),
  writeMs: sourced(5, 'A transaction with its commit to disk, p99 20 ms', pgbench, [1, 100]),
  cv: assumed(0.87, 'p99 20 ms ÷ mean 5 ms of a write, of a gamma service time', [0.5, 3]),
  replication: assumed('async', 'The standby follows the leader; a write does not wait for it'),
  readFrom: assumed('leader', 'Reads see every write'),
  transactions: assumed(true, 'Over any rows and tables of a server'),
  maxConnections: sourced(500, 'About as many as a server bears without a pooler', pgbench, [100, 5000]),
  instanceAvailability: serverAvailability,
  slaAvailability: sla(0.9995, 'RDS over several zones'),
  backupEverySeconds: assumed(86_400, 'A snapshot a day', [300, 604_800]),
  restoreSeconds: assumed(3600, 'From a snapshot to a server that answers', [300, 86_400]),
  failoverSeconds: assumed(60, 'Until the standby has taken over', [5, 300]),
  encryptedAtRest: assumed(true, 'As managed databases are set up'),
  unitCostUsd: listPrice(660, 'A server of 8 virtual CPUs'),
  storageUsdPerGbMonth: listPrice(0.115, 'US dollars a GB and month of a copy, general purpose disk'),
};

/** The products that both kinds come as. */
export const relationalTechnologies: readonly Technology[] = [
  {
    name: 'PostgreSQL',
    icon: 'postgresql',
    aliases: ['postgres', 'pg', 'psql', 'rds postgres', 'cloud sql'],
  },
  {
    name: 'MySQL',
    icon: 'mysql',
    aliases: ['mariadb', 'rds mysql', 'percona', 'innodb'],
    defaults: {
      concurrency: assumed(
        32,
        'Class of sysbench on 8 virtual CPUs: 16 000 reads and 6 400 writes a second kept',
        [8, 256],
      ),
      readMs: assumed(2, 'A read by key or index', [0.5, 50]),
      writeMs: assumed(5, 'A transaction with its commit to disk, p99 20 ms', [1, 100]),
      maxConnections: assumed(1000, 'A thread each; 151 unless it is raised', [151, 10_000]),
    },
  },
];
