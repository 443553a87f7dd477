import { assumed, listPrice, managedAvailability, serverAvailability, sla } from '../basis';
import type { Defaults, Kind } from '../kind';

const ownPair: Defaults = {
  replicas: assumed(2, 'A pair that shares an address, so that one may fail', [1, 20]),
  concurrency: assumed(20, '200 000 connections a second on two cores at 0.1 ms each', [4, 200]),
  serviceMs: assumed(0.1, 'Passes packets on, p99 0.5 ms', [0.02, 0.5]),
  instanceAvailability: serverAvailability,
  unitCostUsd: listPrice(62, 'Two virtual CPUs'),
};

/** Spreads connections, not requests. */
export const networkLoadBalancer: Kind = {
  id: 'network-load-balancer',
  title: 'Network load balancer',
  layer: 'traffic',
  icon: 'network',
  behaviour: 'distributor',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Spreads connections over servers by address and port, without reading what is in them.',
  guide: {
    when: 'For protocols that are not HTTP, for fixed addresses, for millions of connections, and where TLS must end at the server.',
    whenNot:
      'Where a path, a header or a cookie decides where a request goes: it never sees them. Use a load balancer or a gateway for HTTP.',
    tradeOffs: [
      'A tenth of a millisecond, and no retries, no routes and no useful log of requests.',
      'It balances connections: long ones stay where they are, so a new server is idle until clients connect again.',
      'The servers end TLS themselves and need the certificates.',
    ],
    failsFirst:
      'The balance, not the balancer: a few heavy connections of HTTP/2 or gRPC fill one server while others are idle.',
  },
  keywords: [
    'nlb',
    'l4',
    'layer 4',
    'tcp',
    'udp',
    'balancer',
    'vip',
    'anycast',
    'connections',
    'passthrough',
  ],
  technologies: [
    { name: 'NLB', aliases: ['aws nlb', 'l4 load balancer'] },
    { name: 'Google network load balancer', aliases: ['maglev', 'gcp nlb'] },
    { name: 'Azure Load Balancer', aliases: ['azure lb'] },
    {
      name: 'LVS',
      aliases: ['ipvs', 'keepalived', 'linux virtual server'],
      managed: false,
      defaults: ownPair,
    },
    { name: 'HAProxy (TCP)', aliases: ['haproxy tcp', 'nginx stream'], managed: false, defaults: ownPair },
    {
      name: 'Katran',
      aliases: ['xdp', 'cilium', 'ebpf'],
      managed: false,
      defaults: {
        ...ownPair,
        concurrency: assumed(20, 'A million packets a second on two cores at 0.02 ms each', [4, 200]),
        serviceMs: assumed(0.02, 'Never leaves the network driver, p99 0.1 ms', [0.005, 0.1]),
        cv: assumed(1.08, 'p99 0.1 ms ÷ mean 0.02 ms of a gamma service time', [0.5, 2]),
      },
    },
    { name: 'MetalLB', aliases: ['metal lb', 'kube-vip'], managed: false, defaults: ownPair },
  ],
  defaults: {
    concurrency: assumed(100, 'A million connections a second at 0.1 ms each', [20, 1000]),
    serviceMs: assumed(0.1, 'Passes packets on, p99 0.5 ms', [0.02, 0.5]),
    cv: assumed(1.08, 'p99 0.5 ms ÷ mean 0.1 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(0.9999, 'Elastic Load Balancing'),
    failover: assumed(true, 'Health checks take a target that is down out of the rotation'),
    healthCheckSeconds: assumed(10, 'An often used setting of managed load balancers', [5, 60]),
    unitCostUsd: listPrice(16.4, '0.0225 US dollars an hour, and 4.40 a month for each NLCU on top'),
  },
  main: ['algorithm', 'serviceMs', 'failover'],
  more: [
    'concurrency',
    'cv',
    'hotShare',
    'queueLimit',
    'maxUtilization',
    'maxConnections',
    'bandwidthMbps',
    'rateLimitRps',
    'healthCheckSeconds',
    'instanceAvailability',
    'slaAvailability',
    'multiZone',
    'observed',
    'unitCostUsd',
  ],
};
