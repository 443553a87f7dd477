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
  guide: {
    when: 'Where you need routes, headers, retries or compression of your own in front of services, or run on your own machines.',
    whenNot:
      'Where a managed load balancer does the same: then this is one more hop that you patch, size and wake up for.',
    tradeOffs: [
      'Full control of every header and every retry, paid for with servers and certificates to look after.',
      'It needs a pair and an address that moves, or it is the single point of failure itself.',
      'A retry set here multiplies those of clients and services: keep it in one place.',
    ],
    failsFirst:
      'CPU in a storm of new TLS connections, then file descriptors: handshakes cost far more than requests on an open connection.',
  },
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
    'concurrency',
    'cv',
    'hotShare',
    'queueLimit',
    'maxUtilization',
    'maxConnections',
    'bandwidthMbps',
    'rateLimitRps',
    'authentication',
    'webFirewall',
    'healthCheckSeconds',
    'instanceAvailability',
    'multiZone',
    'observed',
    'unitCostUsd',
  ],
};
