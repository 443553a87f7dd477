import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf } from './assess';

const found = (design: Design, rule: string) => findingsOf(design).filter((finding) => finding.rule === rule);

/** What a call does decides, not what the request that makes it is called: a read that records something writes it. */
const written: readonly (readonly [rule: string, target: string, design: Design])[] = [
  [
    'write-to-read-replica',
    'api-replica',
    sketch(
      { user: 'client', api: 'service', leader: 'sql-database', replica: 'read-replica' },
      'user -> api -> leader, api -> replica',
      { edges: { 'api -> replica': { operation: 'write' } } },
    ),
  ],
  [
    'stale-reads',
    'replica',
    sketch(
      { user: 'client', api: 'service', leader: 'sql-database', replica: 'read-replica' },
      'user -> api -> leader, api -> replica',
      {
        edges: { 'api -> leader': { operation: 'write' } },
        system: { targets: { consistency: 'read-your-writes' } },
      },
    ),
  ],
  [
    'dual-write',
    'api-events',
    sketch(
      { user: 'client', api: 'service', visits: 'sql-database', events: 'stream', mailer: 'worker' },
      'user -> api -> visits, api ~> events -> mailer',
      {
        edges: { 'api -> visits': { operation: 'write' }, 'api -> events': { operation: 'write' } },
        system: { practices: { 'dual-write': { answer: 'no' } } },
      },
    ),
  ],
  [
    'shared-database',
    'db',
    sketch(
      { user: 'client', orders: 'service', stock: 'service', db: 'sql-database' },
      'user -> orders -> stock -> db, orders -> db',
      { edges: { 'orders -> db': { operation: 'write' }, 'stock -> db': { operation: 'write' } } },
    ),
  ],
  [
    'distributed-transaction',
    'api',
    sketch(
      { user: 'client', api: 'service', a: 'sql-database', b: 'sql-database', c: 'sql-database' },
      'user -> api -> a, api -> b, api -> c',
      {
        edges: {
          'api -> a': { operation: 'write' },
          'api -> b': { operation: 'write' },
          'api -> c': { operation: 'write' },
        },
      },
    ),
  ],
  [
    'several-writers',
    'api',
    sketch({ user: 'client', api: 'service', bids: 'sql-database' }, 'user -> api -> bids', {
      flows: { offers: { rps: 100, ordered: true } },
      edges: { 'api -> bids': { operation: 'write' } },
    }),
  ],
  [
    'retried-write',
    'visits',
    sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      flows: { visits: { idempotent: false } },
      edges: { 'api -> db': { operation: 'write', retries: 2 } },
    }),
  ],
  [
    'blob-in-database',
    'posts',
    sketch({ user: 'client', api: 'service', posts: 'sql-database' }, 'user -> api -> posts', {
      edges: { 'api -> posts': { operation: 'write', storedBytes: 2_000_000 } },
    }),
  ],
  [
    'lossy-delivery',
    'jobs',
    sketch(
      { user: 'client', api: 'service', jobs: 'queue', clerk: 'worker' },
      'user -> api -> jobs -> clerk',
      {
        edges: { 'api -> jobs': { operation: 'write' } },
        config: { jobs: { delivery: 'at-most-once', deadLetter: false } },
      },
    ),
  ],
  // A write behind a look-up: the service that is asked on the way records who asked.
  [
    'blob-in-database',
    'log',
    sketch(
      { user: 'client', api: 'service', names: 'service', log: 'sql-database' },
      'user -> api -> names -> log',
      {
        flows: { uploads: { kind: 'write', rps: 10, storedBytes: 2_000_000 } },
        edges: { 'api -> names': { operation: 'read' }, 'names -> log': { operation: 'write' } },
      },
    ),
  ],
];

