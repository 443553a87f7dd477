import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { readDesign } from '../../../shared/catalog/read';
import { resolve } from '../../../shared/catalog/resolve';
import { afterWhatIf, type WhatIf, whatIf, whatIfAll } from '../../../shared/edits/what-if';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';
import { templates } from '../../../shared/templates/index';

function figuresOf(design: Design) {
  const result = analyze(resolve(design));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.analysis;
}

const flowAfter = (design: Design, event: WhatIf) => figuresOf(afterWhatIf(design, event)).flows[0];
const nodeAfter = (design: Design, event: WhatIf, id: string) =>
  figuresOf(afterWhatIf(design, event)).nodes.find((node) => node.id === id);

const chain = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
  config: { api: { replicas: 4 }, db: { replicasPerShard: 2 } },
});

const balanced = sketch(
  { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
  'user -> lb -> a, lb -> b',
  {
    nodes: { a: { group: 'east' }, b: { group: 'west' } },
    edges: { 'lb -> a': { choice: true }, 'lb -> b': { choice: true } },
    system: {
      groups: [
        { id: 'east', kind: 'zone' },
        { id: 'west', kind: 'zone' },
      ],
    },
  },
);

const cached = sketch(
  { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
  'user -> api -> cache, api -> db',
  { edges: { 'api -> db': { onMissOf: 'cache' } }, config: { cache: { hitRate: 0.9 } } },
);

describe('what happens to a design', () => {
  test('load multiplies the rate of every flow', () => {
    expect(flowAfter(chain, { kind: 'load', factor: 3 })?.rateRps).toBe(3000);
  });

  test('growth compounds: 1 000 × 1.2² = 1 440', () => {
    expect(flowAfter(chain, { kind: 'growth', years: 2, annualGrowth: 0.2 })?.rateRps).toBeCloseTo(1440, 9);
    const result = whatIf(chain, { kind: 'growth', years: 2 });
    expect(!result.ok && result.reason.text).toContain('no annual growth');
  });

  test('a lost server leaves its work to the others', () => {
    const before = figuresOf(chain).nodes.find(({ id }) => id === 'api')?.utilization ?? Number.NaN;
    const after = nodeAfter(chain, { kind: 'replica-lost', node: 'api' }, 'api')?.utilization;
    expect(after).toBeCloseTo((before * 4) / 3, 9);
  });

  test('the only server lost is the component down', () => {
    const lone = sketch({ user: 'client', api: 'service' }, 'user -> api', {
      config: { api: { replicas: 1 } },
    });
    expect(flowAfter(lone, { kind: 'replica-lost', node: 'api' })?.availability).toBe(0);
  });

  test('a component that a flow cannot do without fails it', () => {
    expect(flowAfter(chain, { kind: 'node-down', node: 'db' })?.availability).toBe(0);
  });

  test('what is load-balanced fails over, and the other has all of the load', () => {
    const flow = flowAfter(balanced, { kind: 'node-down', node: 'a' });
    expect(flow?.availability).toBeGreaterThan(0.9);
    expect(nodeAfter(balanced, { kind: 'node-down', node: 'a' }, 'b')?.offeredRps).toBeCloseTo(1000, 6);
  });

  test('a fallback takes over', () => {
    const design = sketch(
      { user: 'client', api: 'service', first: 'external-api', second: 'external-api' },
      'user -> api -> first, api -> second',
      { edges: { 'api -> second': { fallbackOf: 'api-first' } } },
    );
    const event: WhatIf = { kind: 'node-down', node: 'first' };
    expect(flowAfter(design, event)?.availability).toBeGreaterThan(0);
    expect(nodeAfter(design, event, 'second')?.offeredRps).toBeCloseTo(1000, 6);
  });

  test('without a cache every read reaches the store', () => {
    expect(nodeAfter(cached, { kind: 'cache-lost' }, 'db')?.offeredRps).toBeCloseTo(1000, 6);
    const optional = sketch(
      { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
      'user -> api -> cache, api -> db',
      { edges: { 'api -> db': { onMissOf: 'cache' }, 'api -> cache': { optional: true } } },
    );
    expect(nodeAfter(optional, { kind: 'node-down', node: 'cache' }, 'db')?.offeredRps).toBeCloseTo(1000, 6);
    expect(whatIf(chain, { kind: 'cache-lost' }).ok).toBe(false);
  });

  test('a zone takes what stands in it, and a third of what is spread over zones that are not drawn', () => {
    expect(flowAfter(balanced, { kind: 'zone-down', zone: 'east' })?.availability).toBeGreaterThan(0.9);
    const after = afterWhatIf(chain, { kind: 'zone-down', zone: null });
    // 4 servers less ⌈4 ÷ 3⌉ are 2; 2 replicas less 1 are 1.
    expect(after.system.nodes?.map(({ config }) => config)).toEqual([
      undefined,
      { replicas: 2 },
      { replicasPerShard: 1 },
    ]);
    const narrow = sketch({ user: 'client', api: 'service' }, 'user -> api', {
      config: { api: { replicas: 4, multiZone: false } },
    });
    expect(flowAfter(narrow, { kind: 'zone-down', zone: null })?.availability).toBe(0);
    expect(whatIf(chain, { kind: 'zone-down', zone: 'north' }).ok).toBe(false);
  });

  test('a store that needs more copies than are left is down', () => {
    const design = sketch({ user: 'client', api: 'service', db: 'key-value-store' }, 'user -> api -> db', {
      config: { db: { replicasPerShard: 3, replication: 'quorum', readQuorum: 3, writeQuorum: 3 } },
    });
    expect(flowAfter(design, { kind: 'replica-lost', node: 'db' })?.availability).toBe(0);
    const majority = sketch({ user: 'client', api: 'service', db: 'key-value-store' }, 'user -> api -> db', {
      config: { db: { replicasPerShard: 3, replication: 'quorum', readQuorum: 2, writeQuorum: 2 } },
    });
    expect(flowAfter(majority, { kind: 'replica-lost', node: 'db' })?.availability).toBeGreaterThan(0.9);
  });

  test('a slow component takes so many times as long', () => {
    const before = figuresOf(chain).nodes.find(({ id }) => id === 'db')?.utilization ?? Number.NaN;
    const after = nodeAfter(chain, { kind: 'slow', node: 'db', factor: 3 }, 'db')?.utilization;
    expect(after).toBeCloseTo(before * 3, 6);
  });

  test('an unknown component is refused by name', () => {
    const result = whatIf(chain, { kind: 'node-down', node: 'queue' });
    expect(!result.ok && result.reason).toEqual({
      text: 'There is no component {id}.',
      values: { id: 'queue' },
    });
  });

  test.each(templates.map(({ id, design }) => [id, design] as const))(
    'leaves %s a design that can be read and analysed, whatever is lost of it',
    (_, design) => {
      const zones = (design.system.groups ?? []).filter(({ kind }) => kind === 'zone');
      const events: readonly WhatIf[] = [
        ...(design.system.nodes ?? []).flatMap(({ id }): readonly WhatIf[] => [
          { kind: 'node-down', node: id },
          { kind: 'replica-lost', node: id },
        ]),
        { kind: 'zone-down', zone: null },
        ...zones.map(({ id }): WhatIf => ({ kind: 'zone-down', zone: id })),
      ];
      for (const event of events) {
        const after = afterWhatIf(design, event);
        expect(readDesign(after).ok).toBe(true);
        expect(analyze(resolve(after), { percentiles: false }).ok).toBe(true);
      }
    },
  );
});

describe('a region and several events at once', () => {
  const regional = sketch(
    { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
    'user -> lb -> a, lb -> b',
    {
      nodes: { a: { group: 'east' }, b: { group: 'west' } },
      edges: { 'lb -> a': { choice: true }, 'lb -> b': { choice: true } },
      system: {
        groups: [
          { id: 'east', kind: 'region' },
          { id: 'west', kind: 'region' },
        ],
      },
    },
  );
  const availabilityAfter = (events: readonly WhatIf[]) => {
    const result = whatIfAll(regional, events);
    if (!result.ok) throw new Error(result.reason.text);
    return figuresOf(applyChanges(regional, result.edit.changes)).flows[0]?.availability;
  };

  test('one region lost leaves the flow to the other; both lost take it down', () => {
    const east: WhatIf = { kind: 'region-down', region: 'east' };
    const west: WhatIf = { kind: 'region-down', region: 'west' };
    expect(availabilityAfter([east])).toBeGreaterThan(0.9);
    expect(availabilityAfter([east, west])).toBe(0);
  });

  test('factors multiply: twice the load twice is four times the rate', () => {
    const twice: WhatIf = { kind: 'load', factor: 2 };
    const result = whatIfAll(regional, [twice, twice]);
    if (!result.ok) throw new Error(result.reason.text);
    expect(figuresOf(applyChanges(regional, result.edit.changes)).flows[0]?.rateRps).toBe(4000);
  });

  test('a region that is not there is refused', () => {
    const result = whatIfAll(regional, [{ kind: 'region-down', region: 'north' }]);
    expect(!result.ok && result.reason.text).toBe('There is no region {id}.');
  });
});
