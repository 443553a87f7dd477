import { assumed, listPrice, managedAvailability, requestPrice, sourced } from '../basis';
import type { Kind } from '../kind';

/** Soaks up floods before they reach the design. */
export const ddosProtection: Kind = {
  id: 'ddos-protection',
  title: 'DDoS protection',
  layer: 'edge',
  icon: 'shield',
  behaviour: 'station',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Takes in floods of packets and requests and passes on only what looks like people.',
  keywords: ['ddos', 'flood', 'scrubbing', 'attack', 'security', 'anti-ddos', 'volumetric'],
  technologies: [
    {
      name: 'AWS Shield Advanced',
      aliases: ['aws shield', 'shield'],
      defaults: {
        unitCostUsd: listPrice(
          3000,
          'A month of a year’s contract for the whole organization, traffic not counted',
        ),
        slaAvailability: sourced(
          1,
          'Listed as 100 %, and as unclear; a refund threshold, not a measurement',
          'https://github.com/mikaelvesavuori/cloud-sla',
        ),
      },
    },
    { name: 'Cloudflare', icon: 'cloudflare', aliases: ['magic transit', 'cloudflare ddos'] },
    { name: 'Akamai Prolexic', icon: 'akamai', aliases: ['prolexic'] },
    {
      name: 'Azure DDoS Protection',
      aliases: ['azure ddos'],
      defaults: { unitCostUsd: listPrice(2944, 'The network plan of up to 100 addresses') },
    },
    { name: 'Google Cloud Armor', aliases: ['cloud armor managed protection'] },
  ],
  defaults: {
    requestUsdPerMillion: requestPrice(0, 'Nothing is asked for requests'),
    concurrency: assumed(
      200,
      'Larger than what people send: a million requests a second at 0.2 ms each',
      [50, 10_000],
    ),
    serviceMs: assumed(0.2, 'Looks at packets in passing, p99 1 ms', [0.05, 5]),
    cv: assumed(1.08, 'p99 1 ms ÷ mean 0.2 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: managedAvailability,
    unitCostUsd: listPrice(0, 'The basic protection is part of the cloud or of the CDN'),
  },
  main: ['serviceMs', 'concurrency', 'rateLimitRps'],
  more: [
    'cv',
    'maxUtilization',
    'bandwidthMbps',
    'instanceAvailability',
    'slaAvailability',
    'unitCostUsd',
    'requestUsdPerMillion',
  ],
};
