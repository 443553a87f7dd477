import { expect, test } from 'vitest';
import { kinds } from '../../../shared/catalog';
import { iconNames, iconOf } from '../../../shared/diagram/icons';

test('every kind of the catalog has an icon of its own name', () => {
  for (const kind of kinds) expect(iconNames, kind.id).toContain(kind.icon);
});

test('an icon is made of drawing elements, and an unknown name is a box', () => {
  for (const name of iconNames) expect(iconOf(name).length, name).toBeGreaterThan(0);
  expect(iconOf('no-such-icon')).toBe(iconOf('box'));
  expect(iconOf('constructor')).toBe(iconOf('box'));
});
