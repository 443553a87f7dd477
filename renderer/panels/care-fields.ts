import type { ConfigField } from '../../shared/model/config';
import {
  authentications,
  conflictRules,
  dataClasses,
  deliveries,
  egresses,
  invalidations,
  keySpreads,
  sessionPlaces,
  signals,
  writePolicies,
} from '../../shared/model/vocabulary';
import type { ConfigFieldInfo } from './field-shapes';

const rps = { type: 'number', unit: 'rps' } as const;
const count = { type: 'number', unit: 'count', whole: true, min: 1 } as const;
const seconds = { type: 'number', unit: 'seconds' } as const;
const bytes = { type: 'number', unit: 'bytes' } as const;
const share = { type: 'number', unit: 'share', max: 1 } as const;
const usd = { type: 'number', unit: 'usd' } as const;
const flag = { type: 'switch' } as const;
const text = { type: 'text' } as const;
const choice = (options: readonly string[]) => ({ type: 'choice', options }) as const;
const several = (options: readonly string[]) => ({ type: 'several', options }) as const;

/** The fields that bear on findings, recovery and cost, and not on loads and times. */
export const careFields: { readonly [F in ConfigField]?: ConfigFieldInfo } = {
  quotaRps: {
    title: 'Quota',
    section: 'network',
    shape: rps,
    hint: 'What the provider answers; it refuses the rest',
  },
  rateLimitRps: {
    title: 'Rate limit',
    section: 'network',
    shape: rps,
    hint: 'What it lets through; it refuses the rest',
  },
  connectionPool: {
    title: 'Connections a server',
    section: 'network',
    shape: count,
    hint: 'That each of its servers keeps open to a database',
  },
  maxConnections: { title: 'Most connections', section: 'network', shape: count },
  healthCheckSeconds: {
    title: 'Health check every',
    section: 'network',
    shape: seconds,
    hint: 'How often it asks a server whether it is up',
  },
  autoscaleMin: { title: 'Fewest servers', section: 'scaling', shape: count },
  autoscaleMax: { title: 'Most servers', section: 'scaling', shape: count },
  autoscaleDelaySeconds: {
    title: 'A new server takes',
    section: 'scaling',
    shape: seconds,
    hint: 'From the alarm to its first request',
  },
  sessions: {
    title: 'Keeps sessions',
    section: 'scaling',
    shape: choice(sessionPlaces),
    hint: 'Where it remembers a person between two requests',
  },
  leaderElection: {
    title: 'Elects a leader',
    section: 'scaling',
    shape: flag,
    hint: 'One of them works, another takes over',
  },
  contention: {
    title: 'Contention',
    section: 'scaling',
    shape: share,
    hint: 'Share of the work that cannot be done side by side (σ of the universal scalability law)',
  },
  coherency: {
    title: 'Coherency',
    section: 'scaling',
    shape: share,
    hint: 'What each pair of servers costs to agree (κ of the universal scalability law)',
  },
  items: { title: 'Items', section: 'cache', shape: count, hint: 'Different things that are asked for' },
  zipfExponent: {
    title: 'Zipf exponent',
    section: 'cache',
    shape: { type: 'number', unit: 'count' },
    hint: 'How much the popular ones are asked for more; 0 is all alike',
  },
  memoryBytes: { title: 'Memory', section: 'cache', shape: bytes, hint: 'Of one server' },
  ttlSeconds: { title: 'Kept for', section: 'cache', shape: seconds },
  invalidation: { title: 'Dropped', section: 'cache', shape: choice(invalidations) },
  writePolicy: { title: 'Writes go', section: 'cache', shape: choice(writePolicies) },
  stampedeProtection: {
    title: 'One fetch at a time',
    section: 'cache',
    shape: flag,
    hint: 'When a popular item expires, one request fetches it and the others wait',
  },
  consumersPerPartition: { title: 'Consumers a partition', section: 'buffer', shape: count },
  retentionSeconds: { title: 'Retention', section: 'buffer', shape: seconds },
  deadLetter: {
    title: 'Dead letters',
    section: 'buffer',
    shape: flag,
    hint: 'What fails again and again is set aside',
  },
  delivery: { title: 'Delivers', section: 'buffer', shape: choice(deliveries) },
  partitionKey: { title: 'Partition key', section: 'buffer', shape: text },
  backlogLimit: { title: 'Most messages', section: 'buffer', shape: count },
  maxAgeSeconds: {
    title: 'Oldest message',
    section: 'buffer',
    shape: seconds,
    hint: 'How long one may wait',
  },
  dataClasses: { title: 'Keeps', section: 'data', shape: several(dataClasses) },
  transactions: {
    title: 'Transactions',
    section: 'data',
    shape: flag,
    hint: 'Or conditional writes: what two people take at once is given once',
  },
  tokenized: { title: 'Tokens, not cards', section: 'data', shape: flag },
  shardKey: { title: 'Shard key', section: 'data', shape: text },
  shardKeySpread: { title: 'Its values', section: 'data', shape: choice(keySpreads) },
  multiLeader: { title: 'Several leaders', section: 'data', shape: flag },
  conflictRule: { title: 'Conflicting writes', section: 'data', shape: choice(conflictRules) },
  residency: { title: 'Has to stay in', section: 'data', shape: text, hint: 'A jurisdiction, e.g. EU' },
  diskBytes: { title: 'Disk', section: 'data', shape: bytes, hint: 'Of one server' },
  backupEverySeconds: { title: 'Backup every', section: 'recovery', shape: seconds },
  restoreSeconds: { title: 'A restore takes', section: 'recovery', shape: seconds },
  failoverSeconds: { title: 'A failover takes', section: 'recovery', shape: seconds },
  observed: { title: 'Observed by', section: 'availability', shape: several(signals) },
  slaAvailability: {
    title: 'SLA',
    section: 'availability',
    shape: share,
    hint: 'Below it the provider pays back; not what was measured',
  },
  authentication: { title: 'Callers show', section: 'security', shape: choice(authentications) },
  webFirewall: { title: 'Web firewall', section: 'security', shape: flag },
  encryptedAtRest: { title: 'Encrypted at rest', section: 'security', shape: flag },
  publicAccess: { title: 'Reachable from outside', section: 'security', shape: flag },
  runsUserCode: { title: 'Runs users’ code', section: 'security', shape: flag },
  egress: { title: 'May call', section: 'security', shape: choice(egresses) },
  unitCostUsd: { title: 'A server costs', section: 'cost', shape: usd, hint: 'US dollars a month' },
  storageUsdPerGbMonth: { title: 'A GB costs', section: 'cost', shape: usd, hint: 'US dollars a month' },
  egressUsdPerGb: { title: 'A GB out costs', section: 'cost', shape: usd },
};
