import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import { words } from '../../../shared/math/message';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';
import { leastRoundTrips } from '../../../shared/rules/facts/round-trips';
import { sketch } from '../../../shared/rules/sketch';
import { availabilityAboveHardDependency } from '../../../shared/rules/targets/availability-above-hard-dependency';
import { latencyBelowPhysics } from '../../../shared/rules/targets/latency-below-physics';
import { recoveryTargetsContradict } from '../../../shared/rules/targets/recovery-targets-contradict';
import { targetsOutOfOrder } from '../../../shared/rules/targets/targets-out-of-order';
import { findingsOf, idsOf } from './assess';

const kinds = { user: 'client', api: 'service' } as const;

describe('targets out of order', () => {
  const flow = (targets: object, ofDesign: object = {}) =>
    sketch(kinds, 'user -> api', {
      flows: { reads: { rps: 100, targets } },
      system: { targets: ofDesign },
    });
  const fixed = (design: Design): Design => {
    const [finding] = findingsOf(design, [targetsOutOfOrder]);
    return applyChanges(design, finding?.quickFix?.changes ?? []);
  };

  test('equal targets are in order', () => {
    expect(findingsOf(flow({ p50Ms: 80, p95Ms: 80, p99Ms: 80 }), [targetsOutOfOrder])).toEqual([]);
  });

  test('all of them are tightened to the tightest at once', () => {
    const design = flow({ p50Ms: 100, p95Ms: 80, p99Ms: 60, meanMs: 70 });
    expect(fixed(design).system.flows?.[0]?.targets).toEqual({
      p50Ms: 60,
      p95Ms: 60,
      p99Ms: 60,
      meanMs: 60,
    });
    expect(findingsOf(fixed(design), [targetsOutOfOrder])).toEqual([]);
  });

  test('a target of the flow is compared with what it takes from the design, and the design with itself', () => {
    expect(findingsOf(flow({ p50Ms: 100 }, { p99Ms: 90 }), [targetsOutOfOrder])).toMatchObject([
      { target: 'reads', values: { shorter: words('p50'), longer: words('p99') } },
    ]);
    const ofDesign = findingsOf(flow({}, { p50Ms: 100, p99Ms: 90 }), [targetsOutOfOrder]);
    expect(ofDesign.map(({ target }) => target)).toEqual(['*']);
  });

  test('a layer is reported by its name, and fixed beside its other targets', () => {
    const layers = { service: { meanMs: 50, p99Ms: 40, maxUtilization: 0.6 } };
    const design = flow({}, { layers });
    expect(findingsOf(design, [targetsOutOfOrder])).toMatchObject([
      { target: '*', values: { layer: words('service') } },
    ]);
    expect(fixed(design).system.targets?.layers?.service).toEqual({
      meanMs: 40,
      p99Ms: 40,
      maxUtilization: 0.6,
    });
  });

  test('a part with a looser target than its flow is reported only where every request waits for it', () => {
    const slow = (calls: number) =>
      sketch({ ...kinds, names: 'service' }, 'user -> api -> names', {
        nodes: { names: { targets: { withCallsP99Ms: 300 } } },
        flows: { reads: { rps: 10, targets: { p99Ms: 200 } } },
        edges: { 'api -> names': { calls } },
      });
    expect(findingsOf(slow(0.5), [targetsOutOfOrder])).toEqual([]);
    expect(findingsOf(slow(1), [targetsOutOfOrder])).toMatchObject([
      { target: 'names', values: { flow: { part: 'reads' }, longerMs: { ms: 200 } } },
    ]);
  });
});

