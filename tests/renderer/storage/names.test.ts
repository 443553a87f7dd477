import { describe, expect, test } from 'vitest';
import { fileNameOf } from '../../../renderer/storage/file';
import { freeName } from '../../../renderer/storage/new-entry';
import { hashOf, routeOf } from '../../../renderer/storage/route';

describe('the address of a page', () => {
  test.each([
    ['#/design/a_B-1', { page: 'design', id: 'a_B-1' }],
    ['#/', { page: 'library' }],
    ['', { page: 'library' }],
    ['#/design/', { page: 'library' }],
    ['#/new', { page: 'new', template: null }],
    ['#/new/tinyurl-without-cache', { page: 'new', template: 'tinyurl-without-cache' }],
    ['#/new/../x', { page: 'library' }],
    ['#/design/../x', { page: 'library' }],
    [`#/design/${'a'.repeat(65)}`, { page: 'library' }],
  ])('%s', (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });

  test('is found again from the page', () => {
    expect(routeOf(hashOf({ page: 'design', id: 'x1' }))).toEqual({ page: 'design', id: 'x1' });
    for (const template of [null, 'tinyurl'])
      expect(routeOf(hashOf({ page: 'new', template }))).toEqual({ page: 'new', template });
  });
});

describe('the name of a new entry', () => {
  test.each([
    [[], 'TinyURL', 'TinyURL'],
    [['TinyURL'], 'TinyURL', 'TinyURL 2'],
    [['TinyURL', 'TinyURL 2'], 'TinyURL', 'TinyURL 3'],
    [['TinyURL 2'], 'TinyURL 2', 'TinyURL 3'],
  ])('beside %j, %s becomes %s', (names, name, expected) => {
    expect(freeName(names, name)).toBe(expected);
  });
});

describe('the name of a file', () => {
  test.each([
    ['TinyURL', 'TinyURL.png'],
    ['Orders / v2: "final"', 'Orders v2 final.png'],
    ['Система заказов', 'Система заказов.png'],
    ['...', 'design.png'],
    ['  ', 'design.png'],
    ['Заказы 👩🏽‍💻 v2', 'Заказы v2.png'],
    ['हिन्दी', 'हिन्दी.png'],
    ['เก็บข้อมูล', 'เก็บข้อมูล.png'],
  ])('%s', (name, expected) => {
    expect(fileNameOf(name, 'png')).toBe(expected);
  });

  test('is not longer than file systems take', () => {
    expect(fileNameOf('x'.repeat(300), 'png')).toHaveLength(84);
  });

  test('is cut between graphemes, and leaves no space at its end', () => {
    expect(fileNameOf(`${'x'.repeat(79)}e\u0331`, 'png')).toBe(`${'x'.repeat(79)}.png`);
    expect(fileNameOf(`${'x'.repeat(79)}𝔸`, 'png')).toBe(`${'x'.repeat(79)}.png`);
    expect(fileNameOf(`${'x'.repeat(79)} y`, 'png')).toBe(`${'x'.repeat(79)}.png`);
  });
});
