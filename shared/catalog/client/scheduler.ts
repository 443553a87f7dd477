import { assumed, managedReplicas } from '../basis';
import type { Defaults, Kind } from '../kind';

const providersLease: Defaults = {
  replicas: managedReplicas,
  leaderElection: assumed(true, 'The provider sees to it that one of its servers fires'),
};

/** A clock that starts work. */
export const scheduler: Kind = {
  id: 'scheduler',
  title: 'Scheduler',
  layer: 'client',
  icon: 'calendar-clock',
  behaviour: 'source',
  purpose: 'Starts work by the clock: nightly jobs, reminders, clean-ups.',
  keywords: ['cron', 'timer', 'clock', 'nightly', 'periodic', 'trigger', 'recurring', 'delayed'],
  technologies: [
    { name: 'cron', aliases: ['crontab', 'systemd timer', 'cronjob'] },
    {
      name: 'Kubernetes CronJob',
      icon: 'kubernetes',
      aliases: ['k8s cronjob'],
      defaults: {
        replicas: assumed(3, 'Control planes of a cluster', [1, 5]),
        leaderElection: assumed(true, 'One controller of the control planes holds a lease'),
      },
    },
    {
      name: 'EventBridge Scheduler',
      aliases: ['aws scheduler', 'cloudwatch events', 'eventbridge'],
      managed: true,
      defaults: providersLease,
    },
    {
      name: 'Cloud Scheduler',
      aliases: ['google cloud scheduler', 'gcp scheduler'],
      managed: true,
      defaults: providersLease,
    },
    {
      name: 'Quartz',
      aliases: ['quartz.net', 'java scheduler'],
      defaults: {
        replicas: assumed(2, 'Clustered over one database', [1, 10]),
        leaderElection: assumed(true, 'A clustered job store locks a row, so that one server fires'),
      },
    },
    {
      name: 'Airflow',
      icon: 'apacheairflow',
      aliases: ['apache airflow', 'mwaa', 'composer'],
      defaults: {
        replicas: assumed(2, 'Two schedulers over one database', [1, 5]),
        leaderElection: assumed(true, 'Schedulers lock the rows of the runs that they start'),
      },
    },
    { name: 'Celery beat', aliases: ['celerybeat'] },
    { name: 'Temporal', aliases: ['temporal.io', 'cadence'] },
  ],
  defaults: {
    replicas: assumed(1, 'Cron on one server, as most begin; a second one needs a lease', [1, 10]),
  },
  main: ['replicas', 'leaderElection'],
  more: [],
};
