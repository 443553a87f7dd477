import { yearSeconds } from '../../math/calendar';
import { assumed, listPrice, managedAvailability, managedReplicas, sla, sourced } from '../basis';
import type { Kind } from '../kind';
import { bufferFields } from './buffer-fields';

const sqsQuotas =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html';

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
    { name: 'RabbitMQ', icon: 'rabbitmq', aliases: ['rabbit', 'amqp', 'amazon mq'] },
    {
      name: 'SQS',
      aliases: ['amazon sqs', 'simple queue service'],
      protocol: 'https',
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: sourced(
          1000,
          'Standard queues take nearly any rate; 100 000 sends a second at 10 ms are assumed',
          sqsQuotas,
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
      name: 'SQS FIFO',
      aliases: ['sqs fifo', 'fifo queue', 'amazon sqs fifo'],
      protocol: 'https',
      managed: true,
      limited: '300 calls a second, 3 000 messages in batches of ten; high throughput mode takes more.',
      defaults: {
        replicas: managedReplicas,
        quotaRps: sourced(300, 'Calls a second of each kind, without batches', sqsQuotas, [300, 70_000]),
        concurrency: assumed(3, 'The quota of 300 calls a second at 10 ms each; raise both', [3, 700]),
        serviceMs: assumed(10, 'A send, p99 50 ms', [5, 50]),
        cv: assumed(1.08, 'p99 50 ms ÷ mean 10 ms of a gamma service time', [0.5, 2]),
        delivery: assumed('exactly-once', 'The same message sent twice within five minutes is taken once'),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.999, 'SQS'),
        unitCostUsd: listPrice(0, 'No fixed price; 0.50 US dollars a million requests'),
      },
    },
    {
      name: 'ActiveMQ',
      aliases: ['artemis', 'jms', 'ibm mq', 'websphere mq'],
      protocol: 'amqp',
      defaults: {
        replicas: assumed(2, 'A broker and its standby', [1, 9]),
        concurrency: assumed(25, '5 000 persistent messages a second at 5 ms each', [5, 200]),
      },
    },
    {
      name: 'Azure Service Bus',
      aliases: ['service bus', 'azure queue'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(40, 'One messaging unit: 4 000 messages a second at 10 ms', [10, 640]),
        serviceMs: assumed(10, 'A send, p99 50 ms', [5, 50]),
        cv: assumed(1.08, 'p99 50 ms ÷ mean 10 ms of a gamma service time', [0.5, 2]),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.999, 'Azure Service Bus'),
        retentionSeconds: assumed(1_209_600, 'Fourteen days unless it is raised', [60, 10 * yearSeconds]),
        unitCostUsd: listPrice(677, 'One messaging unit of the premium tier'),
      },
    },
    {
      name: 'Google Cloud Tasks',
      aliases: ['cloud tasks', 'gcp tasks'],
      protocol: 'https',
      managed: true,
      limited: '500 tasks a second leave one queue; use several queues for more.',
      defaults: {
        replicas: managedReplicas,
        quotaRps: assumed(500, 'Tasks a second that one queue hands out', [1, 500]),
        concurrency: assumed(10, 'The quota of 500 tasks a second at 20 ms each', [1, 10]),
        serviceMs: assumed(20, 'A task accepted, p99 100 ms', [5, 100]),
        cv: assumed(1.08, 'p99 100 ms ÷ mean 20 ms of a gamma service time', [0.5, 2]),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.9995, 'Cloud Tasks'),
        retentionSeconds: assumed(2_678_400, '31 days', [60, 2_678_400]),
        unitCostUsd: listPrice(0, 'No fixed price; 0.40 US dollars a million tasks'),
      },
    },
    {
      name: 'Redis queue',
      icon: 'redis',
      aliases: ['bullmq', 'resque', 'rq', 'redis list', 'asynq'],
      protocol: 'redis',
      defaults: {
        replicas: assumed(2, 'Two nodes, so that one may fail', [1, 9]),
        concurrency: assumed(20, '100 000 operations a second a node at 0.2 ms', [5, 200]),
        serviceMs: assumed(0.2, 'Pushed in memory, p99 1 ms; the disk follows', [0.05, 2]),
        cv: assumed(1.08, 'p99 1 ms ÷ mean 0.2 ms of a gamma service time', [0.5, 2]),
        unitCostUsd: listPrice(150, 'A node of the class r6g.large'),
      },
    },
    {
      name: 'Beanstalkd',
      aliases: ['beanstalk', 'gearman'],
      protocol: 'tcp',
      defaults: {
        replicas: assumed(1, 'It knows no cluster', [1, 4]),
        serviceMs: assumed(1, 'Taken into memory and a log, p99 6 ms', [0.2, 10]),
        unitCostUsd: listPrice(62, 'Two virtual CPUs'),
      },
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
  more: ['concurrency', 'cv', 'quotaRps', 'partitionKey', 'backlogLimit', 'maxAgeSeconds', ...bufferFields],
};
