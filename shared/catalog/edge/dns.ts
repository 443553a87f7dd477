import { assumed, listPrice, managedAvailability, sla } from '../basis';
import type { Kind } from '../kind';

/** Names to addresses; asked beside the requests, never in line with each. */
export const dns: Kind = {
  id: 'dns',
  title: 'DNS',
  layer: 'edge',
  icon: 'waypoints',
  behaviour: 'distributor',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Turns a name into an address; a client asks it only when its cached answer has expired.',
  keywords: ['domain', 'name', 'resolver', 'nameserver', 'geo routing', 'gslb'],
  protocol: 'dns',
  technologies: [
    {
      name: 'Route 53',
      aliases: ['route53', 'aws dns'],
      defaults: { slaAvailability: sla(1, 'Route 53') },
    },
    { name: 'Cloudflare DNS', aliases: ['1.1.1.1'] },
    { name: 'Cloud DNS', aliases: ['google dns', 'gcp dns'] },
  ],
  defaults: {
    concurrency: assumed(2000, 'Managed: 100 000 lookups a second at 20 ms each', [500, 20_000]),
    serviceMs: assumed(20, 'A lookup that no cache nearer by can answer', [5, 100]),
    cv: assumed(1, 'No p99 known; an exponential one is 92 ms', [0.5, 2]),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(1, 'Route 53'),
    failover: assumed(true, 'Health checks take an address that is down out of the answers'),
    unitCostUsd: listPrice(0.5, 'One hosted zone, lookups not counted'),
  },
  main: ['serviceMs', 'algorithm', 'failover'],
  more: [
    'concurrency',
    'cv',
    'maxUtilization',
    'instanceAvailability',
    'slaAvailability',
    'observed',
    'unitCostUsd',
  ],
};
