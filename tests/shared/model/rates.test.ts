import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../shared/model/apply';
import type { Change } from '../../../shared/model/changes';
import { copyFragment, insertable } from '../../../shared/model/fragment';
import { peakRpsOfRate, possibleBases } from '../../../shared/model/rates';
import { type Design, flowsOf } from '../../../shared/model/schema';

const flow = (id: string, entry: string, rate: Flow['rate']): Flow => ({ id, kind: 'read', entry, rate });
type Flow = NonNullable<Design['system']['flows']>[number];

/** 11 600 redirects, a link for each hundred of them, three events for each link. */
const design: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system: {
    nodes: [
      { id: 'user', kind: 'client' },
      { id: 'other', kind: 'client' },
    ],
    flows: [
      flow('events', 'other', { flow: 'shorten', ratio: 3 }),
      flow('shorten', 'user', { flow: 'redirect', ratio: 0.01 }),
      flow('redirect', 'user', { rps: 11_600 }),
    ],
  },
};
const changed = (...changes: readonly Change[]): Design => applyChanges(design, changes);
const rates = (of: Design) => Object.fromEntries(flowsOf(of).map(({ id, rate }) => [id, rate]));
const peak = (of: Design) =>
  Object.fromEntries(
    flowsOf(of).map(({ id, rate }) => [id, peakRpsOfRate(rate, of.system.workload, flowsOf(of))]),
  );

describe('a rate that is a ratio', () => {
  test('is worked out over each flow that it follows', () => {
    // 11 600 ÷ 100 = 116, × 3 = 348
    expect(peak(design)).toEqual({ events: 348, shorten: 116, redirect: 11_600 });
    const busier = changed({ op: 'patch-flow', id: 'redirect', patch: { rate: { rps: 200 } } });
    expect(peak(busier)).toEqual({ events: 6, shorten: 2, redirect: 200 });
  });

  test('is none where ratios lead back to each other', () => {
    const circle = [flow('a', 'user', { flow: 'b', ratio: 2 }), flow('b', 'user', { flow: 'a', ratio: 2 })];
    expect(peakRpsOfRate({ flow: 'a', ratio: 1 }, undefined, circle)).toBeNull();
  });

  test('cannot be made of itself, of a flow that follows it, or of none', () => {
    for (const base of ['redirect', 'shorten', 'events', 'gone'])
      expect(changed({ op: 'patch-flow', id: 'redirect', patch: { rate: { flow: base, ratio: 1 } } })).toBe(
        design,
      );
    expect(possibleBases(design, 'redirect')).toEqual([]);
    expect(possibleBases(design, 'shorten').map(({ id }) => id)).toEqual(['redirect']);
  });

  test('is what it was, as a number, when its flow is removed; ratios of it stay ratios', () => {
    const kept = changed({ op: 'remove', ids: ['redirect'] });
    expect(rates(kept)).toEqual({ events: { flow: 'shorten', ratio: 3 }, shorten: { rps: 116 } });
  });
});

describe('a copy', () => {
  test('follows the copy of its flow, and takes its number along where that stays behind', () => {
    const pasted = (ids: readonly string[]) => {
      const fragment = insertable(design, copyFragment(design, ids), { x: 0, y: 0 });
      return rates(changed({ op: 'insert', fragment }));
    };
    expect(pasted(['user', 'other'])).toMatchObject({
      'redirect-2': { rps: 11_600 },
      'shorten-2': { flow: 'redirect-2', ratio: 0.01 },
      'events-2': { flow: 'shorten-2', ratio: 3 },
    });
    expect(pasted(['other'])).toMatchObject({ 'events-2': { rps: 348 } });
  });
});
