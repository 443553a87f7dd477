import { describe, expect, test } from 'vitest';
import type { WhatIf } from '../../../shared/edits/what-if';
import { consequencesOf } from '../../../shared/rules/consequences';
import { sketch } from '../../../shared/rules/sketch';

const cached = sketch(
  { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
  'user -> api -> cache, api -> db',
  {
    edges: { 'api -> db': { onMissOf: 'cache' } },
    config: { api: { replicas: 1000 }, cache: { hitRate: 0.99 }, db: { replicasPerShard: 1, shards: 1 } },
  },
);

function of(events: readonly WhatIf[], load = 1) {
  const result = consequencesOf(cached, events, load);
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  return result.consequences;
}

describe('what events do to a design', () => {
  test('nothing is the same now and then, and nothing is affected', () => {
    const { now, after, down, weakened, overloaded } = of([]);
    expect(after).toEqual(now);
    expect([down, weakened, overloaded]).toEqual([[], [], []]);
  });

  test('a component that every request needs takes the flow down', () => {
    const { now, after, down } = of([{ kind: 'node-down', node: 'api' }]);
    expect(now.flows.map((flow) => flow.survives)).toEqual([true]);
    expect(after.flows.map((flow) => flow.survives)).toEqual([false]);
    expect(down).toEqual(['api']);
  });

  test('several events are worked out together: without the cache and at a hundred times the load the store is overloaded', () => {
    const { after, weakened, overloaded } = of([
      { kind: 'cache-lost', node: 'cache' },
      { kind: 'load', factor: 100 },
    ]);
    expect(weakened).toEqual(['cache']);
    expect(overloaded).toContain('db');
    expect(of([{ kind: 'load', factor: 100 }]).overloaded).not.toContain('db');
    expect(after.flows[0]?.survives).toBe(false);
  });

  test('an event that cannot happen is refused with its reason', () => {
    const result = consequencesOf(cached, [{ kind: 'node-down', node: 'gone' }]);
    expect(!result.ok && result.reason?.text).toBe('There is no component {id}.');
  });
});
