import { expect, test } from 'vitest';
import { kinds } from '../../../shared/catalog';
import { iconNames, iconOf, isIcon } from '../../../shared/diagram/icons';
import { logoNames, logoOf } from '../../../shared/diagram/logos';

test('every kind of the catalog has an icon of its own name', () => {
  for (const kind of kinds) expect(iconNames, kind.id).toContain(kind.icon);
});

test('a technology that has a logo names one that is drawn', () => {
  const named = kinds.flatMap(({ technologies }) => technologies.flatMap(({ icon = [] }) => icon));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((icon) => !logoNames.some((name) => name === icon))).toEqual([]);
});

test('an icon is made of drawing elements, and an unknown name is a box', () => {
  for (const name of iconNames) expect(iconOf(name).length, name).toBeGreaterThan(0);
  expect(iconOf('no-such-icon')).toBe(iconOf('box'));
  expect(iconOf('constructor')).toBe(iconOf('box'));
});

test('no logo goes by the name of an icon, or one would be drawn for the other', () => {
  expect(logoNames.filter(isIcon)).toEqual([]);
});

test('a logo is one filled path, and what has none is drawn as its icon', () => {
  for (const name of logoNames)
    expect(logoOf(name), name).toEqual([
      ['path', { d: expect.any(String), fill: 'currentColor', stroke: 'none' }],
    ]);
  expect(logoOf('database')).toBe(iconOf('database'));
});
