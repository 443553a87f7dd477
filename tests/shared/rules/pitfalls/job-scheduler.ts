import { sketch } from '../../../../shared/rules/sketch';
import { type Pitfall, write } from './pitfall';

export const jobs: readonly Pitfall[] = [
  {
    title: 'one scheduler',
    rules: ['lone-scheduler'],
    design: sketch({ clock: 'scheduler', starter: 'worker', db: 'sql-database' }, 'clock -> starter -> db', {
      flows: { runs: { ...write, entry: 'clock', rps: 10 } },
      config: { starter: { replicas: 1 } },
    }),
  },
  {
    title: 'two schedulers without a lease',
    rules: ['lone-scheduler'],
    design: sketch({ clock: 'scheduler', starter: 'worker', db: 'sql-database' }, 'clock -> starter -> db', {
      flows: { runs: { ...write, entry: 'clock', rps: 10 } },
      config: { starter: { replicas: 2 } },
    }),
  },
  {
    title: 'the table is scanned each second',
    rules: ['full-scan'],
    design: sketch({ clock: 'scheduler', starter: 'worker', db: 'sql-database' }, 'clock -> starter -> db', {
      flows: { scans: { entry: 'clock', rps: 1 } },
      config: { db: { readMs: 400 } },
    }),
  },
  {
    title: 'a worker that does it twice',
    rules: ['idempotent-consumers'],
    design: sketch({ user: 'client', jobs: 'queue', runner: 'worker' }, 'user -> jobs -> runner', {
      flows: { runs: { ...write, rps: 10 } },
    }),
  },
  {
    title: 'no dead-letter queue',
    rules: ['no-dead-letter'],
    design: sketch({ user: 'client', jobs: 'queue', runner: 'worker' }, 'user -> jobs -> runner', {
      flows: { runs: { ...write, rps: 10 } },
    }),
  },
  {
    title: 'jobs that are handed out once and never again',
    rules: ['lossy-delivery'],
    design: sketch({ user: 'client', jobs: 'queue', runner: 'worker' }, 'user -> jobs -> runner', {
      flows: { runs: { ...write, rps: 10 } },
      config: { jobs: { delivery: 'at-most-once' } },
    }),
  },
  {
    title: 'minute 0 brings ten times as much',
    rules: ['slow-drain'],
    design: sketch({ user: 'client', jobs: 'queue', runner: 'worker' }, 'user -> jobs -> runner', {
      flows: { runs: { ...write, rps: 100 } },
      config: { jobs: { maxAgeSeconds: 1 }, runner: { replicas: 2, concurrency: 8, serviceMs: 100 } },
      system: { workload: { spikeFactor: 10, spikeSeconds: 60 } },
    }),
  },
];
