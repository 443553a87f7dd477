import { describe, expect, test } from 'vitest';
import type { Config } from '../../../shared/model/config';
import type { Design } from '../../../shared/model/schema';
import type { Finding } from '../../../shared/rules/rule';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf } from './assess';

const found = (design: Design, rule: string): readonly Finding[] =>
  findingsOf(design).filter((finding) => finding.rule === rule);

const at = (design: Design, rule: string): readonly string[] =>
  found(design, rule).map(({ target }) => target);

const names = ['a', 'b', 'c', 'd', 'e'] as const;
type Name = (typeof names)[number];

/** Five services, the first `watched` of them with metrics and traces. */
function five(arrows: string, watched: number): Design {
  const config: Partial<Record<Name, Config>> = {};
  for (const name of names.slice(0, watched)) config[name] = { observed: ['metrics', 'traces'] };
  return sketch(
    { user: 'client', a: 'service', b: 'service', c: 'service', d: 'service', e: 'service' },
    arrows,
    { config },
  );
}

const star = 'user -> a -> b, a -> c, a -> d, a -> e';

describe('services that nobody watches', () => {
  test('are a finding below four of five', () => {
    expect(at(five(star, 4), 'unobserved-services')).toEqual([]);
    expect(found(five(star, 3), 'unobserved-services')[0]?.values).toEqual({
      share: { share: 0.6 },
      limit: { share: 0.8 },
      node: { part: 'd' },
      count: { count: 2 },
    });
  });

  test('are none where the practice was said not to matter', () => {
    const design = sketch({ user: 'client', api: 'service' }, 'user -> api', {
      system: {
        practices: { metrics: { answer: 'yes' }, traces: { answer: 'n/a' }, logs: { answer: 'n/a' } },
      },
    });
    expect(at(design, 'unobserved-services')).toEqual([]);
    expect(at(design, 'no-central-logs')).toEqual([]);
  });

  test('keep what they show already when the rest is added', () => {
    const design = sketch({ user: 'client', api: 'service' }, 'user -> api', {
      config: { api: { observed: ['logs', 'metrics'] } },
    });
    expect(found(design, 'unobserved-services')[0]?.quickFix?.changes).toEqual([
      { op: 'patch-config', id: 'api', patch: { observed: ['logs', 'metrics', 'traces'] } },
    ]);
  });
});

describe('a trace with a gap', () => {
  test('is reported beyond three calls one inside another', () => {
    // user → a → b → e is three deep, user → a → b → c → e four.
    expect(at(five('user -> a -> b -> e, a -> c, a -> d', 4), 'no-tracing')).toEqual([]);
    const deep = five('user -> a -> b -> c -> e, a -> d', 4);
    expect(found(deep, 'no-tracing')[0]?.values).toMatchObject({
      node: { part: 'e' },
      hops: { count: 4 },
      limit: { count: 3 },
    });
  });

  test('does not count calls that nobody waits for', () => {
    expect(at(five('user -> a ~> b -> c -> d -> e', 4), 'no-tracing')).toEqual([]);
  });

  test('is not reported where hardly any service is watched, as that is reported already', () => {
    const deep = five('user -> a -> b -> c -> d -> e', 3);
    expect(at(deep, 'no-tracing')).toEqual([]);
    expect(at(deep, 'unobserved-services')).toEqual(['*']);
  });
});

describe('promises', () => {
  const promising = (availability: number) =>
    sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: { reads: { targets: { availability } } },
      config: { api: { replicas: 5 } },
    });

  test('leave an error budget of 43 minutes a month at three nines, and none where nothing may fail', () => {
    const [asked] = found(promising(0.999), 'burn-rate-alerts');
    const budget = asked?.values['budget'];
    // (1 − 0.999) × 30 × 86 400 s
    expect(typeof budget === 'object' && 'seconds' in budget ? budget.seconds : 0).toBeCloseTo(2592, 6);
    expect(at(promising(1), 'burn-rate-alerts')).toEqual([]);
  });

  test('ask for releases in steps from three nines on', () => {
    expect(at(promising(0.999), 'safe-deployment')).toEqual(['*']);
    expect(at(promising(0.9989), 'safe-deployment')).toEqual([]);
  });

  test('are those to people, not those to a clock', () => {
    const nightly = sketch({ clock: 'scheduler', api: 'service' }, 'clock -> api', {
      flows: { nightly: { entry: 'clock', rps: 1, targets: { availability: 0.999 } } },
      config: { api: { replicas: 3 } },
    });
    expect(at(nightly, 'burn-rate-alerts')).toEqual([]);
    expect(at(nightly, 'safe-deployment')).toEqual([]);
  });
});

describe('telemetry', () => {
  const sending = (calls: number, kind: string, config: Config = {}) =>
    sketch({ user: 'client', api: 'service', records: kind }, 'user -> api -> records', {
      // 4 concurrent ÷ 1 ms = 4 000 a second, 2 800 at 0.7.
      config: { records: { replicas: 1, concurrency: 4, serviceMs: 1, ...config } },
      edges: { 'api -> records': { calls } },
    });

  test('is too much beyond what the collector takes in, and not at it', () => {
    expect(at(sending(4, 'logs'), 'collector-overloaded')).toEqual([]);
    expect(found(sending(4.4, 'logs'), 'collector-overloaded')[0]?.values).toMatchObject({
      offered: { rps: 4400 },
      capacity: { rps: 4000 },
    });
  });

  test('is met by servers enough to stay within the planned limit, and spans by fewer of them', () => {
    const mendOf = (kind: string) =>
      found(sending(9, kind), 'collector-overloaded')[0]?.quickFix?.changes ?? [];
    // 9 000 ÷ 2 800 = 3.2
    expect(mendOf('logs')).toEqual([{ op: 'patch-config', id: 'records', patch: { replicas: 4 } }]);
    const [change] = mendOf('traces');
    const patch = change?.op === 'patch-edge' ? change.patch : {};
    // 2 800 of 9 000
    expect(patch.calls).toBeCloseTo(2.8, 9);
  });

  test('is not counted where the collector’s time is not known, nor at a provider who takes in batches', () => {
    expect(at(sending(9, 'logs', { serviceMs: 0 }), 'collector-overloaded')).toEqual([]);
    const managed = sketch({ user: 'client', api: 'service', records: 'logs' }, 'user -> api -> records', {
      nodes: { records: { technology: 'CloudWatch Logs' } },
      edges: { 'api -> records': { calls: 100 } },
    });
    expect(at(managed, 'collector-overloaded')).toEqual([]);
  });
});
