import { acknowledgementBytes, assumed, listPrice, managedReplicas } from '../basis';
import type { Kind } from '../kind';
import { observerFields } from './observer-fields';

/** Uses the design as a person would, all the time, and says when that fails. */
export const canary: Kind = {
  id: 'canary',
  title: 'Canary',
  layer: 'operations',
  icon: 'bird',
  behaviour: 'observer',
  maxScaleUp: 1,
  purpose:
    'Walks through the important steps from outside every minute, as a user would, and says when one fails.',
  keywords: ['synthetic checks', 'probe', 'uptime', 'smoke test', 'health check', 'blackbox', 'monitoring'],
  technologies: [
    {
      name: 'Checkly',
      aliases: ['checkly checks', 'playwright checks'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(4000, 'Checks that run concurrently, over all regions', [10, 10_000]),
        unitCostUsd: listPrice(80, 'Some dozen checks'),
      },
    },
    {
      name: 'CloudWatch Synthetics',
      aliases: ['amazon synthetics', 'route 53 health check', 'azure availability test'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(4000, 'Checks that run concurrently', [10, 10_000]),
        unitCostUsd: listPrice(52, 'One check a minute at 0.0012 US dollars'),
      },
    },
    {
      name: 'Pingdom',
      aliases: ['uptimerobot', 'statuscake', 'datadog synthetics', 'better uptime'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(4000, 'Checks that run concurrently, over all regions', [10, 10_000]),
        unitCostUsd: listPrice(50, 'Some dozen checks'),
      },
    },
    {
      name: 'Blackbox exporter',
      icon: 'prometheus',
      aliases: ['prometheus blackbox', 'cloudprober', 'smokeping'],
      defaults: {
        serviceMs: assumed(100, 'One address asked', [5, 1000]),
        concurrency: assumed(200, 'Checks that run concurrently', [1, 1000]),
      },
    },
  ],
  defaults: {
    itemBytes: acknowledgementBytes,
    replicas: assumed(3, 'Three places in the world, so that one of them is not the fault', [1, 20]),
    concurrency: assumed(1000, 'Checks that run concurrently', [1, 10_000]),
    serviceMs: assumed(1000, 'One walk through the steps', [50, 60_000]),
    cv: assumed(0.5, 'The same steps each time', [0.1, 2]),
    unitCostUsd: listPrice(30, 'A small server'),
  },
  main: ['replicas', 'serviceMs', 'concurrency'],
  more: observerFields.filter((field) => field !== 'concurrency' && field !== 'scaleUp'),
};
