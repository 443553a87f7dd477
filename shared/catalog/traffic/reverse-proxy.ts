import { assumed } from '../basis';
import type { Kind } from '../kind';
import { envoyDefaults, haproxyDefaults, nginxDefaults } from './proxy-defaults';

/** A proxy of one's own in front of the services. */
export const reverseProxy: Kind = {
  id: 'reverse-proxy',
  title: 'Reverse proxy',
  layer: 'traffic',
  icon: 'arrow-right-left',
  behaviour: 'distributor',
  maxScaleUp: 8,
  purpose: 'Ends TLS, routes by path and spreads requests over services, on servers of your own.',
  keywords: ['proxy', 'ingress', 'l7', 'tls termination', 'web server', 'router', 'sidecar', 'balancer'],
  technologies: [
    {
      name: 'nginx',
      icon: 'nginx',
      aliases: ['nginx plus', 'openresty', 'ingress nginx'],
      defaults: nginxDefaults,
    },
    { name: 'HAProxy', aliases: ['haproxy'], defaults: haproxyDefaults },
    { name: 'Envoy', icon: 'envoyproxy', aliases: ['envoy proxy', 'contour'], defaults: envoyDefaults },
    {
      name: 'Traefik',
      icon: 'traefikproxy',
      aliases: ['traefik proxy'],
      defaults: {
        ...envoyDefaults,
        concurrency: assumed(
          10,
          'Taken to be slower than Envoy: 15 000 requests a second at 0.7 ms',
          [4, 100],
        ),
        serviceMs: assumed(0.7, 'p99 4.2 ms', [0.2, 4]),
        cv: assumed(1.29, 'p99 4.2 ms ÷ mean 0.7 ms of a gamma service time', [0.5, 2]),
      },
    },
    {
      name: 'Caddy',
      aliases: ['caddyserver'],
      defaults: {
        ...envoyDefaults,
        concurrency: assumed(
          10,
          'Taken to be slower than Envoy: 15 000 requests a second at 0.7 ms',
          [4, 100],
        ),
        serviceMs: assumed(0.7, 'p99 4.2 ms', [0.2, 4]),
        cv: assumed(1.29, 'p99 4.2 ms ÷ mean 0.7 ms of a gamma service time', [0.5, 2]),
      },
    },
    {
      name: 'Apache',
      aliases: ['httpd', 'apache httpd', 'mod_proxy'],
      defaults: {
        ...nginxDefaults,
        concurrency: assumed(16, '16 000 requests a second on two cores at 1 ms each', [4, 400]),
        serviceMs: assumed(1, 'p99 6 ms', [0.2, 6]),
        cv: assumed(1.29, 'p99 6 ms ÷ mean 1 ms of a gamma service time', [0.5, 2]),
      },
    },
  ],
  defaults: {
    ...nginxDefaults,
    failover: assumed(true, 'A server that fails or does not answer is left out for a while'),
  },
  main: ['replicas', 'algorithm', 'serviceMs', 'failover', 'scaleUp'],
  more: [
    'healthChecks',
    'concurrency',
    'cv',
    'hotShare',
    'queueLimit',
    'maxUtilization',
    'bandwidthMbps',
    'connectionsPerReplica',
    'rateLimitRps',
    'authentication',
    'webFirewall',
    'healthCheckSeconds',
    'instanceAvailability',
    'multiZone',
    'unitCostUsd',
  ],
};
