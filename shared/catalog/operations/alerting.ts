import {
  assumed,
  listPrice,
  managedAvailability,
  managedReplicas,
  serverAvailability,
  unreadSla,
} from '../basis';
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
  guide: {
    when: 'As soon as someone is meant to get up at night: on what users feel, such as errors and delay against the goal, not on causes.',
    whenNot:
      'For what can wait until morning; that is a ticket. An alert on which nobody can act teaches people to ignore it.',
    tradeOffs: [
      'How fast the error budget burns, over a short and a long window, catches both the crash and the slow leak, with few false calls.',
      'It has to stand outside what it watches, and something has to watch it.',
      'Each alert needs a page that says what to do; that is the larger part of the work.',
    ],
    failsFirst: 'The people: a storm of alerts from one cause buries the one that mattered. Group them.',
  },
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
          'Events accepted at once; one service of it takes two a second for long',
          [1, 1000],
        ),
        serviceMs: assumed(100, 'An event accepted, p99 500 ms', [20, 1000]),
        cv: assumed(1.08, 'p99 500 ms ÷ mean 100 ms of a gamma service time', [0.5, 3]),
        instanceAvailability: managedAvailability,
        slaAvailability: unreadSla(0.999, 'PagerDuty'),
        unitCostUsd: listPrice(210, 'Ten people at 21 US dollars'),
      },
    },
    {
      name: 'Opsgenie',
      aliases: ['ops genie', 'jira service management'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(400, 'Events accepted at once', [1, 1000]),
        serviceMs: assumed(100, 'An event accepted, p99 500 ms', [20, 1000]),
        cv: assumed(1.08, 'p99 500 ms ÷ mean 100 ms of a gamma service time', [0.5, 3]),
        instanceAvailability: managedAvailability,
        slaAvailability: unreadSla(0.999, 'Opsgenie'),
        unitCostUsd: listPrice(100, 'Ten people at about 10 US dollars'),
      },
    },
  ],
  defaults: {
    replicas: assumed(2, 'Two that know of each other, so that one may fail', [1, 5]),
    concurrency: assumed(10, '2 000 alerts a second a server at 5 ms', [1, 100]),
    serviceMs: assumed(5, 'An alert grouped and routed, p99 25 ms', [1, 100]),
    cv: assumed(1.08, 'p99 25 ms ÷ mean 5 ms of a gamma service time', [0.5, 3]),
    instanceAvailability: serverAvailability,
    unitCostUsd: listPrice(30, 'A small server'),
  },
  main: ['replicas', 'serviceMs', 'concurrency'],
  more: observerFields.filter((field) => field !== 'concurrency'),
};
