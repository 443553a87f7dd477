import { describe, expect, test } from 'vitest';
import {
  eventOf,
  kindsFor,
  noZone,
  partsFor,
  possibleEvents,
  withEvent,
} from '../../../../renderer/panels/what-if/event-choices';
import { resolve } from '../../../../shared/catalog/resolve';
import type { WhatIf } from '../../../../shared/edits/what-if';
import { sketch } from '../../../../shared/rules/sketch';

const design = resolve(
  sketch(
    { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
    'user -> api -> cache, api -> db',
    {
      nodes: { api: { group: 'a' } },
      config: { api: { replicas: 3 }, cache: { replicas: 1 }, db: { replicasPerShard: 1 } },
      system: { groups: [{ id: 'a', kind: 'zone' }] },
    },
  ),
);

describe('what can happen to a design', () => {
  test('is offered where it has the parts: no region is drawn, so none can fail', () => {
    expect(kindsFor(design)).toEqual([
      'node-down',
      'replica-lost',
      'zone-down',
      'slow',
      'cache-lost',
      'load',
    ]);
    expect(partsFor(design, 'node-down')).toEqual(['api', 'cache', 'db']);
    expect(partsFor(design, 'replica-lost')).toEqual(['api']);
    expect(partsFor(design, 'zone-down')).toEqual(['a', noZone]);
    expect(partsFor(design, 'cache-lost')).toEqual(['cache']);
  });

  test('takes the place of the same event at the same part', () => {
    const slow = (factor: number) => eventOf('slow', 'api', factor);
    expect(withEvent([slow(2), eventOf('load', '', 2)], slow(5))).toEqual([slow(5), eventOf('load', '', 2)]);
    expect(withEvent([slow(2)], eventOf('slow', 'db', 2))).toHaveLength(2);
  });

  test('is left out once its part is gone', () => {
    const events: readonly WhatIf[] = [
      { kind: 'node-down', node: 'gone' },
      { kind: 'zone-down', zone: null },
      { kind: 'load', factor: 3 },
    ];
    expect(possibleEvents(design, events)).toEqual(events.slice(1));
  });
});
