import { acknowledgementBytes, assumed, listPrice, managedReplicas } from '../basis';
import type { Kind } from '../kind';
import { observerFields } from './observer-fields';

/** The way of single requests through all parts. */
export const traces: Kind = {
  id: 'traces',
  title: 'Traces',
  layer: 'operations',
  icon: 'footprints',
  behaviour: 'observer',
  maxScaleUp: 8,
  purpose: 'Follows single requests through every part and shows where each spent its time.',
  keywords: ['tracing', 'distributed tracing', 'spans', 'apm', 'observability', 'otel', 'flame graph'],
  protocol: 'grpc',
  technologies: [
    { name: 'Jaeger', aliases: ['jaegertracing'] },
    {
      name: 'Tempo',
      icon: 'grafana',
      aliases: ['grafana tempo'],
      defaults: {
        unitCostUsd: listPrice(62, 'Two virtual CPUs, the spans in an object store'),
      },
    },
    { name: 'Zipkin', aliases: ['open zipkin', 'sleuth'], protocol: 'https' },
    {
      name: 'OpenTelemetry Collector',
      aliases: ['otel collector', 'opentelemetry', 'otlp'],
      defaults: {
        serviceMs: assumed(0.5, 'A batch passed on, p99 4 ms', [0.1, 10]),
        cv: assumed(1.68, 'p99 4 ms ÷ mean 0.5 ms of a gamma service time', [0.5, 3]),
        unitCostUsd: listPrice(62, 'Two virtual CPUs'),
      },
    },
    {
      name: 'X-Ray',
      aliases: ['aws x-ray', 'google cloud trace', 'application insights'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(200, 'Quota of some 2 600 segments a second, raised on request', [50, 2000]),
        serviceMs: assumed(20, 'A batch accepted, p99 200 ms', [5, 200]),
        unitCostUsd: listPrice(500, 'A hundred million traces at 5 US dollars a million'),
      },
    },
    {
      name: 'AppDynamics',
      aliases: [
        'appd traces',
        'dynatrace purepath',
        'datadog apm',
        'new relic apm',
        'honeycomb',
        'lightstep',
      ],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(
          1000,
          'Grows by itself; 20 000 batches a second at 50 ms are assumed',
          [100, 10_000],
        ),
        serviceMs: assumed(50, 'A batch accepted over the internet, p99 500 ms', [10, 500]),
        unitCostUsd: listPrice(660, 'Twenty CPUs at 33 US dollars'),
      },
    },
  ],
  defaults: {
    itemBytes: acknowledgementBytes,
    replicas: assumed(2, 'Two collectors, so that one may fail', [1, 50]),
    concurrency: assumed(16, '16 000 spans a second a collector at 1 ms', [4, 128]),
    serviceMs: assumed(1, 'One span of a batch, p99 10 ms', [0.1, 20]),
    cv: assumed(2.05, 'p99 10 ms ÷ mean 1 ms of a gamma service time', [0.5, 4]),
    unitCostUsd: listPrice(100, 'A collector and its store'),
  },
  main: ['replicas', 'serviceMs'],
  more: observerFields,
};
