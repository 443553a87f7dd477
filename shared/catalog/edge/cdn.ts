import { assumed, listPrice, managedAvailability, requestPrice, sla, sourced } from '../basis';
import type { Kind } from '../kind';

const cloudFrontQuotas =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html';

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
        egressUsdPerGb: listPrice(0.12, 'US dollars a GB in North America, the first 10 TB'),
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
        egressUsdPerGb: listPrice(0.08, 'US dollars a GB, the first 10 TB'),
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
    egressUsdPerGb: listPrice(0.085, 'US dollars a GB, the first 10 TB'),
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
    'observed',
    'egressUsdPerGb',
    'unitCostUsd',
    'requestUsdPerMillion',
  ],
};
