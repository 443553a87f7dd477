import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../shared/model/apply';
import type { Config } from '../../../shared/model/config';
import type { Design } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { ruleOf } from '../../../shared/rules/index';
import { sketch } from '../../../shared/rules/sketch';
import { contextOf, findingsOf } from './assess';

function said(design: Design, id: string) {
  const rule = ruleOf(id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  return evaluateRules(contextOf(design), [rule]).findings;
}

const targetsOf = (design: Design, id: string) => said(design, id).map(({ target }) => target);

describe('servers that agree with one another', () => {
  const pool = (replicas: number) =>
    sketch({ user: 'client', api: 'service' }, 'user -> api', {
      config: { api: { replicas, contention: 0.04, coherency: 0.015 } },
    });

  test('have the most capacity at √((1 − σ) ÷ κ)', () => {
    // √(0.96 ÷ 0.015) = 8.
    expect(targetsOf(pool(8), 'retrograde-scaling')).toEqual([]);
    expect(targetsOf(pool(9), 'retrograde-scaling')).toEqual(['api']);
    expect(said(pool(9), 'retrograde-scaling')[0]?.values['most']).toEqual({ count: 8 });
  });
});

describe('a pool for the peak', () => {
  const pool = (peakFactor: number, replicas: number) =>
    sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: { reads: { rps: 4800 } },
      config: { api: { replicas, concurrency: 32, serviceMs: 10 } },
      system: { workload: { peakFactor } },
    });

  test('is worth scaling from a peak of three times the average', () => {
    // 48 concurrent, 16 at the average: ⌈16 ÷ 22.4⌉ = 1, and one to spare.
    expect(targetsOf(pool(2.9, 4), 'no-autoscaling')).toEqual([]);
    expect(targetsOf(pool(3, 4), 'no-autoscaling')).toEqual(['*']);
    expect(said(pool(3, 4), 'no-autoscaling')[0]?.values['least']).toEqual({ count: 2 });
  });

  test('is one finding however many there are, without those that are idle at the peak too', () => {
    const config = { concurrency: 32, serviceMs: 10 };
    const pools = (idle: number) =>
      sketch(
        { user: 'client', web: 'service', api: 'service', old: 'service' },
        'user -> web -> api -> old',
        {
          flows: { reads: { rps: 9600 } },
          config: {
            web: { ...config, replicas: 8 },
            api: { ...config, replicas: 6 },
            old: { ...config, serviceMs: 0.1, replicas: idle },
          },
          system: { workload: { peakFactor: 4 } },
        },
      );
    const found = (idle: number) => findingsOf(pools(idle)).filter(({ rule }) => rule === 'no-autoscaling');
    expect(found(40)).toHaveLength(1);
    expect(found(40)).toMatchObject([
      { target: '*', values: { pools: { count: 2 }, node: { part: 'web' } } },
    ]);
    expect(found(40)[0]?.quickFix?.changes.map((change) => 'id' in change && change.id)).toEqual([
      'web',
      'api',
    ]);
    expect(findingsOf(pools(40)).map(({ rule, target }) => `${rule} ${target}`)).toContain(
      'over-provisioned old',
    );
  });

  test('that is as small as it gets stays', () => {
    expect(targetsOf(pool(3, 2), 'no-autoscaling')).toEqual([]);
  });
});

describe('the largest server there is', () => {
  const store = (rps: number, config: Config = {}, annualGrowth = 0.5) =>
    sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      flows: { writes: { kind: 'write', rps } },
      config: { api: { replicas: 6 }, db: { concurrency: 4, writeMs: 5, scaleUp: 8, ...config } },
      system: { workload: { annualGrowth } },
    });
  const rule = 'vertical-limit';

  test('is a wall within a year from the load on that grows past its planned limit', () => {
    // 6 400 rps × 0.7 ÷ 1.5 = 2 986.7.
    expect(targetsOf(store(2986), rule)).toEqual([]);
    expect(targetsOf(store(2987), rule)).toEqual(['db']);
  });

  test('is none while a larger one is to be had, or the store is split already', () => {
    expect(targetsOf(store(1600, { scaleUp: 4 }), rule)).toEqual([]);
    expect(targetsOf(store(4000, { shards: 2 }), rule)).toEqual([]);
  });

  test('takes the place of the finding that it has little headroom', () => {
    const design = store(5120, {}, 0);
    const found = findingsOf(design).filter(({ target, stage }) => target === 'db' && stage === 'broken');
    expect(found.map(({ rule: id }) => id)).toEqual([rule]);
    const fixed = applyChanges(design, found[0]?.quickFix?.changes ?? []);
    expect(targetsOf(fixed, rule)).toEqual([]);
  });
});

describe('bounds of autoscaling', () => {
  const pool = (config: Config) =>
    sketch({ user: 'client', api: 'service' }, 'user -> api', { config: { api: config } });

  test('allow for the servers that figures count on', () => {
    expect(targetsOf(pool({ replicas: 6, autoscaleMax: 6 }), 'autoscale-bounds')).toEqual([]);
    expect(targetsOf(pool({ replicas: 7, autoscaleMax: 6 }), 'autoscale-bounds')).toEqual(['api']);
  });

  test('are raised with the servers that a quick fix adds', () => {
    // 5 000 × 10 ms ÷ 22.4 = 2.2: three, and one to spare.
    const design = sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: { reads: { rps: 5000 } },
      config: { api: { replicas: 2, autoscaleMax: 2, concurrency: 32, serviceMs: 10 } },
    });
    const [finding] = said(design, 'little-headroom');
    const fixed = applyChanges(design, finding?.quickFix?.changes ?? []);
    expect(fixed.system.nodes?.find(({ id }) => id === 'api')?.config).toMatchObject({
      replicas: 4,
      autoscaleMax: 4,
    });
    expect(targetsOf(fixed, 'autoscale-bounds')).toEqual([]);
  });
});

describe('even shares', () => {
  const pools = (weight: number | null, replicas: number) =>
    sketch({ user: 'client', lb: 'load-balancer', a: 'service', b: 'service' }, 'user -> lb -> a, lb -> b', {
      flows: { reads: { rps: 5600 } },
      config: {
        a: { replicas: 2, concurrency: 32, serviceMs: 10 },
        b: { replicas, concurrency: 32, serviceMs: 10 },
      },
      edges: weight === null ? {} : { 'lb -> a': { weight } },
    });

  test('are uneven from twice the capacity on', () => {
    expect(targetsOf(pools(null, 3), 'unbalanced-replicas')).toEqual([]);
    expect(targetsOf(pools(null, 4), 'unbalanced-replicas')).toEqual(['lb']);
  });

  test('that somebody wrote down are meant', () => {
    expect(targetsOf(pools(1, 8), 'unbalanced-replicas')).toEqual([]);
  });

  test('become as busy as one another by weights of their capacity', () => {
    const design = pools(null, 8);
    const [finding] = said(design, 'unbalanced-replicas');
    // 5 600 × 10 ms = 56 of 10 × 32 servers.
    expect(finding?.quickFix?.values['even']).toEqual({ share: 0.175 });
    const fixed = applyChanges(design, finding?.quickFix?.changes ?? []);
    const uses = contextOf(fixed).analysis?.nodes.filter(({ id }) => id === 'a' || id === 'b');
    for (const of of uses ?? []) expect(of.utilization).toBeCloseTo(0.175, 9);
  });
});