/** A write request that only looks something up there. */
const onlyRead: readonly (readonly [rule: string, design: Design])[] = [
  [
    'blob-in-database',
    sketch({ user: 'client', api: 'service', posts: 'sql-database' }, 'user -> api -> posts', {
      flows: { uploads: { kind: 'write', rps: 50, storedBytes: 2_000_000 } },
      edges: { 'api -> posts': { storedBytes: 200 } },
    }),
  ],
  [
    'retried-write',
    sketch({ user: 'client', api: 'service', names: 'sql-database' }, 'user -> api -> names', {
      flows: { orders: { kind: 'write', rps: 10, idempotent: false } },
      edges: { 'api -> names': { operation: 'read', retries: 2 } },
    }),
  ],
  [
    'stale-reads',
    sketch(
      { user: 'client', api: 'service', leader: 'sql-database', replica: 'read-replica' },
      'user -> api -> leader, api -> replica',
      {
        flows: { searches: { kind: 'write', rps: 10 } },
        edges: {
          'api -> leader': { operation: 'read' },
          'api -> replica': { operation: 'read', flows: 'all' },
        },
        system: { targets: { consistency: 'read-your-writes' } },
      },
    ),
  ],
];

describe('rules about writes read what a call does', () => {
  test.each(written)('%s finds the write of %s', (rule, target, design) => {
    expect(found(design, rule).map((finding) => finding.target)).toContain(target);
  });

  test.each(onlyRead)('%s leaves alone what only reads', (rule, design) => {
    expect(found(design, rule)).toEqual([]);
  });
});

describe('the store that a dual write is of', () => {
  const answered = { practices: { 'dual-write': { answer: 'no' } } } as const;
  const flows = { orders: { kind: 'write', rps: 100 } } as const;
  const storeOf = (design: Design) => found(design, 'dual-write').map(({ values }) => values['store']);

  test('is no store of files beside the database, whichever is written first', () => {
    const design = sketch(
      {
        user: 'client',
        api: 'service',
        pictures: 'object-store',
        posts: 'sql-database',
        events: 'stream',
        w: 'worker',
      },
      'user -> api -> pictures, api -> posts, api ~> events -> w',
      { flows, system: answered },
    );
    expect(storeOf(design)).toEqual([{ part: 'posts' }]);
  });

  test('is no search index, which is made from the store', () => {
    const design = sketch(
      {
        user: 'client',
        api: 'service',
        index: 'search-index',
        posts: 'wide-column-store',
        events: 'stream',
        w: 'worker',
      },
      'user -> api -> index, api -> posts, api ~> events -> w',
      { flows, system: answered },
    );
    expect(storeOf(design)).toEqual([{ part: 'posts' }, { part: 'posts' }]);
  });

  test('is not what is kept in memory, nor what has one key a transaction, beside a database', () => {
    const design = sketch(
      {
        user: 'client',
        api: 'service',
        sessions: 'key-value-store',
        orders: 'sql-database',
        events: 'stream',
        w: 'worker',
      },
      'user -> api -> sessions, api -> orders, api ~> events -> w',
      { flows, system: answered },
    );
    expect(storeOf(design)).toEqual([{ part: 'orders' }]);
  });

  test('is that of the data which the buffer carries, of two databases', () => {
    const design = sketch(
      {
        user: 'client',
        api: 'service',
        users: 'sql-database',
        orders: 'sql-database',
        events: 'stream',
        w: 'worker',
      },
      'user -> api -> users, api -> orders, api ~> events -> w',
      {
        flows,
        config: { orders: { dataClasses: ['money'] }, events: { dataClasses: ['money'] } },
        system: answered,
      },
    );
    expect(storeOf(design)).toEqual([{ part: 'orders' }]);
  });
});

test('a replica is sent reads alone, what a read flow records to the leader included', () => {
  const design = sketch(
    { user: 'client', api: 'service', leader: 'sql-database', replica: 'read-replica' },
    'user -> api -> leader, api -> replica',
    {
      flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
      edges: { 'api -> replica': { flows: 'all' } },
    },
  );
  const [finding] = found(design, 'write-to-read-replica');
  expect(found(applyChanges(design, finding?.quickFix?.changes ?? []), 'write-to-read-replica')).toEqual([]);
});
