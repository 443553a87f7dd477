import type { ConfigField } from '../../model/config';

const fields: readonly ConfigField[] = [
  'concurrency',
  'cv',
  'scaleUp',
  'replication',
  'replicaRttMs',
  'readQuorum',
  'writeQuorum',
  'hotShare',
  'scatter',
  'shardKey',
  'shardKeySpread',
  'multiLeader',
  'conflictRule',
  'transactions',
  'maxConnections',
  'diskBytes',
  'maxUtilization',
  'bandwidthMbps',
  'instanceAvailability',
  'slaAvailability',
  'multiZone',
  'backupEverySeconds',
  'restoreSeconds',
  'failoverSeconds',
  'encryptedAtRest',
  'publicAccess',
  'dataClasses',
  'tokenized',
  'residency',
  'observed',
  'unitCostUsd',
  'storageUsdPerGbMonth',
];

/** The further fields of a store in the inspector's order, without those that its kind shows first or has no use for. */
export const storeFields = (without: readonly ConfigField[] = []): readonly ConfigField[] =>
  fields.filter((field) => !without.includes(field));
