import { describe, expect, test } from 'vitest';
import { besideEachOther } from '../../../shared/practice/beside';
import { sketch } from '../../../shared/rules/sketch';

const theirs = sketch(
  { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
  'user -> api -> cache, api -> db',
  {
    edges: { 'api -> db': { onMissOf: 'cache' } },
    config: { cache: { hitRate: 0.9 } },
  },
);

describe('two designs beside each other', () => {
  test('that differ in ids alone are the same', () => {
    const mine = sketch(
      { people: 'client', server: 'service', redis: 'cache', store: 'sql-database' },
      'people -> server -> redis, server -> store',
      {
        edges: { 'server -> store': { onMissOf: 'redis' } },
        config: { redis: { hitRate: 0.9 } },
      },
    );
    const { parts, figures, matched } = besideEachOther(theirs, mine);
    expect(parts).toEqual([]);
    expect(figures).toEqual([]);
    expect(matched.get('redis')).toBe('cache');
  });

  test('show what one of them lacks, and what that does to its figures', () => {
    const mine = sketch(
      { people: 'client', server: 'service', store: 'sql-database' },
      'people -> server -> store',
    );
    const { parts, figures } = besideEachOther(theirs, mine);
    expect(parts.map(({ kind, part, id }) => `${kind} ${part} ${id}`)).toEqual([
      'removed node cache',
      'removed edge api-cache',
      'changed edge api-db',
    ]);
    expect(figures.some(({ kind, metric }) => kind === 'flow' && metric === 'meanMs')).toBe(true);
  });

  test('keep a part of mine apart from another of theirs that has its id', () => {
    const mine = sketch({ user: 'client', api: 'service', db: 'key-value-store' }, 'user -> api -> db');
    const { parts } = besideEachOther(theirs, mine);
    const nodes = parts.filter(({ part }) => part === 'node').map(({ kind, id }) => `${kind} ${id}`);
    expect(nodes).toEqual(['removed cache', 'removed db', 'added mine-db']);
  });
});
