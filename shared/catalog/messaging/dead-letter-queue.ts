import { yearSeconds } from '../../math/calendar';
import {
  acknowledgementBytes,
  assumed,
  listPrice,
  managedAvailability,
  managedReplicas,
  requestPrice,
  sla,
} from '../basis';
import type { Kind } from '../kind';
import { bufferFields } from './buffer-fields';

/** Where messages go that no worker could do. */
export const deadLetterQueue: Kind = {
  id: 'dead-letter-queue',
  title: 'Dead-letter queue',
  layer: 'messaging',
  icon: 'mail-x',
  behaviour: 'buffer',
  maxScaleUp: 8,
  purpose: 'Keeps the messages that failed too often, until a person has looked at them.',
  keywords: ['dlq', 'dlx', 'poison message', 'failed messages', 'parking lot', 'redrive'],
  protocol: 'amqp',
  technologies: [
    { name: 'RabbitMQ DLX', icon: 'rabbitmq', aliases: ['dead letter exchange', 'rabbitmq dead letter'] },
    {
      name: 'SQS DLQ',
      aliases: ['sqs dead letter', 'redrive policy'],
      protocol: 'https',
      managed: true,
      defaults: {
        requestUsdPerMillion: requestPrice(
          0.4,
          'Messages moved to it',
          'https://aws.amazon.com/sqs/pricing/',
        ),
        replicas: managedReplicas,
        concurrency: assumed(
          1000,
          'Standard queues take nearly any rate; 100 000 sends a second',
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
      name: 'Kafka dead-letter topic',
      icon: 'apachekafka',
      aliases: ['dlt', 'kafka dlq', 'error topic'],
      protocol: 'kafka',
      defaults: {
        concurrency: assumed(64, '32 000 small messages a second a broker at 2 ms', [16, 1000]),
        serviceMs: assumed(2, 'Until the brokers acknowledge, p99 5 ms', [1, 20]),
        cv: assumed(0.5, 'p99 5 ms ÷ mean 2 ms of a gamma service time', [0.3, 2]),
      },
    },
    {
      name: 'Service Bus dead-letter queue',
      aliases: ['azure dead letter'],
      managed: true,
      defaults: {
        requestUsdPerMillion: requestPrice(0, 'Part of the queue that it belongs to'),
        replicas: managedReplicas,
        concurrency: assumed(40, 'One messaging unit: 4 000 messages a second at 10 ms', [10, 640]),
        serviceMs: assumed(10, 'A send, p99 50 ms', [5, 50]),
        cv: assumed(1.08, 'p99 50 ms ÷ mean 10 ms of a gamma service time', [0.5, 2]),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.999, 'Azure Service Bus'),
        unitCostUsd: listPrice(0, 'Part of the queue that it belongs to'),
      },
    },
  ],
  defaults: {
    itemBytes: acknowledgementBytes,
    replicas: assumed(3, 'Three nodes, those of the queue that it belongs to', [1, 9]),
    concurrency: assumed(
      33,
      '20 000 messages a second at 5 ms each, as the queue that it belongs to',
      [5, 200],
    ),
    serviceMs: assumed(5, 'Until the message is confirmed, p99 30 ms', [1, 30]),
    cv: assumed(1.29, 'p99 30 ms ÷ mean 5 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: assumed(0.999, 'One node of the broker', [0.99, 0.9999]),
    retentionSeconds: assumed(1_209_600, 'Fourteen days, the longest that SQS keeps a message', [
      86_400,
      yearSeconds,
    ]),
    delivery: assumed('at-least-once', 'A message may be moved twice when a broker is lost'),
    unitCostUsd: listPrice(0, 'Part of the broker of the queue that it belongs to'),
  },
  main: ['replicas', 'serviceMs', 'retentionSeconds', 'delivery'],
  more: ['concurrency', 'cv', 'backlogLimit', 'maxAgeSeconds', ...bufferFields],
};
