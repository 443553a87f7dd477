import type { PricePerGb } from '../../model/price-per-gb';
import { assumed, listPrice, managedAvailability, requestPrice, sla, sourced } from '../basis';
import type { Default, Kind } from '../kind';

const cloudFrontQuotas =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html';

/** CloudFront, on demand. */
const tiersInNorthAmerica: Default<PricePerGb> = assumed(
  [
    { uptoGb: 10_240, usd: 0.085 },
    { uptoGb: 51_200, usd: 0.08 },
    { uptoGb: 153_600, usd: 0.06 },
    { uptoGb: 512_000, usd: 0.04 },
    { uptoGb: 1_048_576, usd: 0.03 },
    { uptoGb: 5_242_880, usd: 0.025 },
    { usd: 0.02 },
  ],
  'US dollars a GB in North America, by the volume of a month; class of list price, 2026, to be replaced by your own',
);

/** Answers near the user; its calls go on only for what it does not hold. */
export const cdn: Kind = {
  id: 'cdn',
  title: 'CDN',
  layer: 'edge',
  icon: 'globe',
  behaviour: 'inline-cache',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Answers reads from caches near the user and passes on only what it does not hold.',
  keywords: ['content delivery', 'edge', 'static', 'images', 'cache', 'pop', 'accelerator'],
  technologies: [
    {
      name: 'CloudFront',
      aliases: ['aws cdn', 'amazon cloudfront'],
      defaults: { slaAvailability: sla(0.999, 'CloudFront') },
    },
    {
      name: 'Cloudflare',
      icon: 'cloudflare',
      aliases: ['cf', 'cloudflare cdn'],
      defaults: {
        requestUsdPerMillion: requestPrice(0, 'Part of the plan'),
        egressUsdPerGb: listPrice(0, 'US dollars a GB; part of the plan'),
        unitCostUsd: listPrice(200, 'A business plan'),
      },
    },
    {
      name: 'Fastly',
      icon: 'fastly',
      aliases: ['varnish cdn'],
      defaults: {
        requestUsdPerMillion: requestPrice(0.75, '0.0075 for ten thousand requests'),
        egressUsdPerGb: assumed(
          [{ uptoGb: 10_240, usd: 0.12 }, { usd: 0.08 }],
          'US dollars a GB in North America, the first 10 TB and the rest; class of list price, 2026, to be replaced by your own',
        ),
      },
    },
    {
      name: 'Akamai',
      icon: 'akamai',
      aliases: ['akamai cdn', 'edgekey'],
      defaults: {
        requestUsdPerMillion: requestPrice(0, 'Part of the contract'),
        egressUsdPerGb: listPrice(0.05, 'US dollars a GB, by contract'),
      },
    },
    {
      name: 'Google Cloud CDN',
      aliases: ['cloud cdn', 'media cdn'],
      defaults: {
        requestUsdPerMillion: requestPrice(0.75, '0.0075 for ten thousand requests'),
        egressUsdPerGb: assumed(
          [{ uptoGb: 10_240, usd: 0.08 }, { uptoGb: 153_600, usd: 0.055 }, { usd: 0.03 }],
          'US dollars a GB in North America, up to 10 TB, 150 TB and above; class of list price, 2026, to be replaced by your own',
        ),
      },
    },
    { name: 'Azure Front Door', aliases: ['azure cdn', 'front door'] },
    {
      name: 'Bunny',
      aliases: ['bunnycdn', 'keycdn'],
      defaults: {
        requestUsdPerMillion: requestPrice(0, 'Nothing is asked for requests'),
        egressUsdPerGb: listPrice(0.01, 'US dollars a GB in Europe and North America'),
      },
    },
  ],
  defaults: {
    requestUsdPerMillion: requestPrice(
      1,
      '0.01 for ten thousand HTTPS requests',
      'https://aws.amazon.com/cloudfront/pricing/',
    ),
    hitRate: assumed(0.9, 'Static content; what is made for each user is 0', [0, 0.99]),
    serviceMs: assumed(15, 'A hit at the edge, p99 50 ms', [5, 40]),
    cv: assumed(0.7, 'p99 50 ms ÷ mean 15 ms of a gamma service time', [0.4, 2]),
    concurrency: sourced(
      3750,
      'Default quota of 250 000 requests a second at 15 ms each; it can be raised',
      cloudFrontQuotas,
      [750, 37_500],
    ),
    bandwidthMbps: sourced(
      150_000,
      'Default quota of 150 Gb/s of a distribution; it can be raised',
      cloudFrontQuotas,
      [10_000, 2_000_000],
    ),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(0.999, 'CloudFront'),
    ttlSeconds: assumed(86_400, 'A day, as most static files are given', [0, 31_536_000]),
    egressUsdPerGb: tiersInNorthAmerica,
  },
  main: ['hitRate', 'hitRates', 'serviceMs', 'ttlSeconds'],
  more: [
    'concurrency',
    'cv',
    'maxUtilization',
    'invalidation',
    'bandwidthMbps',
    'rateLimitRps',
    'authentication',
    'webFirewall',
    'instanceAvailability',
    'slaAvailability',
    'egressUsdPerGb',
    'unitCostUsd',
    'requestUsdPerMillion',
  ],
};
