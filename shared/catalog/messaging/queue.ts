import { assumed, listPrice, managedAvailability, sla, sourced } from '../basis';
import type { Kind } from '../kind';

/** Work that waits for one of several workers; each message is done once. */
export const queue: Kind = {
  id: 'queue',
  title: 'Queue',
  layer: 'messaging',
  icon: 'list',
  behaviour: 'buffer',
  maxScaleUp: 8,
  purpose: 'Keeps work until one of its workers takes it, so that the caller need not wait.',
  keywords: ['jobs', 'tasks', 'messages', 'broker', 'mq', 'amqp', 'buffer', 'decouple', 'async'],
  protocol: 'amqp',
  technologies: [
    { name: 'RabbitMQ', aliases: ['rabbit', 'amqp', 'amazon mq'] },
    {
      name: 'SQS',
      aliases: ['amazon sqs', 'simple queue service'],
      protocol: 'https',
      managed: true,
      defaults: {
        replicas: assumed(1, 'Managed: it has no servers to choose'),
        concurrency: sourced(
          1000,
          'Standard queues take nearly any rate; 100 000 sends a second at 10 ms are assumed',
          'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html',
          [100, 10_000],
        ),
        serviceMs: assumed(10, 'A send, p99 50 ms', [5, 50]),
        cv: assumed(1.08, 'p99 50 ms ÷ mean 10 ms of a gamma service time', [0.5, 2]),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.999, 'SQS'),
        unitCostUsd: listPrice(0, 'No fixed price; 0.40 US dollars a million requests'),
      },
    },
    {
      name: 'ActiveMQ',
      aliases: ['artemis', 'jms'],
    },
  ],
  defaults: {
    replicas: assumed(3, 'Three nodes, so that a majority outlives one', [1, 9]),
    concurrency: assumed(
      33,
      '20 000 messages a second through one replicated queue with confirms, at 5 ms each',
      [5, 200],
    ),
    serviceMs: assumed(5, 'Until the message is confirmed, p99 30 ms', [1, 30]),
    cv: assumed(1.29, 'p99 30 ms ÷ mean 5 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: assumed(0.999, 'One node of the broker', [0.99, 0.9999]),
    slaAvailability: sla(0.999, 'Amazon MQ'),
    retentionSeconds: assumed(345_600, 'Four days, as SQS keeps a message', [60, 1_209_600]),
    delivery: assumed('at-least-once', 'A message may come twice when a worker is lost'),
    deadLetter: assumed(false, 'Not set up unless it is said'),
    unitCostUsd: listPrice(100, 'One of three nodes'),
  },
  main: ['replicas', 'serviceMs', 'retentionSeconds', 'delivery', 'deadLetter'],
  more: [
    'concurrency',
    'cv',
    'queueLimit',
    'scaleUp',
    'maxUtilization',
    'bandwidthMbps',
    'instanceAvailability',
    'slaAvailability',
    'multiZone',
    'observed',
    'unitCostUsd',
  ],
};
