import { algorithms } from '../vocabulary';
import { choice, field, flag, mbps, rps, seconds, whole } from './field';

/** How traffic reaches it, and what limits it. */
export const networkFields = {
  algorithm: field(
    choice(algorithms, {
      'least-connections': 'least connections',
      'round-robin': 'round robin',
      'ip-hash': 'by IP hash',
      geo: 'by region',
    }),
    {
      title: 'Load balancing',
      neutral: { value: 'least-connections', why: 'One queue in front of all servers' },
      inLoads: true,
    },
  ),
  failover: field(flag, {
    title: 'Skips failed servers',
    neutral: { value: false, why: 'Picks by weight alone' },
    inLoads: true,
  }),
  bandwidthMbps: field(mbps, { title: 'Bandwidth', hint: 'Per server', inLoads: true }),
  quotaRps: field(rps, {
    title: 'Quota',
    hint: 'Requests a second that the provider accepts; the rest are refused, or wait in the buffer before it',
    inLoads: true,
  }),
  rateLimitRps: field(rps, {
    title: 'Rate limit',
    hint: 'Requests a second that it accepts; the rest are refused, or wait in the buffer before it',
    inLoads: true,
  }),
  connectionPool: field(whole, {
    title: 'Connections per server',
    hint: 'Open connections from each server to a database',
  }),
  connectionsPerReplica: field(whole, {
    title: 'Client connections per server',
    hint: 'Connections of clients that one server holds open',
    inLoads: true,
  }),
  maxConnections: field(whole, { title: 'Max connections' }),
  healthCheckSeconds: field(seconds, {
    title: 'Health check interval',
    hint: 'Time between two checks of a server',
  }),
};
