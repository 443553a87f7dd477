import { assumed, listPrice } from '../basis';
import type { Kind } from '../kind';
import { providerFields, providerMain } from './provider-fields';

/** A service of another company, reached over the internet. */
export const externalApi: Kind = {
  id: 'external-api',
  title: 'External API',
  layer: 'external',
  icon: 'plug',
  behaviour: 'station',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Stands for another company’s service, on whose time, quota and failures you depend.',
  keywords: ['third party', 'partner api', 'saas', 'vendor', 'integration', 'upstream', 'webhook'],
  technologies: [
    {
      name: 'Maps API',
      aliases: ['google maps', 'mapbox', 'here maps', 'geocoding'],
      limited: '50 requests a second until more is agreed; keep what was asked before.',
      defaults: {
        quotaRps: assumed(50, 'A usual quota of a map service; more on request', [10, 1000]),
        concurrency: assumed(
          10,
          'Twice what the quota of 50 requests a second at 100 ms each needs: the quota refuses first',
          [1, 100],
        ),
      },
    },
    {
      name: 'Language model API',
      aliases: ['openai', 'anthropic', 'llm', 'gpt', 'bedrock', 'vertex ai'],
      limited: 'About 80 requests a second, 5 000 a minute, and as many words as the contract allows.',
      defaults: {
        quotaRps: assumed(80, '5 000 requests a minute, a middle tier', [1, 500]),
        concurrency: assumed(
          480,
          'Twice what the quota of 80 requests a second at 3 s each needs: the quota refuses first',
          [3, 1500],
        ),
        serviceMs: assumed(3000, 'An answer of some hundred words, p99 15 s', [300, 60_000]),
        cv: assumed(1.08, 'p99 15 s ÷ mean 3 s of a gamma service time', [0.5, 3]),
        instanceAvailability: assumed(0.998, 'About an hour and a half a month', [0.99, 0.9995]),
      },
    },
    { name: 'Partner API', aliases: ['erp', 'crm', 'salesforce', 'sap', 'shipping', 'kyc', 'bank api'] },
    { name: 'Webhook receiver', aliases: ['webhook endpoint', 'customer endpoint', 'callback url'] },
  ],
  defaults: {
    serviceMs: assumed(100, 'Its own time, p99 500 ms; the way over the internet comes on top', [10, 5000]),
    concurrency: assumed(500, 'Not published: 5 000 requests a second at 100 ms are assumed', [1, 10_000]),
    cv: assumed(1.08, 'p99 500 ms ÷ mean 100 ms of a gamma service time', [0.5, 3]),
    instanceAvailability: assumed(0.999, 'Three quarters of an hour a month; measure it', [0.99, 0.9999]),
    unitCostUsd: listPrice(0, 'Mostly paid by the request'),
  },
  main: providerMain,
  more: providerFields,
};
