import { assumed, listPrice } from '../basis';
import type { Kind } from '../kind';
import { relationalDefaults, relationalTechnologies } from './relational';

/** Tables, joins and transactions. */
export const sqlDatabase: Kind = {
  id: 'sql-database',
  title: 'SQL database',
  layer: 'data',
  icon: 'database',
  behaviour: 'store',
  maxScaleUp: 8,
  purpose: 'Keeps tables with joins and transactions; one leader takes all the writes of a shard.',
  keywords: ['sql', 'rdbms', 'relational', 'tables', 'db', 'rds', 'ledger', 'transactions'],
  protocol: 'sql',
  technologies: [
    ...relationalTechnologies,
    {
      name: 'SQL Server',
      aliases: ['mssql', 'microsoft sql server', 'azure sql'],
      defaults: { unitCostUsd: listPrice(1800, 'A server of 8 virtual CPUs with its licence') },
    },
    {
      name: 'Oracle',
      aliases: ['oracle database'],
      defaults: { unitCostUsd: listPrice(2500, 'A server of 8 virtual CPUs with its licence') },
    },
    {
      name: 'CockroachDB',
      aliases: ['cockroach', 'spanner', 'yugabyte', 'distributed sql'],
      defaults: {
        shards: assumed(3, 'Ranges spread over three leaders', [1, 1000]),
        replicasPerShard: assumed(3, 'Three copies of every range', [3, 7]),
        readMs: assumed(3, 'A read from the leader of the range', [1, 50]),
        writeMs: assumed(8, 'A write that a majority has', [3, 100]),
      },
    },
  ],
  defaults: relationalDefaults,
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
