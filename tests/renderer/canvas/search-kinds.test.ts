import { describe, expect, test } from 'vitest';
import { searchKinds } from '../../../renderer/canvas/search-kinds';
import { kinds } from '../../../shared/catalog/index';

const first = (text: string): string => {
  const [match] = searchKinds(text);
  if (match === undefined) return '';
  return match.technology === undefined ? match.kind.id : `${match.kind.id} · ${match.technology}`;
};

describe('the search for components', () => {
  test('gives every kind in the order of the catalogue for an empty text', () => {
    expect(searchKinds('  ').map(({ kind }) => kind.id)).toEqual(kinds.map(({ id }) => id));
  });

  test.each([
    ['client', 'client'],
    ['lb', 'load-balancer'],
    ['load bal', 'load-balancer'],
    ['cdn', 'cdn'],
    ['Service', 'service'],
    ['db', 'sql-database'],
    ['redis', 'cache · Redis'],
    ['kafka', 'stream · Kafka'],
    ['postgres', 'sql-database · PostgreSQL'],
    ['key-value', 'key-value-store'],
    ['queue', 'queue'],
  ])('finds “%s” as %s first', (text, expected) => {
    expect(first(text)).toBe(expected);
  });

  test.each([
    ['redis', 'ElastiCache'],
    ['nginx', 'HAProxy (TCP)'],
  ])('puts what is called “%s” before what only stands in for it', (text, standIn) => {
    const found = searchKinds(text).map(({ technology = '' }) => technology);
    const called = found.map((name, index) => (name.toLowerCase().startsWith(text) ? index : -1));
    expect(found).toContain(standIn);
    expect(Math.max(...called)).toBeLessThan(found.indexOf(standIn));
  });

  test('puts a title that begins with the text before one that holds it inside', () => {
    const ids = searchKinds('ca').map(({ kind }) => kind.id);
    expect(ids[0]).toBe('cache');
  });

  test('names a technology beside its kind, so that it is set when it is added', () => {
    expect(searchKinds('mysql')[0]).toMatchObject({ technology: 'MySQL' });
  });

  test('finds every kind by its own title, and first', () => {
    for (const kind of kinds) expect(searchKinds(kind.title)[0]?.kind.id).toBe(kind.id);
  });

  test('finds nothing where nothing fits', () => {
    expect(searchKinds('xyzzy')).toEqual([]);
  });
});
