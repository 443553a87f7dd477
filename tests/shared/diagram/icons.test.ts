import { expect, test } from 'vitest';
import { kinds } from '../../../shared/catalog';
import { iconNames, iconOf, isIcon } from '../../../shared/diagram/icons';
import { markNames, markOf } from '../../../shared/diagram/marks';

test('every kind of the catalog has an icon of its own name', () => {
  for (const kind of kinds) expect(iconNames, kind.id).toContain(kind.icon);
});

test('a technology that has a mark names one that is drawn', () => {
  const named = kinds.flatMap(({ technologies }) => technologies.flatMap(({ icon = [] }) => icon));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((icon) => !markNames.some((name) => name === icon))).toEqual([]);
});

test('an icon is made of drawing elements, and an unknown name is a box', () => {
  for (const name of iconNames) expect(iconOf(name).length, name).toBeGreaterThan(0);
  expect(iconOf('no-such-icon')).toBe(iconOf('box'));
  expect(iconOf('constructor')).toBe(iconOf('box'));
});

test('no mark goes by the name of an icon, or one would be drawn for the other', () => {
  expect(markNames.filter(isIcon)).toEqual([]);
});

test('a mark is one filled path, and what has none is drawn as its icon', () => {
  for (const name of markNames)
    expect(markOf(name), name).toEqual([
      ['path', { d: expect.any(String), fill: 'currentColor', stroke: 'none' }],
    ]);
  expect(markOf('database')).toBe(iconOf('database'));
});
