import { assumed, listPrice, requestPrice, serverAvailability, sla } from '../basis';
import type { Kind } from '../kind';

/** Names to addresses; queried beside the requests, never in line with each. */
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
      defaults: {
        instanceAvailability: assumed(
          0.999999,
          'Half a minute a year: four networks of name servers; compare an SLA of 100 %',
          [0.99999, 1],
        ),
        slaAvailability: sla(1, 'Route 53'),
      },
    },
    {
      name: 'Cloudflare DNS',
      icon: 'cloudflare',
      aliases: ['cloudflare nameserver'],
      defaults: {
        requestUsdPerMillion: requestPrice(0, 'Part of every plan'),
        unitCostUsd: listPrice(0, 'Part of every plan, lookups included'),
      },
    },
    { name: 'Cloud DNS', aliases: ['google dns', 'gcp dns'] },
    { name: 'Azure DNS', aliases: ['traffic manager'] },
    { name: 'NS1', aliases: ['dyn', 'akamai dns'] },
    {
      name: 'BIND',
      aliases: ['powerdns', 'coredns', 'unbound', 'consul dns'],
      managed: false,
      defaults: {
        replicas: assumed(2, 'Two name servers, as every domain must have', [2, 13]),
        concurrency: assumed(40, '20 000 lookups a second on one server at 2 ms each', [4, 400]),
        serviceMs: assumed(2, 'An answer out of memory; people far away add their round trip', [0.1, 50]),
        cv: assumed(1, 'No p99 known; an exponential one is 9 ms', [0.5, 2]),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(31, 'One virtual CPU'),
      },
    },
  ],
  defaults: {
    concurrency: assumed(2000, 'Managed: 100 000 lookups a second at 20 ms each', [500, 20_000]),
    serviceMs: assumed(20, 'A lookup that no cache nearer by can answer', [5, 100]),
    cv: assumed(1, 'No p99 known; an exponential one is 92 ms', [0.5, 2]),
    instanceAvailability: assumed(
      0.99999,
      'Name servers in many places, of which a resolver needs one; compare an SLA of 100 %',
      [0.9999, 1],
    ),
    slaAvailability: sla(1, 'Route 53'),
    requestUsdPerMillion: requestPrice(
      0.4,
      'Lookups, the first thousand million a month',
      'https://aws.amazon.com/route53/pricing/',
    ),
    failover: assumed(true, 'Health checks take an address that is down out of the answers'),
    unitCostUsd: listPrice(0.5, 'One hosted zone; lookups come on top'),
  },
  main: ['serviceMs', 'algorithm', 'failover'],
  more: [
    'healthChecks',
    'concurrency',
    'cv',
    'maxUtilization',
    'healthCheckSeconds',
    'instanceAvailability',
    'slaAvailability',
    'unitCostUsd',
    'requestUsdPerMillion',
  ],
};