describe('the least that round trips take', () => {
  function leastMs(design: Design): number {
    const resolved = resolve(design);
    const [flow] = resolved.flows;
    if (flow === undefined) throw new Error('the sketch has no flow');
    return leastRoundTrips(resolved, flow).ms;
  }
  const parts = { ...kinds, a: 'service', b: 'service', c: 'service' } as const;

  test('steps add up, of parallel calls the longest counts, of 2.3 calls two', () => {
    const edges = {
      'api -> a': { rttMs: 30, step: 1 },
      'api -> b': { rttMs: 40, step: 1 },
      'api -> c': { rttMs: 10, calls: 2.3, step: 2 },
    };
    // 20 + max(30, 40) + 2 × 10.
    expect(leastMs(sketch(parts, 'user -> api -> a, api -> b, api -> c', { edges }))).toBe(80);
  });

  test('of a choice the shortest counts, with what it calls', () => {
    const edges = { 'lb -> a': { rttMs: 5 }, 'lb -> b': { rttMs: 10 }, 'a -> c': { rttMs: 40 } };
    const design = sketch({ ...parts, lb: 'load-balancer' }, 'user -> lb -> a -> c, lb -> b', { edges });
    // 20 + min(5 + 40, 10).
    expect(leastMs(design)).toBe(30);
  });

  test('what a cache may answer, nobody waits for, or is called now and then counts nothing', () => {
    const design = sketch(
      { ...parts, cache: 'cache' },
      'user -> api -> cache, api -> a, api ~> b, api -> c',
      {
        edges: {
          'api -> cache': { rttMs: 1 },
          'api -> a': { rttMs: 70, onMissOf: 'cache' },
          'api -> b': { rttMs: 70 },
          'api -> c': { rttMs: 70, calls: 0.9 },
        },
      },
    );
    expect(leastMs(design)).toBe(21);
  });

  test('a circle of calls ends', () => {
    expect(leastMs(sketch(parts, 'user -> api -> a -> api'))).toBe(21);
  });

  test('a write that another region has to confirm waits for the way there and back', () => {
    const replicated = (kind: 'read' | 'write') =>
      sketch({ ...kinds, db: 'sql-database' }, 'user -> api -> db', {
        flows: { all: { kind } },
        config: { db: { replication: 'semi-sync', replicasPerShard: 3, replicaRttMs: 70 } },
      });
    expect(leastMs(replicated('write'))).toBe(90.5);
    expect(leastMs(replicated('read'))).toBe(20.5);
  });

  test('a target of exactly the way there and back is not below it', () => {
    const within = (p99Ms: number) =>
      sketch(kinds, 'user -> api', { flows: { reads: { targets: { p99Ms } } } });
    expect(findingsOf(within(20), [latencyBelowPhysics])).toEqual([]);
    // The missed target itself is not reported a second time.
    const ids = idsOf(findingsOf(within(19)));
    expect(ids).toContain('latency-below-physics');
    expect(ids).not.toContain('latency-target-missed');
  });
});

describe('availability above what it stands on', () => {
  const behind = (availability: number, calls = 1, replicas = 4) =>
    sketch({ user: 'client', cdn: 'cdn', lb: 'load-balancer', api: 'service' }, 'user -> cdn -> lb -> api', {
      flows: { edits: { kind: 'write', rps: 100, targets: { availability } } },
      config: {
        api: { replicas },
        cdn: { instanceAvailability: 0.9999 },
        lb: { instanceAvailability: 0.9998 },
      },
      edges: { 'user -> cdn': { calls } },
    });
  const found = (design: Design) =>
    findingsOf(design, [availabilityAboveHardDependency]).map(({ message, values }) => [
      message.includes('{count, plural'),
      values['part'],
    ]);

  test('parts that others run are compared one by one and together', () => {
    // 0.9999 × 0.9998 = 0.99970002.
    expect(found(behind(0.9997))).toEqual([]);
    expect(found(behind(0.99975))).toEqual([[true, { part: 'lb' }]]);
    expect(found(behind(0.99985))).toEqual([[false, { part: 'lb' }]]);
  });

  test('what only some requests need does not bound them all', () => {
    expect(found(behind(0.99985, 0.5))).toEqual([]);
  });

  test('the fix promises what the whole keeps, rounded down', () => {
    const design = behind(0.99985, 1, 2);
    const [finding] = findingsOf(design, [availabilityAboveHardDependency]);
    // 0.9999 × 0.9998 × (1 − 0.005²) = 0.999675.
    expect(finding?.quickFix?.changes).toEqual([
      { op: 'patch-flow-targets', id: 'edits', patch: { availability: expect.closeTo(0.9996, 10) } },
    ]);
  });
});

test('a recovery time is within the error budget of a month up to its last second', () => {
  const within = (rtoSeconds: number) =>
    sketch(kinds, 'user -> api', { system: { targets: { availability: 0.999, rtoSeconds } } });
  // 0.001 × 30 × 86 400 s = 2 592 s.
  expect(findingsOf(within(2591), [recoveryTargetsContradict])).toEqual([]);
  expect(findingsOf(within(2593), [recoveryTargetsContradict])).toHaveLength(1);
});
