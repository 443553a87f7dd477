import { assumed, listPrice, managedAvailability, providerCopies, sla } from '../basis';
import type { Kind } from '../kind';
import { relationalDefaults, relationalTechnologies } from './relational';
import { storeFields } from './store-fields';

/** Tables, joins and transactions. */
export const sqlDatabase: Kind = {
  id: 'sql-database',
  title: 'SQL database',
  layer: 'data',
  icon: 'database',
  behaviour: 'store',
  minScaleUp: 0.25,
  maxScaleUp: 8,
  purpose: 'Keeps tables with joins and transactions; one leader takes all the writes of a shard.',
  keywords: ['sql', 'rdbms', 'relational', 'tables', 'db', 'rds', 'ledger', 'transactions'],
  protocol: 'sql',
  technologies: [
    ...relationalTechnologies,
    {
      name: 'Aurora',
      aliases: ['amazon aurora', 'aurora mysql', 'aurora postgres', 'aurora postgresql', 'aurora serverless'],
      managed: true,
      defaults: {
        durable: providerCopies,
        writeMs: assumed(4, 'Four of six copies of the storage have the log, p99 16 ms', [1, 50]),
        replication: assumed('semi-sync', 'The shared storage has the write in three zones; nothing is lost'),
        failoverSeconds: assumed(30, 'Until a reader leads', [10, 120]),
        maxConnections: assumed(2000, 'Class r6g.2xlarge', [90, 16_000]),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.9999, 'Aurora'),
        unitCostUsd: listPrice(760, 'An instance of the class r6g.2xlarge'),
        storageUsdPerGbMonth: listPrice(0.1, 'US dollars a GB and month, all copies of the provider in it'),
      },
    },
    {
      name: 'SQL Server',
      aliases: ['mssql', 'microsoft sql server', 'azure sql', 't-sql'],
      defaults: {
        replication: assumed('sync', 'An availability group in which the standby has the commit'),
        maxConnections: assumed(2000, 'Worker threads end before the limit of 32 767', [500, 32_767]),
        slaAvailability: sla(0.9999, 'Azure SQL Database'),
        unitCostUsd: listPrice(1800, 'A server of 8 virtual CPUs with its licence'),
      },
    },
    {
      name: 'Oracle',
      aliases: ['oracle database', 'oracle rac'],
      defaults: {
        maxConnections: assumed(1000, 'Processes, unless it is raised', [150, 10_000]),
        unitCostUsd: listPrice(2500, 'A server of 8 virtual CPUs with its licence'),
      },
    },
    {
      name: 'CockroachDB',
      icon: 'cockroachlabs',
      aliases: ['cockroach', 'yugabyte', 'yugabytedb', 'tidb', 'distributed sql', 'newsql'],
      defaults: {
        shards: assumed(3, 'Ranges spread over three leaders', [1, 1000]),
        replicasPerShard: assumed(3, 'Three copies of every range', [3, 7]),
        readMs: assumed(3, 'A read from the leader of the range', [1, 50]),
        writeMs: assumed(8, 'A write that a majority has', [3, 100]),
        replication: assumed('quorum', 'A majority agrees on each write'),
        failoverSeconds: assumed(10, 'Until another copy leads the range', [3, 60]),
        maxConnections: assumed(2000, 'Over all nodes; more needs a pooler', [200, 20_000]),
      },
    },
    {
      name: 'Spanner',
      aliases: ['google spanner', 'cloud spanner'],
      protocol: 'grpc',
      managed: true,
      defaults: {
        durable: providerCopies,
        shards: assumed(3, 'Three nodes that lead a part of the splits each', [1, 1000]),
        replicasPerShard: assumed(3, 'Three copies, in three zones', [3, 5]),
        concurrency: assumed(45, '9 000 reads and 3 000 writes a second a node', [9, 450]),
        readMs: assumed(5, 'A strong read, p99 20 ms', [2, 50]),
        writeMs: assumed(15, 'A majority and the uncertainty of the clocks are waited for', [5, 100]),
        replication: assumed('quorum', 'A majority agrees on each write'),
        failoverSeconds: assumed(10, 'Until another copy leads the split', [1, 30]),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.9999, 'Spanner in one region'),
        unitCostUsd: listPrice(219, 'A third of a node, one of its three copies'),
        storageUsdPerGbMonth: listPrice(0.3, 'US dollars a GB and month, all copies of the provider in it'),
      },
    },
  ],
  defaults: relationalDefaults,
  main: ['shards', 'replicasPerShard', 'readFrom', 'readMs', 'writeMs'],
  more: storeFields(),
};
