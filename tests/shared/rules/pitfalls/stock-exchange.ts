import { sketch } from '../../../../shared/rules/sketch';
import { type Pitfall, write } from './pitfall';

export const exchange: readonly Pitfall[] = [
  {
    title: 'a database in the way of a match',
    rules: ['latency-target-missed'],
    design: sketch(
      { member: 'client', match: 'matching-engine', book: 'sql-database' },
      'member -> match -> book',
      {
        flows: { orders: { ...write, rps: 100, targets: { p99Ms: 1 } } },
        edges: { 'member -> match': { rttMs: 0.1 } },
      },
    ),
  },
  {
    title: 'several writers of one symbol',
    rules: ['several-writers'],
    design: sketch({ member: 'client', match: 'service', book: 'sql-database' }, 'member -> match -> book', {
      flows: { orders: { ...write, rps: 100, ordered: true } },
    }),
  },
  {
    title: 'no hot standby',
    rules: ['single-point-of-failure'],
    design: sketch({ member: 'client', match: 'matching-engine' }, 'member -> match', {
      flows: { orders: { ...write, rps: 100, targets: { availability: 0.9999 } } },
    }),
  },
  {
    title: 'a journal with one copy, and nothing may be lost',
    rules: ['unreplicated-messages'],
    design: sketch(
      { member: 'client', match: 'matching-engine', journal: 'stream', clearing: 'worker' },
      'member -> match -> journal -> clearing',
      {
        flows: { orders: { ...write, rps: 100 } },
        config: { journal: { copies: 1 } },
        system: { targets: { rpoSeconds: 0 } },
      },
    ),
  },
  {
    title: 'a log that confirms before its copies have it, and nothing may be lost',
    rules: ['unreplicated-messages'],
    design: sketch(
      { member: 'client', match: 'matching-engine', journal: 'stream', clearing: 'worker' },
      'member -> match -> journal -> clearing',
      {
        flows: { orders: { ...write, rps: 100 } },
        config: { journal: { copies: 3, acknowledge: 'leader' } },
        system: { targets: { rpoSeconds: 0 } },
      },
    ),
  },
];
