import { assumed, listPrice, serverAvailability, sourced } from '../basis';
import type { Kind } from '../kind';

const istioFigures = 'https://istio.io/v1.15/docs/ops/deployment/performance-and-scalability';

/**
 * The proxies beside each service, drawn as one part in line. It distributes: a call through the mesh goes to one of
 * the callees, by weight, as between two versions, and one that is down is left out. A station in line would call
 * every callee. Where the callees are different services and not versions of one, `failover` is to be turned off.
 */
export const serviceMesh: Kind = {
  id: 'service-mesh',
  title: 'Service mesh',
  layer: 'traffic',
  icon: 'waypoints',
  behaviour: 'distributor',
  maxScaleUp: 8,
  purpose:
    'Carries calls between services through proxies beside them: encrypted, retried, measured and shared by weight.',
  keywords: ['sidecar', 'mesh', 'mtls', 'mutual tls', 'zero trust', 'east-west', 'canary', 'traffic split'],
  technologies: [
    { name: 'Istio', icon: 'istio', aliases: ['envoy sidecar', 'ambient mesh', 'anthos service mesh'] },
    {
      name: 'Linkerd',
      icon: 'linkerd',
      aliases: ['linkerd2'],
      defaults: {
        concurrency: assumed(
          8,
          '13 000 calls a second through two proxies on two virtual CPUs at 0.6 ms',
          [2, 100],
        ),
        serviceMs: assumed(0.6, 'Taken to add half of what Istio adds', [0.2, 3]),
      },
    },
    { name: 'Consul Connect', aliases: ['consul', 'hashicorp consul'] },
    { name: 'AWS App Mesh', aliases: ['app mesh', 'vpc lattice'] },
    { name: 'Kuma', aliases: ['kong mesh'] },
    {
      name: 'Cilium',
      aliases: ['cilium mesh', 'ebpf mesh'],
      defaults: {
        concurrency: assumed(8, '26 000 calls a second on two virtual CPUs at 0.3 ms', [2, 100]),
        serviceMs: assumed(0.3, 'One proxy a machine in place of one a service', [0.05, 2]),
      },
    },
  ],
  defaults: {
    replicas: assumed(2, 'As many as the servers that it runs beside', [1, 1000]),
    concurrency: sourced(
      6,
      '0.35 virtual CPUs for each 1 000 requests a second: 5 700 on two of them, at 1.15 ms each 6.6, rounded down',
      istioFigures,
      [2, 100],
    ),
    serviceMs: sourced(
      1.15,
      'Adds 2.65 ms to the 90th percentile: a mean of 2.65 ÷ ln 10 of an exponential time',
      istioFigures,
      [0.2, 10],
    ),
    cv: assumed(1, 'Exponential, as the mean is taken from one percentile', [0.5, 2]),
    instanceAvailability: serverAvailability,
    failover: assumed(true, 'A server that keeps failing is put out of the rotation'),
    unitCostUsd: listPrice(62, 'Two virtual CPUs, taken from the servers that it runs beside'),
  },
  main: ['replicas', 'concurrency', 'serviceMs', 'failover', 'algorithm'],
  more: [
    'healthChecks',
    'cv',
    'hotShare',
    'queueLimit',
    'scaleUp',
    'maxUtilization',
    'bandwidthMbps',
    'rateLimitRps',
    'authentication',
    'healthCheckSeconds',
    'instanceAvailability',
    'multiZone',
    'unitCostUsd',
  ],
};
