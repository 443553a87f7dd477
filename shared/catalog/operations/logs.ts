import { yearSeconds } from '../../math/calendar';
import { acknowledgementBytes, assumed, listPrice, managedReplicas, sourced } from '../basis';
import type { Kind } from '../kind';
import { observerFields } from './observer-fields';

/** What every part wrote down, in one place. */
export const logs: Kind = {
  id: 'logs',
  title: 'Logs',
  layer: 'operations',
  icon: 'scroll-text',
  behaviour: 'observer',
  maxScaleUp: 8,
  purpose: 'Gathers what every part writes down in one place, where it can be searched and counted.',
  keywords: ['logging', 'log pipeline', 'audit', 'siem', 'central logs', 'observability', 'search logs'],
  technologies: [
    {
      name: 'ELK',
      icon: 'elasticsearch',
      aliases: ['elastic stack', 'logstash', 'kibana', 'filebeat', 'efk', 'fluentd'],
      defaults: {
        concurrency: assumed(20, '10 000 events a second a node at 2 ms', [4, 128]),
        serviceMs: assumed(2, 'One event of a batch, p99 20 ms; seconds until it is found', [0.2, 50]),
      },
    },
    {
      name: 'Splunk',
      icon: 'splunk',
      aliases: ['splunk enterprise', 'splunk cloud'],
      defaults: {
        concurrency: sourced(
          55,
          '55 000 events of 214 bytes a second an indexer, at 1 ms each',
          'https://help.splunk.com',
          [10, 200],
        ),
        unitCostUsd: listPrice(4500, 'An indexer at 100 GB a day with its licence'),
      },
    },
    {
      name: 'Loki',
      icon: 'grafana',
      aliases: ['grafana loki', 'promtail', 'victorialogs'],
      defaults: {
        serviceMs: assumed(1, 'Labels are indexed, the text is only packed, p99 10 ms', [0.2, 20]),
        unitCostUsd: listPrice(62, 'Two virtual CPUs, the text in an object store'),
      },
    },
    {
      name: 'CloudWatch Logs',
      aliases: ['aws logs', 'azure log analytics', 'google cloud logging', 'stackdriver logging'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(
          1000,
          'Grows by itself; 50 000 batches a second at 20 ms are assumed',
          [100, 10_000],
        ),
        serviceMs: assumed(20, 'A batch accepted, p99 200 ms', [5, 200]),
        unitCostUsd: listPrice(500, 'A thousand GB at 0.50 US dollars'),
      },
    },
    {
      name: 'Datadog Logs',
      icon: 'datadog',
      aliases: ['new relic logs', 'sumo logic', 'papertrail', 'logz.io'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(
          1000,
          'Grows by itself; 20 000 batches a second at 50 ms are assumed',
          [100, 10_000],
        ),
        serviceMs: assumed(50, 'A batch accepted over the internet, p99 500 ms', [10, 500]),
        retentionSeconds: assumed(1_296_000, 'Fifteen days to search in', [259_200, 38_880_000]),
        unitCostUsd: listPrice(1800, 'A thousand GB and a thousand million events'),
      },
    },
    {
      name: 'Graylog',
      aliases: ['syslog', 'rsyslog', 'vector'],
      defaults: {
        concurrency: assumed(20, '10 000 events a second a node at 2 ms', [4, 128]),
        serviceMs: assumed(2, 'One event of a batch, p99 20 ms', [0.2, 50]),
      },
    },
  ],
  defaults: {
    itemBytes: acknowledgementBytes,
    replicas: assumed(2, 'Two nodes, so that one may fail', [1, 100]),
    concurrency: assumed(50, '50 000 events of some hundred bytes a second a node, at 1 ms each', [4, 200]),
    serviceMs: assumed(
      1,
      'One event of a batch, p99 10 ms; one to five seconds until it is found',
      [0.2, 50],
    ),
    cv: assumed(2.05, 'p99 10 ms ÷ mean 1 ms of a gamma service time', [0.5, 4]),
    retentionSeconds: assumed(2_592_000, 'Thirty days to search in; audits ask for a year', [
      86_400,
      7 * yearSeconds,
    ]),
    unitCostUsd: listPrice(250, 'A node with its disks'),
  },
  main: ['replicas', 'retentionSeconds', 'serviceMs', 'dataClasses'],
  more: observerFields,
};
