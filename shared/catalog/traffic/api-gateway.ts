import { assumed, listPrice, managedAvailability, serverAvailability, sla } from '../basis';
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
  guide: {
    when: 'One door for many services: log-in, keys, quotas, versions and logs stand in one place and not in each of them.',
    whenNot:
      'For one service behind a load balancer, or between your own services: it adds milliseconds and a price for every request.',
    tradeOffs: [
      'It knows every route, so every team changes it: keep logic out of it, or it becomes the service that all wait for.',
      'Managed ones cost by the request: cheap at a hundred a second, dear at ten thousand.',
      'A quota protects what is behind it and answers 429: callers must wait before they try again.',
    ],
    failsFirst:
      'The quota of the account, with 429 at a rate that the services could carry; then its call to whoever checks tokens.',
  },
  keywords: ['gateway', 'api', 'auth', 'rate limiting', 'routing', 'bff', 'quota'],
  technologies: [
    { name: 'Amazon API Gateway', aliases: ['aws api gateway', 'apigw'] },
    {
      name: 'Apigee',
      aliases: ['google apigee'],
      defaults: {
        concurrency: assumed(100, 'Taken as 10 000 requests a second at 10 ms each', [25, 5000]),
        serviceMs: assumed(10, 'Policies in steps, p99 60 ms', [2, 40]),
        cv: assumed(1.29, 'p99 60 ms ÷ mean 10 ms of a gamma service time', [0.5, 2]),
        unitCostUsd: listPrice(365, 'A base environment, 0.50 US dollars an hour; calls come on top'),
      },
    },
    {
      name: 'Azure API Management',
      aliases: ['apim', 'azure api gateway'],
      defaults: {
        concurrency: assumed(20, 'Taken as two units of 2 000 requests a second at 5 ms each', [5, 500]),
        slaAvailability: sla(0.9995, 'Azure API Management'),
        unitCostUsd: listPrice(1370, 'Two standard units'),
      },
    },
    {
      name: 'Kong',
      icon: 'kong',
      aliases: ['kong gateway', 'apisix', 'openresty gateway'],
      managed: false,
      defaults: {
        replicas: assumed(2, 'A pair, so that one may fail', [1, 50]),
        concurrency: assumed(10, '10 000 requests a second on two virtual CPUs at 1 ms each', [4, 100]),
        serviceMs: assumed(1, 'A proxy with a few plugins, p99 6 ms', [0.3, 10]),
        cv: assumed(1.29, 'p99 6 ms ÷ mean 1 ms of a gamma service time', [0.5, 2]),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(62, 'Two virtual CPUs, without a licence'),
      },
    },
    {
      name: 'Tyk',
      aliases: ['krakend', 'gravitee'],
      managed: false,
      defaults: {
        replicas: assumed(2, 'A pair, so that one may fail', [1, 50]),
        concurrency: assumed(
          10,
          'Taken to be half as fast as Kong: 5 000 requests a second at 2 ms',
          [4, 100],
        ),
        serviceMs: assumed(2, 'A proxy with a few plugins, p99 12 ms', [0.3, 10]),
        cv: assumed(1.29, 'p99 12 ms ÷ mean 2 ms of a gamma service time', [0.5, 2]),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(62, 'Two virtual CPUs, without a licence'),
      },
    },
    {
      name: 'Spring Cloud Gateway',
      aliases: ['zuul', 'ocelot', 'yarp', 'own gateway'],
      managed: false,
      defaults: {
        replicas: assumed(2, 'A pair, so that one may fail', [1, 50]),
        concurrency: assumed(16, '5 300 requests a second on two virtual CPUs at 3 ms each', [4, 200]),
        serviceMs: assumed(3, 'A program of your own, p99 18 ms', [0.5, 20]),
        cv: assumed(1.29, 'p99 18 ms ÷ mean 3 ms of a gamma service time', [0.5, 2]),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(62, 'Two virtual CPUs'),
      },
    },
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
  main: ['serviceMs', 'concurrency', 'rateLimitRps', 'failover'],
  more: [
    'algorithm',
    'cv',
    'hotShare',
    'queueLimit',
    'maxUtilization',
    'quotaRps',
    'authentication',
    'webFirewall',
    'healthCheckSeconds',
    'instanceAvailability',
    'slaAvailability',
    'observed',
    'unitCostUsd',
  ],
};
