import { assumed, listPrice, managedAvailability, sla } from '../basis';
import type { Kind } from '../kind';

/** The front door of an API: it authenticates, limits and routes by content. */
export const apiGateway: Kind = {
  id: 'api-gateway',
  title: 'API gateway',
  layer: 'traffic',
  icon: 'route',
  behaviour: 'distributor',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Authenticates, limits and routes each request to the service that answers it.',
  keywords: ['gateway', 'api', 'auth', 'rate limit', 'routing', 'bff', 'quota'],
  technologies: [
    { name: 'Amazon API Gateway', aliases: ['aws api gateway', 'apigw'] },
    { name: 'Apigee', aliases: ['google apigee'] },
    { name: 'Azure API Management', aliases: ['apim'] },
    { name: 'Kong', aliases: ['kong konnect'] },
  ],
  defaults: {
    concurrency: assumed(
      50,
      'Account quota of 10 000 requests a second at 5 ms each; it can be raised',
      [25, 5000],
    ),
    serviceMs: assumed(5, 'p99 30 ms', [1, 20]),
    cv: assumed(1.29, 'p99 30 ms ÷ mean 5 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(0.9995, 'API Gateway'),
    failover: assumed(false, 'Routes by content: another service could not answer in its place'),
    unitCostUsd: listPrice(0, 'No fixed price; from 1.00 US dollar a million requests'),
  },
  main: ['serviceMs', 'concurrency', 'algorithm', 'failover'],
  more: [
    'cv',
    'queueLimit',
    'maxUtilization',
    'instanceAvailability',
    'slaAvailability',
    'observed',
    'unitCostUsd',
  ],
};
