import {
  assumed,
  listPrice,
  managedAvailability,
  requestPrice,
  serverAvailability,
  sla,
  sourced,
} from '../basis';
import type { Kind } from '../kind';

const coldStarts = 'https://aws.amazon.com/blogs/compute/operating-lambda-performance-optimization-part-1/';

/** Code that a provider runs for each request. */
export const serverlessFunction: Kind = {
  id: 'function',
  title: 'Function',
  layer: 'service',
  icon: 'square-function',
  behaviour: 'station',
  managed: true,
  holdsSlot: true,
  maxScaleUp: 1,
  purpose: 'Runs your code for each request on a provider’s servers; nothing runs while nobody asks.',
  keywords: ['serverless', 'faas', 'lambda', 'cloud function', 'event', 'handler', 'edge function'],
  technologies: [
    {
      name: 'AWS Lambda',
      aliases: ['lambda', 'aws function'],
      defaults: { slaAvailability: sla(0.9995, 'AWS Lambda') },
    },
    { name: 'Google Cloud Functions', aliases: ['cloud functions', 'gcf', 'firebase functions'] },
    {
      name: 'Google Cloud Run',
      aliases: ['cloud run', 'knative managed'],
      defaults: {
        concurrency: assumed(
          8000,
          '100 containers with 80 concurrent requests each, as a new service is set up',
          [80, 80_000],
        ),
      },
    },
    { name: 'Azure Functions', aliases: ['azure function'] },
    {
      name: 'Cloudflare Workers',
      icon: 'cloudflare',
      aliases: ['workers', 'edge function', 'deno deploy', 'vercel edge'],
      defaults: {
        requestUsdPerMillion: requestPrice(0.4, '0.30 a million calls, and 5 ms of CPU at 0.02 a million ms'),
        concurrency: assumed(
          5000,
          'No limit is named: a million requests a second at 5 ms each',
          [1000, 100_000],
        ),
        serviceMs: assumed(5, 'Short work near the user; bound in CPU time', [1, 50]),
        slowShare: assumed(0, 'Starts in some milliseconds, while the connection is made', [0, 0.01]),
      },
    },
    { name: 'Vercel Functions', aliases: ['vercel', 'netlify functions'] },
    {
      name: 'Knative',
      aliases: ['openfaas', 'openwhisk', 'fission'],
      managed: false,
      defaults: {
        requestUsdPerMillion: requestPrice(0, 'On servers of your own'),
        replicas: assumed(4, 'Warm ones for 1 000 requests a second, with room', [1, 1000]),
        concurrency: assumed(
          16,
          'Concurrent requests on a server of two virtual CPUs, most of their time waiting',
          [1, 100],
        ),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(62, 'Two virtual CPUs'),
      },
    },
  ],
  defaults: {
    requestUsdPerMillion: requestPrice(
      0.37,
      '0.20 a million calls, and 20 ms of 512 MB at 16.67 a million GB-seconds',
      'https://aws.amazon.com/lambda/pricing/',
    ),
    concurrency: sourced(
      1000,
      'Concurrent calls of an account in a region, each on an instance of its own; it can be raised',
      'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
      [100, 100_000],
    ),
    serviceMs: assumed(20, 'A warm call', [2, 900_000]),
    cv: assumed(1, 'Exponential: p99 92 ms of warm calls', [0.5, 4]),
    slowShare: sourced(
      0.005,
      'Under one call of a hundred starts an instance in production',
      coldStarts,
      [0, 0.05],
    ),
    slowMs: sourced(500, 'A cold start takes from under 100 ms to over a second', coldStarts, [50, 6000]),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(0.9995, 'AWS Lambda'),
    unitCostUsd: listPrice(
      0,
      'No fixed price; 0.20 US dollars a million calls and 0.0000167 for each GB and second',
    ),
  },
  main: ['concurrency', 'serviceMs', 'slowShare', 'slowMs', 'quotaRps'],
  more: [
    'cv',
    'delayMs',
    'delayCv',
    'maxInFlight',
    'queueLimit',
    'maxUtilization',
    'connectionPool',
    'authentication',
    'rateLimitRps',
    'runsUserCode',
    'egress',
    'dataClasses',
    'instanceAvailability',
    'slaAvailability',
    'observed',
    'unitCostUsd',
    'requestUsdPerMillion',
  ],
};
