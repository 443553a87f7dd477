import { acknowledgementBytes, assumed, listPrice, managedReplicas } from '../basis';
import type { Kind } from '../kind';
import { observerFields } from './observer-fields';

/** Wakes somebody. */
export const alerting: Kind = {
  id: 'alerting',
  title: 'Alerting',
  layer: 'operations',
  icon: 'siren',
  behaviour: 'observer',
  maxScaleUp: 1,
  purpose: 'Decides when figures are bad enough to call a person, and whom.',
  keywords: ['alerts', 'on call', 'pager', 'incident', 'burn rate', 'escalation', 'notification'],
  technologies: [
    { name: 'Alertmanager', icon: 'prometheus', aliases: ['prometheus alertmanager', 'grafana alerting'] },
    {
      name: 'PagerDuty',
      icon: 'pagerduty',
      aliases: ['pager duty', 'victorops', 'splunk on-call', 'incident.io'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(
          400,
          'Events accepted concurrently; one service of it takes two a second for long',
          [1, 1000],
        ),
        serviceMs: assumed(100, 'An event accepted, p99 500 ms', [20, 1000]),
        cv: assumed(1.08, 'p99 500 ms ÷ mean 100 ms of a gamma service time', [0.5, 3]),
        unitCostUsd: listPrice(210, 'Ten people at 21 US dollars'),
      },
    },
    {
      name: 'Opsgenie',
      aliases: ['ops genie', 'jira service management'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(400, 'Events accepted concurrently', [1, 1000]),
        serviceMs: assumed(100, 'An event accepted, p99 500 ms', [20, 1000]),
        cv: assumed(1.08, 'p99 500 ms ÷ mean 100 ms of a gamma service time', [0.5, 3]),
        unitCostUsd: listPrice(100, 'Ten people at about 10 US dollars'),
      },
    },
  ],
  defaults: {
    itemBytes: acknowledgementBytes,
    replicas: assumed(2, 'Two that know of each other, so that one may fail', [1, 5]),
    concurrency: assumed(10, '2 000 alerts a second a server at 5 ms', [1, 100]),
    serviceMs: assumed(5, 'An alert grouped and routed, p99 25 ms', [1, 100]),
    cv: assumed(1.08, 'p99 25 ms ÷ mean 5 ms of a gamma service time', [0.5, 3]),
    unitCostUsd: listPrice(30, 'A small server'),
  },
  main: ['replicas', 'serviceMs', 'concurrency'],
  more: observerFields.filter((field) => field !== 'concurrency' && field !== 'scaleUp'),
};
