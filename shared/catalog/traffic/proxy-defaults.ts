import { assumed, listPrice, serverAvailability, sourced } from '../basis';
import type { Defaults } from '../kind';

const nginxTest = 'https://www.nginx.com/blog/testing-the-performance-of-nginx-and-nginx-plus-web-servers/';

const pairOfServers = {
  replicas: assumed(2, 'A pair, so that one may fail', [1, 20]),
  instanceAvailability: serverAvailability,
  unitCostUsd: listPrice(62, 'Two virtual CPUs'),
} as const satisfies Defaults;

/** Two servers of one's own with nginx. */
export const nginxDefaults = {
  ...pairOfServers,
  concurrency: sourced(
    12,
    '40 207 HTTPS requests a second on one core, halved for real traffic: 40 000 on two cores at 0.3 ms',
    nginxTest,
    [4, 100],
  ),
  serviceMs: assumed(0.3, 'p99 2 ms', [0.1, 2]),
  cv: assumed(1.42, 'p99 2 ms ÷ mean 0.3 ms of a gamma service time', [0.5, 2]),
} as const satisfies Defaults;

/** Two servers of one's own with HAProxy. */
export const haproxyDefaults = {
  ...nginxDefaults,
  concurrency: assumed(
    12,
    'Taken to be of the class of nginx: 40 000 requests a second on two cores',
    [4, 100],
  ),
  serviceMs: assumed(0.3, 'Taken to be of the class of nginx', [0.1, 2]),
} as const satisfies Defaults;

/** Two servers of one's own with Envoy. */
export const envoyDefaults = {
  ...pairOfServers,
  concurrency: assumed(
    10,
    'Half the rate of nginx for its filters and metrics: 20 000 requests a second on two cores at 0.5 ms',
    [4, 100],
  ),
  serviceMs: assumed(0.5, 'p99 3 ms', [0.1, 3]),
  cv: assumed(1.29, 'p99 3 ms ÷ mean 0.5 ms of a gamma service time', [0.5, 2]),
} as const satisfies Defaults;
