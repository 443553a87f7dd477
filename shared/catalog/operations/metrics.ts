import { acknowledgementBytes, assumed, listPrice, managedReplicas, sourced } from '../basis';
import type { Defaults, Kind } from '../kind';
import { observerFields } from './observer-fields';

const writeBenchmark = 'https://victoriametrics.com/blog/remote-write-benchmark/';

/** What every provider of metrics is taken to do. */
const provided: Defaults = {
  replicas: managedReplicas,
  concurrency: assumed(1000, 'Grows by itself; 20 000 batches a second at 50 ms are assumed', [100, 10_000]),
  serviceMs: assumed(50, 'A batch accepted over the internet, p99 250 ms', [10, 200]),
  cv: assumed(1.08, 'p99 250 ms ÷ mean 50 ms of a gamma service time', [0.5, 3]),
};

/** Counts and measures what every part does. */
export const metrics: Kind = {
  id: 'metrics',
  title: 'Metrics',
  layer: 'operations',
  icon: 'activity',
  behaviour: 'observer',
  maxScaleUp: 8,
  purpose: 'Collects how much, how fast and how often it failed, from every part, and draws it over time.',
  keywords: ['monitoring', 'dashboard', 'apm', 'observability', 'statsd', 'red', 'use', 'slo'],
  technologies: [
    {
      name: 'Prometheus',
      icon: 'prometheus',
      aliases: ['prom', 'thanos', 'mimir', 'cortex', 'node exporter'],
    },
    {
      name: 'Grafana',
      icon: 'grafana',
      aliases: ['grafana cloud', 'managed grafana'],
      managed: true,
      defaults: {
        ...provided,
        unitCostUsd: listPrice(200, 'Some ten thousand series'),
      },
    },
    {
      name: 'VictoriaMetrics',
      aliases: ['victoria metrics cluster', 'vmagent'],
      defaults: {
        concurrency: sourced(
          16,
          '514 000 samples a second on 4 virtual CPUs; 4 000 batches of 100 a second at 4 ms are kept of it',
          writeBenchmark,
          [4, 128],
        ),
        serviceMs: assumed(4, 'A batch of samples, p99 40 ms', [1, 100]),
        cv: assumed(2.05, 'p99 40 ms ÷ mean 4 ms of a gamma service time', [0.5, 4]),
      },
    },
    {
      name: 'Datadog',
      icon: 'datadog',
      aliases: ['data dog', 'dd agent'],
      managed: true,
      defaults: {
        ...provided,
        unitCostUsd: listPrice(300, 'Twenty servers at 15 US dollars'),
      },
    },
    {
      name: 'New Relic',
      icon: 'newrelic',
      aliases: ['newrelic'],
      managed: true,
      defaults: {
        ...provided,
        unitCostUsd: listPrice(300, 'About 700 GB at 0.40 US dollars'),
      },
    },
    {
      name: 'AppDynamics',
      aliases: ['appd', 'app dynamics', 'dynatrace'],
      managed: true,
      defaults: {
        ...provided,
        unitCostUsd: listPrice(660, 'Twenty CPUs at 33 US dollars'),
      },
    },
    {
      name: 'CloudWatch',
      aliases: ['amazon cloudwatch', 'azure monitor', 'stackdriver', 'cloud monitoring'],
      managed: true,
      defaults: {
        ...provided,
        unitCostUsd: listPrice(300, 'A thousand metrics at 0.30 US dollars'),
      },
    },
    {
      name: 'Graphite',
      aliases: ['statsd', 'zabbix', 'nagios'],
      defaults: {
        serviceMs: assumed(20, 'A batch of samples, a file a series, p99 200 ms', [5, 500]),
        cv: assumed(2.05, 'p99 200 ms ÷ mean 20 ms of a gamma service time', [0.5, 4]),
        concurrency: assumed(64, '6 400 batches a second on two servers', [8, 256]),
      },
    },
  ],
  defaults: {
    itemBytes: acknowledgementBytes,
    replicas: assumed(2, 'Two that collect the same, so that one may fail', [1, 50]),
    concurrency: assumed(32, '100 000 samples a second in batches of some dozen', [4, 256]),
    serviceMs: assumed(11, 'A batch of samples, p99 200 ms', [1, 100]),
    cv: assumed(3.64, 'p99 200 ms ÷ mean 11 ms of a gamma service time', [0.5, 4]),
    unitCostUsd: listPrice(100, 'One server'),
  },
  main: ['replicas', 'serviceMs'],
  more: observerFields,
};
