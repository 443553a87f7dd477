import { describe, expect, test } from 'vitest';
import { kindOf, kinds } from '../../../shared/catalog/index';
import { resolvedOf } from '../../../shared/catalog/resolved-index';
import { kindsBehind, namedCallees } from '../../../shared/catalog/usual-callees';
import { likelyCaller } from '../../../shared/edits/likely-caller';
import { sketch } from '../../../shared/rules/sketch';

const callerOf = (
  id: string,
  kindsOf: Record<string, string>,
  edges = '',
  near: Record<string, number> = {},
) => likelyCaller(resolvedOf(sketch(kindsOf, edges)).design, id, (other) => near[other] ?? 0);

describe('the likeliest caller', () => {
  test.each([
    ['cache', { user: 'client', lb: 'load-balancer', api: 'service' }, 'api'],
    ['sql-database', { user: 'client', api: 'service', feed: 'cache' }, 'api'],
    ['service', { user: 'client', lb: 'load-balancer', db: 'sql-database' }, 'lb'],
    ['service', { user: 'client', db: 'sql-database' }, 'user'],
    ['worker', { user: 'client', api: 'service', jobs: 'queue' }, 'jobs'],
    ['load-balancer', { user: 'client', api: 'service' }, 'user'],
    ['service', { db: 'sql-database' }, null],
    ['client', { api: 'service' }, null],
  ])('of a %s among %j is %s', (kind, others, expected) => {
    expect(callerOf('fresh', { ...others, fresh: kind })).toBe(expected);
  });

  test('among alike ones is the nearest, then the one drawn last', () => {
    const nodes = { a: 'service', b: 'service', c: 'service', fresh: 'cache' };
    expect(callerOf('fresh', nodes, '', { a: 3, b: 1, c: 2 })).toBe('b');
    expect(callerOf('fresh', nodes)).toBe('c');
  });

  test('is none that it calls itself', () => {
    expect(callerOf('fresh', { api: 'service', fresh: 'service' }, 'fresh -> api')).toBeNull();
  });
});

describe('the kinds behind another', () => {
  test('are kinds of the catalog, all but what starts requests, the usual ones first', () => {
    for (const id of namedCallees) expect(kindOf(id)?.id).toBe(id);
    for (const kind of kinds) {
      const behind = kindsBehind(kind);
      expect(behind).toHaveLength(kinds.filter(({ behaviour }) => behaviour !== 'source').length);
    }
  });

  test.each([
    ['client', 'cdn'],
    ['load-balancer', 'service'],
    ['service', 'cache'],
    ['queue', 'worker'],
    ['stream', 'worker'],
    ['pub-sub', 'queue'],
    ['sql-database', 'read-replica'],
    ['logs', 'alerting'],
    ['custom', 'custom'],
  ])('of a %s begin with %s', (from, first) => {
    const kind = kindOf(from);
    expect(kind === undefined ? '' : kindsBehind(kind)[0]?.id).toBe(first);
  });
});
