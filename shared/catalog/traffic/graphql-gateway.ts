import {
  assumed,
  listPrice,
  managedAvailability,
  managedReplicas,
  requestPrice,
  serverAvailability,
  sla,
} from '../basis';
import type { Kind } from '../kind';

/** One graph in front of several services: a station, for one query asks several of them and picks none. */
export const graphqlGateway: Kind = {
  id: 'graphql-gateway',
  title: 'GraphQL gateway',
  layer: 'traffic',
  icon: 'share-2',
  behaviour: 'station',
  maxScaleUp: 8,
  purpose: 'Answers one query by asking the services that know its parts, and puts the answer together.',
  keywords: ['graphql', 'graph', 'federation', 'bff', 'aggregation', 'api', 'schema', 'resolver'],
  protocol: 'graphql',
  technologies: [
    {
      name: 'Apollo Router',
      icon: 'graphql',
      aliases: ['apollo federation', 'cosmo router', 'wundergraph'],
      defaults: {
        concurrency: assumed(16, '8 000 queries a second on two virtual CPUs at 2 ms each', [4, 256]),
        serviceMs: assumed(2, 'Plans from a cache, in Rust or Go; p99 12 ms', [0.5, 15]),
        cv: assumed(1.29, 'p99 12 ms ÷ mean 2 ms of a gamma service time', [0.5, 2]),
      },
    },
    { name: 'Apollo Server', icon: 'graphql', aliases: ['apollo', 'graphql yoga', 'mercurius'] },
    { name: 'Hasura', aliases: ['postgraphile'] },
    { name: 'Hot Chocolate', aliases: ['graphql .net'] },
    { name: 'Netflix DGS', aliases: ['dgs', 'graphql java', 'spring graphql'] },
    {
      name: 'AWS AppSync',
      aliases: ['appsync'],
      managed: true,
      defaults: {
        requestUsdPerMillion: requestPrice(
          4,
          'Queries and changes',
          'https://aws.amazon.com/appsync/pricing/',
        ),
        replicas: managedReplicas,
        concurrency: assumed(
          50,
          'Taken as 5 000 queries a second at 10 ms each; the quota can be raised',
          [20, 500],
        ),
        serviceMs: assumed(10, 'p99 60 ms', [3, 50]),
        cv: assumed(1.29, 'p99 60 ms ÷ mean 10 ms of a gamma service time', [0.5, 2]),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.9995, 'AWS AppSync'),
        unitCostUsd: listPrice(0, 'No fixed price; 4.00 US dollars a million queries'),
      },
    },
  ],
  defaults: {
    replicas: assumed(2, 'Two, so that one may fail', [1, 100]),
    concurrency: assumed(16, '3 200 queries a second on two virtual CPUs at 5 ms each', [4, 256]),
    serviceMs: assumed(5, 'Reads, checks and plans a query and joins the parts, p99 30 ms', [1, 50]),
    cv: assumed(1.29, 'p99 30 ms ÷ mean 5 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: serverAvailability,
    unitCostUsd: listPrice(62, 'Two virtual CPUs'),
  },
  main: ['replicas', 'concurrency', 'serviceMs', 'rateLimitRps', 'scaleUp'],
  more: [
    'cv',
    'queueLimit',
    'maxUtilization',
    'bandwidthMbps',
    'authentication',
    'webFirewall',
    'instanceAvailability',
    'slaAvailability',
    'multiZone',
    'unitCostUsd',
    'requestUsdPerMillion',
  ],
};
