import { describe, expect, test } from 'vitest';
import { guideOf, guides } from '../../../shared/catalog/guides/index';
import { kinds } from '../../../shared/catalog/index';

test('each kind has a guide, and each guide a kind', () => {
  expect(Object.keys(guides).toSorted()).toEqual(kinds.map(({ id }) => id).toSorted());
});

test('a name that no kind bears has no guide', () => {
  expect(guideOf('no-such-kind')).toBeUndefined();
  expect(guideOf('constructor')).toBeUndefined();
});

describe.each(kinds)('the guide of $id', ({ id }) => {
  test('says when to choose it and when not, what it costs and what fails first', () => {
    const { when = '', whenNot = '', tradeOffs = [], failsFirst = '' } = guideOf(id) ?? {};
    expect(tradeOffs.length).toBeGreaterThanOrEqual(2);
    expect(tradeOffs.length).toBeLessThanOrEqual(4);
    const texts = [when, whenNot, ...tradeOffs, failsFirst];
    expect(texts.filter((text) => text.length < 40 || !/[^.]\.$/.test(text))).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
