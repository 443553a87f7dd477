import { assumed, listPrice, managedAvailability, requestPrice, sla, sourced } from '../basis';
import type { Kind } from '../kind';
import { envoyDefaults, haproxyDefaults, nginxDefaults } from './proxy-defaults';

/** One address in front of many servers. */
export const loadBalancer: Kind = {
  id: 'load-balancer',
  title: 'Load balancer',
  layer: 'traffic',
  icon: 'split',
  behaviour: 'distributor',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Spreads requests over the servers behind it and leaves out those that are down.',
  keywords: ['lb', 'l7', 'balancer', 'ingress', 'vip', 'traffic', 'distribute', 'elb'],
  technologies: [
    { name: 'ALB', aliases: ['application load balancer', 'aws alb', 'l7 load balancer', 'elb'] },
    { name: 'Google Cloud Load Balancing', aliases: ['gclb', 'gcp load balancer', 'google load balancer'] },
    { name: 'Azure Application Gateway', aliases: ['azure load balancer', 'application gateway'] },
    {
      name: 'Cloudflare Load Balancing',
      icon: 'cloudflare',
      aliases: ['cloudflare lb'],
      defaults: {
        requestUsdPerMillion: requestPrice(
          0,
          'Billed by lookups of its name, which caches answer for the most part',
        ),
        unitCostUsd: listPrice(5, 'Two origins'),
      },
    },
    {
      name: 'nginx',
      icon: 'nginx',
      aliases: ['nginx plus', 'openresty', 'ingress nginx'],
      managed: false,
      defaults: nginxDefaults,
    },
    { name: 'HAProxy', aliases: ['haproxy'], managed: false, defaults: haproxyDefaults },
    { name: 'Envoy', icon: 'envoyproxy', aliases: ['envoy proxy'], managed: false, defaults: envoyDefaults },
    {
      name: 'F5 BIG-IP',
      aliases: ['f5', 'citrix adc', 'netscaler', 'a10'],
      managed: false,
      defaults: {
        ...haproxyDefaults,
        concurrency: assumed(100, '200 000 requests a second of one appliance at 0.5 ms each', [20, 2000]),
        serviceMs: assumed(0.5, 'p99 3 ms', [0.1, 3]),
        cv: assumed(1.29, 'p99 3 ms ÷ mean 0.5 ms of a gamma service time', [0.5, 2]),
        instanceAvailability: assumed(0.999, 'Hardware with two of everything', [0.99, 0.9999]),
        unitCostUsd: listPrice(1500, 'An appliance of 50 000 US dollars over three years'),
      },
    },
  ],
  defaults: {
    concurrency: assumed(100, 'Managed, grows by itself: 100 000 requests a second at 1 ms each', [25, 1000]),
    serviceMs: assumed(1, 'Ends TLS and picks a server, p99 5 ms', [0.1, 5]),
    cv: assumed(1.08, 'p99 5 ms ÷ mean 1 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(0.9999, 'Elastic Load Balancing'),
    failover: assumed(true, 'Health checks take a target that is down out of the rotation'),
    healthCheckSeconds: assumed(10, 'An often used setting of managed load balancers', [5, 60]),
    requestUsdPerMillion: requestPrice(
      0.022,
      'An LCU, 0.008 an hour, is 25 new connections a second; four requests a connection are assumed. It is 1 GB an hour too: larger answers cost more',
      'https://aws.amazon.com/elasticloadbalancing/pricing/',
    ),
    unitCostUsd: sourced(
      16.4,
      'Application Load Balancer: 0.0225 US dollars an hour in us-east-1; LCUs come on top',
      'https://cal53.calculator.city',
    ),
  },
  main: ['algorithm', 'serviceMs', 'failover'],
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
    'slaAvailability',
    'multiZone',
    'unitCostUsd',
    'requestUsdPerMillion',
  ],
};
