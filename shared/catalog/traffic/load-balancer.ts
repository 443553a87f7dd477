import { assumed, listPrice, managedAvailability, serverAvailability, sla, sourced } from '../basis';
import type { Kind } from '../kind';

const nginxTest = 'https://www.nginx.com/blog/testing-the-performance-of-nginx-and-nginx-plus-web-servers/';

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
  keywords: ['lb', 'l7', 'l4', 'balancer', 'ingress', 'vip', 'traffic', 'distribute', 'elb'],
  technologies: [
    { name: 'ALB', aliases: ['application load balancer', 'aws alb', 'l7 load balancer', 'elb'] },
    {
      name: 'NLB',
      aliases: ['network load balancer', 'l4 load balancer', 'tcp'],
      defaults: {
        concurrency: assumed(100, 'A million connections a second at 0.1 ms each', [20, 1000]),
        serviceMs: assumed(0.1, 'Passes packets on, p99 0.5 ms', [0.05, 0.5]),
        cv: assumed(1.08, 'p99 0.5 ms ÷ mean 0.1 ms of a gamma service time', [0.5, 2]),
      },
    },
    {
      name: 'nginx',
      aliases: ['nginx plus', 'openresty', 'ingress nginx'],
      managed: false,
      defaults: {
        replicas: assumed(2, 'A pair, so that one may fail', [1, 20]),
        concurrency: sourced(
          12,
          '40 207 HTTPS requests a second on one core, halved for real traffic: 40 000 on two cores at 0.3 ms',
          nginxTest,
          [4, 100],
        ),
        serviceMs: assumed(0.3, 'p99 2 ms', [0.1, 2]),
        cv: assumed(1.42, 'p99 2 ms ÷ mean 0.3 ms of a gamma service time', [0.5, 2]),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(62, 'Two virtual CPUs'),
      },
    },
    {
      name: 'HAProxy',
      aliases: ['haproxy'],
      managed: false,
      defaults: {
        replicas: assumed(2, 'A pair, so that one may fail', [1, 20]),
        concurrency: assumed(
          12,
          'Taken to be of the class of nginx: 40 000 requests a second on two cores',
          [4, 100],
        ),
        serviceMs: assumed(0.3, 'Taken to be of the class of nginx', [0.1, 2]),
        cv: assumed(1.42, 'p99 2 ms ÷ mean 0.3 ms of a gamma service time', [0.5, 2]),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(62, 'Two virtual CPUs'),
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
    unitCostUsd: sourced(
      16.4,
      'Application Load Balancer: 0.0225 US dollars an hour, and 5.84 a month for each LCU on top',
      'https://cal53.calculator.city',
    ),
  },
  main: ['algorithm', 'serviceMs', 'failover'],
  more: [
    'concurrency',
    'cv',
    'hotShare',
    'queueLimit',
    'maxUtilization',
    'bandwidthMbps',
    'instanceAvailability',
    'slaAvailability',
    'multiZone',
    'observed',
    'unitCostUsd',
  ],
};
