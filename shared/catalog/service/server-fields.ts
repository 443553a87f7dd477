import type { ConfigField } from '../../model/config';

const fields: readonly ConfigField[] = [
  'delayMs',
  'delayCv',
  'slowShare',
  'slowMs',
  'maxInFlight',
  'standby',
  'maxUtilization',
  'queueLimit',
  'contention',
  'coherency',
  'bandwidthMbps',
  'connectionPool',
  'connectionsPerReplica',
  'sessions',
  'instanceAvailability',
  'slaAvailability',
  'multiZone',
  'autoscaleMin',
  'autoscaleMax',
  'autoscaleDelaySeconds',
  'leaderElection',
  'authentication',
  'rateLimitRps',
  'runsUserCode',
  'egress',
  'dataClasses',
  'tokenized',
  'observed',
  'unitCostUsd',
];

/** The further fields of a pool of servers with code of one's own, without those that its kind shows first or has no use for. */
export const serverFields = (without: readonly ConfigField[]): readonly ConfigField[] =>
  fields.filter((field) => !without.includes(field));
