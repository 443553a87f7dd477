import { expect, test } from 'vitest';
import { brandLoaders } from '../../../renderer/ui/brand-loaders';
import { brandMark, iconLines, loadMarks, marksIn } from '../../../renderer/ui/brand-marks';
import { resolve } from '../../../shared/catalog/resolve';
import { iconOf } from '../../../shared/diagram/icons';
import { markNames, markOf } from '../../../shared/diagram/marks';
import { sketch } from '../../../shared/rules/sketch';

test('every mark can be loaded by itself, and is the one that pictures draw', async () => {
  expect(Object.keys(brandLoaders).toSorted()).toEqual([...markNames].toSorted());
  for (const name of markNames) {
    expect(iconLines(name), name).toEqual([]);
    await brandMark(name).load();
    expect(iconLines(name), name).toEqual(markOf(name));
  }
});

test('a name without a mark is a plain box, with nothing to load', () => {
  expect(brandMark('no-such-brand').isLoaded()).toBe(true);
  expect(iconLines('no-such-brand')).toBe(iconOf('box'));
  expect(iconLines('constructor')).toBe(iconOf('box'));
});

test('of a design only the marks on its cards are loaded, each once', async () => {
  const redis = { technology: 'Redis' };
  const drawn = sketch({ plain: 'service', one: 'cache', two: 'cache' }, 'plain -> one', {
    nodes: { one: redis, two: redis },
  });
  const design = resolve(drawn);
  expect(marksIn(design)).toEqual([brandMark('redis')]);
  await loadMarks(design);
  expect(brandMark('redis').isLoaded()).toBe(true);
});
