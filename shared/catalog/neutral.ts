import { assumed, serverAvailability } from './basis';
import type { Defaults } from './kind';

/**
 * What a field is where neither the document nor the kind says it: a station of one server that takes no time, one
 * shard with one replica, nothing cached, nothing hot. It also is all that a `custom` component starts from.
 */
export const neutralDefaults: Defaults = {
  replicas: assumed(1, 'One server where nothing else is said'),
  concurrency: assumed(1, 'One request at a time where nothing else is said'),
  serviceMs: assumed(0, 'Takes no time where nothing else is said'),
  cv: assumed(1, 'Exponential service time', [0, 3]),
  maxUtilization: assumed(
    0.7,
    'Planning limit: above it waits grow fast and little is left for a lost server',
    [0.4, 0.9],
  ),
  instanceAvailability: serverAvailability,
  algorithm: assumed('least-connections', 'One queue in front of all servers'),
  failover: assumed(false, 'Picks by weight alone'),
  hotShare: assumed(0, 'Keys are spread evenly'),
  scaleUp: assumed(1, 'The server as it is'),
  hitRate: assumed(0, 'Nothing is found in it'),
  shards: assumed(1, 'Not split'),
  replicasPerShard: assumed(1, 'One copy'),
  replication: assumed('async', 'A write is answered by the leader'),
  readFrom: assumed('leader', 'Reads ask the leader'),
  replicaRttMs: assumed(0, 'Followers stand beside the leader'),
  scatter: assumed(false, 'A read asks the one shard that has its key'),
};
