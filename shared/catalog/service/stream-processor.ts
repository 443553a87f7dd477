import { assumed, listPrice, managedAvailability, managedReplicas, serverAvailability, sla } from '../basis';
import type { Kind } from '../kind';
import { serverFields } from './server-fields';

/** Counts, joins and windows over events as they come. */
export const streamProcessor: Kind = {
  id: 'stream-processor',
  title: 'Stream processor',
  layer: 'service',
  icon: 'waves-horizontal',
  behaviour: 'station',
  maxScaleUp: 8,
  purpose:
    'Counts, joins and windows events as they come, and keeps what it needs for that in its own state.',
  keywords: [
    'streaming',
    'aggregation',
    'window',
    'real time',
    'analytics',
    'cep',
    'stateful',
    'events',
    'pipeline',
  ],
  technologies: [
    { name: 'Flink', aliases: ['apache flink'] },
    {
      name: 'Spark Streaming',
      icon: 'apachespark',
      aliases: ['structured streaming', 'spark'],
      defaults: {
        serviceMs: assumed(
          2,
          'Its share of a small batch; results come by the batch, some hundred ms',
          [0.1, 20],
        ),
      },
    },
    { name: 'Kafka Streams', icon: 'apachekafka', aliases: ['ksqldb', 'ksql'] },
    { name: 'Apache Beam', aliases: ['beam', 'samza', 'storm'] },
    {
      name: 'Google Dataflow',
      aliases: ['dataflow'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(64, 'Grows by itself: 64 000 events a second at 1 ms each', [8, 4000]),
        instanceAvailability: managedAvailability,
        unitCostUsd: listPrice(
          481,
          'Four workers of two virtual CPUs and 7.5 GB, 8 × 0.069 and 30 × 0.003557 US dollars an hour; data that it shuffles come on top',
        ),
      },
    },
    {
      name: 'Managed Flink',
      aliases: ['kinesis data analytics', 'aws flink', 'confluent flink'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(
          32,
          'Class of 32 processing units: 32 000 events a second at 1 ms each',
          [1, 64],
        ),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.999, 'Kinesis, Data Analytics included'),
        unitCostUsd: listPrice(2570, '32 processing units of 0.11 US dollars an hour'),
      },
    },
  ],
  defaults: {
    replicas: assumed(2, 'Two, so that one may fail and the state is restored on the other', [1, 1000]),
    concurrency: assumed(8, 'Task slots of one server, one event at a time in each', [1, 64]),
    serviceMs: assumed(1, 'Counts and windows in memory; state on disk takes longer', [0.05, 20]),
    cv: assumed(1, 'Exponential; a window that closes takes longer than an event', [0.3, 3]),
    instanceAvailability: serverAvailability,
    autoscaleDelaySeconds: assumed(180, 'A restart from the last checkpoint with more slots', [30, 900]),
    unitCostUsd: listPrice(125, 'Four virtual CPUs and 16 GB'),
  },
  main: ['replicas', 'concurrency', 'serviceMs', 'cv', 'scaleUp'],
  more: serverFields(['sessions', 'authentication', 'rateLimitRps']),
};
