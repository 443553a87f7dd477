import type { Estimates } from '../../analysis/analysis';
import type { FieldSection } from '../../model/fields/field';
import { type FieldName, sectionOf } from '../../model/fields/index';
import { own } from '../../model/own';

/** The term that a section of configuration fields is about, by the id of its topic. */
const topicsBySection: Readonly<Record<FieldSection, string>> = {
  capacity: 'utilization',
  cache: 'caching',
  replication: 'replication',
  buffer: 'asynchronism',
  network: 'network-protection',
  availability: 'failover',
  scaling: 'scaling',
  data: 'sharding',
  recovery: 'recovery-objectives',
  security: 'network-protection',
  cost: 'cost',
};

/** Fields that another term explains better than that of their section. */
const topicsByField: Readonly<Partial<Record<FieldName, string>>> = {
  replicas: 'scaling',
  shards: 'sharding',
  replicasPerShard: 'replication',
  hotShare: 'sharding',
  scaleUp: 'scaling',
  standby: 'failover',
  maxInFlight: 'littles-law',
  serviceMs: 'utilization',
  slowShare: 'percentiles',
  slowMs: 'percentiles',
  cv: 'percentiles',
  delayCv: 'percentiles',
  observed: 'observability',
  partitions: 'sharding',
  partitionKey: 'sharding',
  dataClasses: 'privacy',
  residency: 'privacy',
  tokenized: 'privacy',
  transactions: 'consistency-models',
  multiLeader: 'consistency-models',
  conflictRule: 'consistency-models',
  itemBytes: 'storage-estimate',
  storageFactor: 'storage-estimate',
  inMemory: 'storage-estimate',
  diskBytes: 'storage-estimate',
  memoryBytes: 'storage-estimate',
  algorithm: 'scaling',
  failover: 'failover',
  healthCheckSeconds: 'failover',
  failoverSeconds: 'failover',
  connectionPool: 'littles-law',
  connectionsPerReplica: 'littles-law',
  maxConnections: 'littles-law',
  bandwidthMbps: 'throughput',
  readFrom: 'consistency-models',
  readQuorum: 'quorums',
  writeQuorum: 'quorums',
  leaderElection: 'failover',
  authentication: 'oauth-jwt',
  webFirewall: 'injection',
  encryptedAtRest: 'encryption',
};

/** The term that a figure is an instance of. `cost.serversUsd` and the like go by their first word. */
const topicsByMetric: Readonly<Record<string, string>> = {
  rateRps: 'throughput',
  rps: 'throughput',
  goodputRps: 'throughput',
  servedShare: 'throughput',
  maxRateRps: 'throughput',
  offeredRps: 'throughput',
  carriedRps: 'throughput',
  capacityRps: 'utilization',
  limitedBy: 'utilization',
  bottleneck: 'utilization',
  busiest: 'utilization',
  utilization: 'utilization',
  maxUtilization: 'utilization',
  headroom: 'utilization',
  saturated: 'utilization',
  refused: 'utilization',
  overlapMs: 'percentiles',
  waitProbability: 'utilization',
  waitMs: 'utilization',
  placesUtilization: 'littles-law',
  connectionsUtilization: 'littles-law',
  inFlight: 'littles-law',
  heldMs: 'littles-law',
  heldUpBy: 'littles-law',
  memoryUtilization: 'storage-estimate',
  storageBytes: 'storage-estimate',
  meanMs: 'utilization',
  withCallsMeanMs: 'utilization',
  budget: 'utilization',
  visits: 'throughput',
  completionMeanMs: 'asynchronism',
  completionP50Ms: 'percentiles',
  completionP95Ms: 'percentiles',
  completionP99Ms: 'percentiles',
  p50Ms: 'percentiles',
  p95Ms: 'percentiles',
  p99Ms: 'percentiles',
  p999Ms: 'percentiles',
  withCallsP50Ms: 'percentiles',
  withCallsP95Ms: 'percentiles',
  withCallsP99Ms: 'percentiles',
  timeoutShare: 'resilience',
  apdex: 'apdex',
  availability: 'failover',
  rpoSeconds: 'recovery-objectives',
  rtoSeconds: 'recovery-objectives',
  servers: 'scaling',
  monthlyCostUsd: 'cost',
  usdPerMillionRequests: 'cost',
  cost: 'cost',
  rttMs: 'users-everywhere',
};

/** What the estimates of the whole design are instances of. */
const topicsByEstimate: Readonly<Record<string, string>> = {
  averageReadRps: 'throughput',
  averageWriteRps: 'throughput',
  peakReadRps: 'throughput',
  peakWriteRps: 'throughput',
  readsPerWrite: 'read-write-ratio',
  bytesInPerSecond: 'throughput',
  bytesOutPerSecond: 'throughput',
  bytesInPerDay: 'throughput',
  bytesOutPerDay: 'throughput',
  storedBytesPerDay: 'storage-estimate',
  storedBytesPerYear: 'storage-estimate',
  storedRawBytes: 'storage-estimate',
  storedBytes: 'storage-estimate',
  cacheMemoryBytes: 'storage-estimate',
  connections: 'littles-law',
  inProgress: 'littles-law',
  servers: 'scaling',
} satisfies Readonly<Record<keyof Estimates, string>>;

/** The topic of a configuration field, by its id; null of a name that is no field. */
export function topicOfField(name: string): string | null {
  const section = sectionOf(name);
  return own(topicsByField, name) ?? (section === undefined ? null : topicsBySection[section]);
}

/** The topic of a figure, by its name in `explain`; null where no term of the reference says more about it. */
export function topicOfMetric(metric: string): string | null {
  const [first = '', second = '', third = ''] = metric.split('.');
  if (first === 'flows') return own(topicsByMetric, third) ?? null;
  if (first === 'estimates') return own(topicsByEstimate, second) ?? null;
  return own(topicsByMetric, first) ?? null;
}
