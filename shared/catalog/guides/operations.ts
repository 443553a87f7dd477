import type { Guides } from './guide';

export const operationsGuides: Guides = {
  metrics: {
    when: 'From the first day, for every part: rate, errors, duration and saturation. They are cheap and show when a problem began.',
    whenNot:
      'To look into one user or one request: use logs and traces. A label for each user makes metrics more expensive than both.',
    tradeOffs: [
      'Sums and percentiles per interval do not keep the single request.',
      'Cost follows the number of series: each label multiplies them.',
      'Percentiles of several servers cannot be averaged; keep histograms.',
    ],
    failsFirst: 'Memory of the collector, when a label with many values is added.',
  },
  logs: {
    when: 'For what happened in detail: errors with their context, decisions, who did what. Written as fields, with the id of the request.',
    whenNot:
      'As a substitute for metrics: counting lines is slow and expensive. They must not contain what not everyone with search access may read.',
    tradeOffs: [
      'Paid by the gigabyte: at a high rate keep all errors, and one in a hundred of the rest.',
      'They contain personal data unless that is prevented; a short retention is the cheapest protection.',
      'Sent through a buffer they survive an outage of the log store, and arrive late.',
    ],
    failsFirst: 'Ingestion, during an incident, when every part logs ten times as much.',
  },
  traces: {
    when: 'As soon as a request passes more than two or three services: they show where the time went and which call failed.',
    whenNot:
      'For a single service, where a profiler says more. They do not replace metrics, since most requests are not sampled.',
    tradeOffs: [
      'Every service must propagate the context, or the trace ends there.',
      'Head sampling is cheap and misses rare requests; tail sampling keeps the slow and failed ones, and must buffer all spans until then.',
      'A few percent of overhead in each service.',
    ],
    failsFirst: 'Collectors, when a fan-out makes hundreds of spans of one request.',
  },
  alerting: {
    when: 'As soon as someone is on call: on symptoms that users see, such as errors and latency against the SLO, not on causes.',
    whenNot:
      'For what can wait until morning; that is a ticket. An alert that needs no action is soon ignored.',
    tradeOffs: [
      'The burn rate of the error budget, over a short and a long window, detects both outages and slow degradation, with few false alarms.',
      'It has to run outside the system it monitors, and has to be monitored itself.',
      'Each alert needs a runbook; that is the larger part of the work.',
    ],
    failsFirst: 'The people on call: many alerts from one cause hide the one that matters. Group them.',
  },
  canary: {
    when: 'For the few critical user journeys: it detects what no server notices, such as a broken DNS entry, certificate or script, before customers do.',
    whenNot: 'In place of metrics of real users: a probe from three cities does not represent all of them.',
    tradeOffs: [
      'Finds an outage within minutes even with no traffic at all.',
      'Its orders and sign-ins are real load: mark them, so that they stay out of reports and stock.',
      'Scripts break with each change of the page, and one with false alarms is switched off.',
    ],
    failsFirst:
      'Trust, when checks fail for no reason; require failures from two locations before anyone is paged.',
  },
  'secret-manager': {
    when: 'As soon as there is more than one secret or person: keys out of code and images, with an audit log and rotation.',
    whenNot:
      'In the path of each request. Read it at the start, keep it in memory, read it again after rotation.',
    tradeOffs: [
      'One more dependency of every start: without it no new server comes up, for example when autoscaling adds some.',
      'Rotation only helps if the services pick up the new secret without a restart.',
      'An account that may read all secrets is the next target; give each service only its own.',
    ],
    failsFirst: 'Its quota, when a large deployment restarts everything within a minute.',
  },
};
