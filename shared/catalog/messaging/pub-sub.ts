import {
  acknowledgementBytes,
  assumed,
  listPrice,
  managedAvailability,
  requestPrice,
  serverAvailability,
  sla,
} from '../basis';
import type { Kind } from '../kind';
import { bufferFields } from './buffer-fields';

/** Notifies every subscriber, at once and each on its own. */
export const pubSub: Kind = {
  id: 'pub-sub',
  title: 'Pub/sub topic',
  layer: 'messaging',
  icon: 'megaphone',
  behaviour: 'buffer',
  managed: true,
  maxScaleUp: 8,
  purpose: 'Sends every message to all who subscribed, so that the sender need not know them.',
  keywords: ['pubsub', 'publish subscribe', 'topic', 'fan-out', 'broadcast', 'notification', 'event bus'],
  technologies: [
    {
      name: 'SNS',
      aliases: ['amazon sns', 'simple notification service'],
      defaults: {
        slaAvailability: sla(0.999, 'SNS'),
        retentionSeconds: assumed(
          1_987_200,
          'Tries again for 23 days at queues and functions, for hours at web addresses',
          [3600, 1_987_200],
        ),
        unitCostUsd: listPrice(0, 'No fixed price; 0.50 US dollars a million messages'),
      },
    },
    {
      name: 'Google Pub/Sub',
      aliases: ['pubsub', 'gcp pubsub', 'cloud pub/sub', 'google cloud pubsub'],
      defaults: {
        requestUsdPerMillion: requestPrice(0.08, '40 a TB of messages of 1 KB, published and delivered once'),
        slaAvailability: sla(0.9995, 'Google Pub/Sub'),
        serviceMs: assumed(20, 'A publish, p99 100 ms', [5, 100]),
        unitCostUsd: listPrice(0, 'No fixed price; 40 US dollars a TB'),
      },
    },
    {
      name: 'EventBridge',
      aliases: ['amazon eventbridge', 'event bridge', 'cloudwatch events'],
      defaults: {
        requestUsdPerMillion: requestPrice(
          1,
          'Events of up to 64 KB',
          'https://aws.amazon.com/eventbridge/pricing/',
        ),
        concurrency: assumed(
          300,
          'Quota of 10 000 events a second at 30 ms each; it can be raised',
          [12, 3000],
        ),
        serviceMs: assumed(
          30,
          'Until the event is accepted, p99 150 ms; half a second until it is delivered',
          [10, 100],
        ),
        slaAvailability: sla(0.9999, 'EventBridge'),
        retentionSeconds: assumed(86_400, 'Tries again for a day', [60, 86_400]),
        unitCostUsd: listPrice(0, 'No fixed price; 1.00 US dollar a million events'),
      },
    },
    {
      name: 'Azure Event Grid',
      aliases: ['event grid'],
      defaults: {
        requestUsdPerMillion: requestPrice(0.6, 'Operations'),
        slaAvailability: sla(0.999, 'Azure Event Grid'),
        concurrency: assumed(75, 'Quota of 5 000 events a second a topic at 15 ms each', [15, 3000]),
        retentionSeconds: assumed(86_400, 'Tries again for a day', [60, 86_400]),
        unitCostUsd: listPrice(0, 'No fixed price; 0.60 US dollars a million operations'),
      },
    },
    {
      name: 'NATS',
      icon: 'natsdotio',
      aliases: ['nats server', 'nats core'],
      protocol: 'nats',
      managed: false,
      defaults: {
        requestUsdPerMillion: requestPrice(0, 'On servers of your own'),
        replicas: assumed(3, 'A cluster of three', [1, 9]),
        concurrency: assumed(20, '100 000 messages a second a server at 0.2 ms', [5, 200]),
        serviceMs: assumed(0.2, 'Passed on from memory, p99 1 ms', [0.05, 2]),
        delivery: assumed('at-most-once', 'Who is not there misses it; JetStream keeps messages'),
        retentionSeconds: assumed(0, 'Nothing is kept without JetStream', [0, 2_592_000]),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(62, 'Two virtual CPUs'),
      },
    },
    {
      name: 'Redis Pub/Sub',
      icon: 'redis',
      aliases: ['redis pubsub', 'valkey pub/sub'],
      protocol: 'redis',
      managed: false,
      defaults: {
        requestUsdPerMillion: requestPrice(0, 'On servers of your own'),
        replicas: assumed(2, 'Two nodes, so that one may fail', [1, 9]),
        concurrency: assumed(
          20,
          '100 000 messages a second a node at 0.2 ms, fewer with many subscribers',
          [2, 200],
        ),
        serviceMs: assumed(0.2, 'Passed on from memory, p99 1 ms', [0.05, 2]),
        delivery: assumed('at-most-once', 'Who is not there misses it'),
        retentionSeconds: assumed(0, 'Nothing is kept', [0, 0]),
        instanceAvailability: assumed(0.999, 'One node', [0.99, 0.9999]),
        unitCostUsd: listPrice(150, 'A node of the class r6g.large'),
      },
    },
  ],
  defaults: {
    itemBytes: acknowledgementBytes,
    requestUsdPerMillion: requestPrice(
      0.5,
      'Messages published; deliveries are not counted',
      'https://aws.amazon.com/sns/pricing/',
    ),
    concurrency: assumed(
      1000,
      'Grows by itself; 66 000 messages a second at 15 ms are assumed',
      [100, 10_000],
    ),
    serviceMs: assumed(15, 'Until the message is accepted, p99 75 ms', [5, 100]),
    cv: assumed(1.08, 'p99 75 ms ÷ mean 15 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(0.999, 'SNS'),
    retentionSeconds: assumed(
      604_800,
      'Seven days, as Google Pub/Sub keeps what is not acknowledged',
      [0, 2_678_400],
    ),
    delivery: assumed('at-least-once', 'A message may come twice'),
    deadLetter: assumed(false, 'Not set up unless configured'),
    unitCostUsd: listPrice(0, 'No fixed price; about 0.50 US dollars a million messages'),
  },
  main: ['serviceMs', 'delivery', 'retentionSeconds', 'deadLetter', 'partitionKey'],
  more: ['concurrency', 'cv', 'quotaRps', 'backlogLimit', 'maxAgeSeconds', ...bufferFields],
};
