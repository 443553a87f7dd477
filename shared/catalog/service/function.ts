import { assumed, listPrice, managedAvailability, serverAvailability, sla } from '../basis';
import type { Kind } from '../kind';

/** Code that a provider runs for each request. */
export const serverlessFunction: Kind = {
  id: 'function',
  title: 'Function',
  layer: 'service',
  icon: 'square-function',
  behaviour: 'station',
  managed: true,
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
        concurrency: assumed(
          5000,
          'No limit is named: a million requests a second at 5 ms each',
          [1000, 100_000],
        ),
        serviceMs: assumed(5, 'Short work near the user; bound in CPU time', [1, 50]),
        cv: assumed(1, 'Starts in some milliseconds, so that no cold start widens it', [0.5, 2]),
      },
    },
    { name: 'Vercel Functions', aliases: ['vercel', 'netlify functions'] },
    {
      name: 'Knative',
      aliases: ['openfaas', 'openwhisk', 'fission'],
      managed: false,
      defaults: {
        replicas: assumed(4, 'Warm ones for 1 000 requests a second, with room', [1, 1000]),
        concurrency: assumed(16, 'Concurrent requests of one server of two virtual CPUs', [1, 100]),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(62, 'Two virtual CPUs'),
      },
    },
  ],
  defaults: {
    concurrency: assumed(
      1000,
      'Concurrent calls of an account as it is opened; it can be raised',
      [100, 100_000],
    ),
    serviceMs: assumed(20, 'A warm call; a cold one takes 200 to 800 ms more', [2, 900_000]),
    cv: assumed(
      1.5,
      'Between 1, all warm, and 2.1 with a cold start of 500 ms in one call of a hundred',
      [0.5, 4],
    ),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(0.9995, 'AWS Lambda'),
    unitCostUsd: listPrice(
      0,
      'No fixed price; 0.20 US dollars a million calls and 0.0000167 for each GB and second',
    ),
  },
  main: ['concurrency', 'serviceMs', 'cv', 'quotaRps'],
  more: [
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
  ],
};
