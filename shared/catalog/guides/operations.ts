import type { Guides } from './guide';

export const operationsGuides: Guides = {
  metrics: {
    when: 'From the first day, for every part: rate, errors, duration, and how full it is. They are cheap and answer “since when”.',
    whenNot:
      'To find out about one person or one request: that is for logs and traces. A label for each user makes metrics dearer than both.',
    tradeOffs: [
      'Sums and percentiles per interval forget the single case.',
      'Cost follows the number of series: each label multiplies them.',
      'Percentiles of several servers cannot be averaged; keep histograms.',
    ],
    failsFirst: 'Memory of the collector, when somebody adds a label with many values.',
  },
  logs: {
    when: 'For what happened in detail: errors with their context, decisions, who did what. Written as fields, with the id of the request.',
    whenNot:
      'As a substitute for metrics: counting lines is slow and dear. Nothing in them that may not be read by everybody who can search.',
    tradeOffs: [
      'Paid by the gigabyte: at a high rate keep all errors, and one in a hundred of the rest.',
      'They hold personal data unless someone watches; a short retention is the cheapest protection.',
      'Sent through a buffer they survive an outage of the log store, and arrive late.',
    ],
    failsFirst: 'Ingest, exactly during an incident, when every part logs ten times as much.',
  },
  traces: {
    when: 'As soon as a request passes more than two or three services: they show where the time went and which call failed.',
    whenNot:
      'For a single service, where a profiler says more. They do not replace metrics, for most requests are not kept.',
    tradeOffs: [
      'Every service must hand on the context, or the trace breaks there.',
      'Sampling at the start is cheap and misses the rare; at the end it keeps the slow and failed ones, and must hold all spans until then.',
      'A few percent of overhead in each service.',
    ],
    failsFirst: 'Collectors, when a fan-out makes hundreds of spans of one request.',
  },
  alerting: {
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
  canary: {
    when: 'For the few paths that earn the money: it finds what no server notices, such as a broken DNS entry, certificate or script, before customers call.',
    whenNot: 'In place of metrics of real users: a robot from three cities says little about all of them.',
    tradeOffs: [
      'Finds an outage within minutes even with no traffic at all.',
      'Its orders and sign-ins are real load: mark them, so that they stay out of reports and stock.',
      'Scripts break with each change of the page, and one that cries wolf is switched off.',
    ],
    failsFirst: 'Trust, when checks fail by themselves; require two places to agree before anyone is called.',
  },
  'secret-manager': {
    when: 'As soon as there is a second password or a second person: keys out of code and images, with a log of who read them and a way to renew them.',
    whenNot: 'In the path of each request. Read at the start, keep in memory, read again when it is renewed.',
    tradeOffs: [
      'One more thing on which starting up depends: without it no new server comes up, just when autoscaling wants some.',
      'Renewing is only worth it if the services pick up the new secret without a restart.',
      'Whoever may read all secrets is the next target; give each service only its own.',
    ],
    failsFirst: 'Its quota, when a large deployment restarts everything within a minute.',
  },
};
