import { expect, test } from 'vitest';
import { brandLoaders } from '../../../renderer/ui/brand-loaders';
import { brandLogo, iconLines, loadLogos, logosIn } from '../../../renderer/ui/brand-logos';
import { resolve } from '../../../shared/catalog/resolve';
import { iconOf } from '../../../shared/diagram/icons';
import { logoNames, logoOf } from '../../../shared/diagram/logos';
import { sketch } from '../../../shared/rules/sketch';

test('every logo can be loaded by itself, and is the one that pictures draw', async () => {
  expect(Object.keys(brandLoaders).toSorted()).toEqual([...logoNames].toSorted());
  for (const name of logoNames) {
    expect(iconLines(name), name).toEqual([]);
    await brandLogo(name).load();
    expect(iconLines(name), name).toEqual(logoOf(name));
  }
});

test('a name without a logo is a plain box, with nothing to load', () => {
  expect(brandLogo('no-such-brand').isLoaded()).toBe(true);
  expect(iconLines('no-such-brand')).toBe(iconOf('box'));
  expect(iconLines('constructor')).toBe(iconOf('box'));
});

test('of a design only the logos on its cards are loaded, each once', async () => {
  const redis = { technology: 'Redis' };
  const drawn = sketch({ plain: 'service', one: 'cache', two: 'cache' }, 'plain -> one', {
    nodes: { one: redis, two: redis },
  });
  const design = resolve(drawn);
  expect(logosIn(design)).toEqual([brandLogo('redis')]);
  await loadLogos(design);
  expect(brandLogo('redis').isLoaded()).toBe(true);
});
