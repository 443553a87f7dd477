import type { ConfigField } from '../../../shared/model/config';
import { algorithms, behaviours, replications } from '../../../shared/model/vocabulary';
import { careFields } from './care-fields';
import { type ConfigFieldInfo, choice, shapes } from './field-shapes';

const { wholeCount, count, ms, share, flag } = shapes;

/** The configuration fields that something reads: a figure, a rule or the drawing. */
export const configFields: { readonly [F in ConfigField]?: ConfigFieldInfo } = {
  behaviour: {
    title: 'Behaves as',
    section: 'capacity',
    shape: choice(behaviours),
    hint: 'What it means to the figures',
  },
  replicas: { title: 'Servers', section: 'capacity', shape: wholeCount },
  concurrency: {
    title: 'At once',
    section: 'capacity',
    shape: wholeCount,
    hint: 'Requests that one server works on at the same time',
  },
  shards: { title: 'Shards', section: 'capacity', shape: wholeCount },
  replicasPerShard: { title: 'Replicas per shard', section: 'capacity', shape: wholeCount },
  serviceMs: {
    title: 'Service time',
    section: 'capacity',
    shape: ms,
    hint: 'Mean time that a request keeps one of the slots busy',
  },
  readMs: { title: 'Mean read', section: 'capacity', shape: ms },
  writeMs: { title: 'Mean write', section: 'capacity', shape: ms },
  cv: {
    title: 'Variation',
    section: 'capacity',
    shape: count,
    hint: 'Standard deviation ÷ mean of the service time; 1 is exponential',
  },
  scaleUp: {
    title: 'Scale up',
    section: 'capacity',
    shape: { type: 'choice', options: ['1', '2', '4', '8'], numeric: true },
    hint: 'A larger server: so many times the slots, memory and bandwidth',
  },
  maxUtilization: {
    title: 'Planned limit',
    section: 'capacity',
    shape: share,
    hint: 'Utilization that is not to be passed',
  },
  queueLimit: {
    title: 'Queue limit',
    section: 'capacity',
    shape: wholeCount,
    hint: 'Refuses beyond so many requests in it; without one it never refuses',
  },
  hotShare: {
    title: 'Hot share',
    section: 'capacity',
    shape: share,
    hint: 'Share of the requests that all go to one server or shard',
  },
  partitions: { title: 'Partitions', section: 'buffer', shape: wholeCount },
  hitRate: { title: 'Hit rate', section: 'cache', shape: share },
  hitRates: { title: 'Hit rate by flow', section: 'cache', shape: { type: 'share-by-flow' } },
  algorithm: { title: 'Balancing', section: 'network', shape: choice(algorithms) },
  failover: { title: 'Skips what is down', section: 'network', shape: flag },
  bandwidthMbps: {
    title: 'Bandwidth',
    section: 'network',
    shape: { type: 'number', unit: 'mbps' },
    hint: 'Of one server',
  },
  replication: {
    title: 'Mode',
    section: 'replication',
    shape: choice(replications),
    hint: 'When a write is answered',
  },
  readFrom: { title: 'Reads from', section: 'replication', shape: choice(['leader', 'any']) },
  readQuorum: { title: 'Read quorum', section: 'replication', shape: wholeCount },
  writeQuorum: { title: 'Write quorum', section: 'replication', shape: wholeCount },
  replicaRttMs: { title: 'Replica round trip', section: 'replication', shape: ms },
  scatter: { title: 'Reads ask every shard', section: 'replication', shape: flag },
  instanceAvailability: {
    title: 'Server availability',
    section: 'availability',
    shape: share,
    hint: 'Of one server; sizes the spare ones',
  },
  multiZone: {
    title: 'Spread over zones',
    section: 'availability',
    shape: flag,
    hint: 'The loss of one zone leaves some of its servers',
  },
  ...careFields,
};
