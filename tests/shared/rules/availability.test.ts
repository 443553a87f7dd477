import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../shared/model/apply';
import type { Config } from '../../../shared/model/config';
import type { Design } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { messageOf } from '../../../shared/rules/finding-text';
import { ruleOf } from '../../../shared/rules/index';
import { sketch } from '../../../shared/rules/sketch';
import { contextOf, findingsOf } from './assess';
import { contextWith } from './figures';

/** What the rule says of a design, superseded or not. */
function said(design: Design, id: string) {
  const rule = ruleOf(id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  return evaluateRules(contextOf(design), [rule]).findings;
}

const targetsOf = (design: Design, id: string) => said(design, id).map(({ target }) => target);

describe('an availability target', () => {
  const rule = 'availability-target-missed';
  const service = (target: number, config: Config = {}) =>
    sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: { reads: { targets: { availability: target } } },
      config: { api: { instanceAvailability: 0.995, ...config } },
    });

  test('is met at exactly what two servers give, and missed just above it', () => {
    // One of two at 0.995: 1 − 0.005² = 0.999975.
    expect(targetsOf(service(0.999974999), rule)).toEqual([]);
    expect(targetsOf(service(0.999976), rule)).toEqual(['reads']);
  });

  test('is missed all the same where a worker behind a queue is overloaded, for which no request waits', () => {
    const design = sketch(
      { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
      'user -> api ~> jobs -> runner',
      {
        flows: { orders: { kind: 'write', rps: 100, targets: { availability: 0.99999 } } },
        config: {
          api: { instanceAvailability: 0.995 },
          runner: { replicas: 2, concurrency: 1, serviceMs: 100 },
        },
      },
    );
    expect(targetsOf(design, rule)).toEqual(['orders']);
  });

  test('is missed by so many minutes of a month of 30 days, by its weakest link', () => {
    // 0.99999 − 0.999975 = 0.000015 of 43 200 minutes are 0.648 minutes, 38.88 s; the service is all that fails.
    const [finding] = said(service(0.99999), rule);
    expect(finding && messageOf(finding)).toBe(
      'Availability of reads is 99.9975 %; its target is 99.999 %: 39 s in a month of 30 days too little. api causes 100 % of the failures, the most.',
    );
  });

  test('is reached by servers where each helps most', () => {
    const design = service(0.99999);
    const [finding] = said(design, rule);
    // 1 − 0.005³ = 0.999999875.
    expect(finding?.quickFix?.changes).toEqual([{ op: 'patch-config', id: 'api', patch: { replicas: 3 } }]);
    expect(finding?.quickFix?.values).toEqual({ added: { count: 1 } });
    expect(targetsOf(applyChanges(design, finding?.quickFix?.changes ?? []), rule)).toEqual([]);
  });

  test('has no quick fix where a provider is the weak one', () => {
    const design = sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
      flows: { reads: { targets: { availability: 0.99995 } } },
      config: { api: { replicas: 4 } },
    });
    const [finding] = said(design, rule);
    expect(finding?.values['weakest']).toEqual({ part: 'lb' });
    expect(finding).not.toHaveProperty('quickFix');
  });

  test('names the region where that fails most', () => {
    const design = sketch({ user: 'client', api: 'service' }, 'user -> api', {
      nodes: { api: { group: 'home' } },
      flows: { reads: { targets: { availability: 0.9999 } } },
      config: { api: { replicas: 3 } },
      system: { groups: [{ id: 'home', kind: 'region', availability: 0.999 }] },
    });
    expect(said(design, rule)[0]?.values['weakest']).toEqual({ part: 'home' });
  });

  test('is not reported again of a flow whose single server is found', () => {
    expect(targetsOf(service(0.9999, { replicas: 1 }), rule)).toEqual([]);
    expect(targetsOf(service(0.9999, { replicas: 1 }), 'single-point-of-failure')).toEqual(['api']);
  });

  test('is not reported again of a flow that stands in one zone', () => {
    expect(targetsOf(service(0.9999, { multiZone: false }), rule)).toEqual([]);
    expect(targetsOf(service(0.9999, { multiZone: false }), 'one-zone')).toEqual(['api']);
  });

  test('is missed by refusals where nothing is saturated', () => {
    const refusing = (refused: number) =>
      contextWith(service(0.999), {
        flows: {
          reads: {
            availability: 0.9999,
            servedShare: 1 - refused,
            targets: [{ metric: 'availability', target: 0.999, actual: 0.9999, met: false }],
          },
        },
        nodes: { api: { refused, offeredRps: 1000, capacityRps: 3000 } },
      });
    const found = (refused: number) =>
      evaluateRules(
        refusing(refused),
        [ruleOf(rule)].flatMap((of) => of ?? []),
      ).findings;
    // 0.9999 × 0.9995 = 0.99940 meets 0.999, 0.9999 × 0.999 = 0.99890 does not.
    expect(found(0.0005)).toEqual([]);
    expect(found(0.001).map(({ target, values }) => [target, values['node']])).toEqual([
      ['reads', { part: 'api' }],
    ]);
  });
});

describe('a zone', () => {
  const inZone = (target: number, availability: number) =>
    sketch({ user: 'client', api: 'service' }, 'user -> api', {
      nodes: { api: { group: 'east' } },
      flows: { reads: { targets: { availability: target } } },
      system: { groups: [{ id: 'east', kind: 'zone', availability }] },
    });

  test('is enough for a target that it meets by itself', () => {
    expect(targetsOf(inZone(0.9995, 0.9995), 'one-zone')).toEqual([]);
    expect(targetsOf(inZone(0.9996, 0.9995), 'one-zone')).toEqual(['east']);
  });
});

describe('the loss of one server', () => {
  const busy = (rps: number, replicas: number) =>
    sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: { reads: { rps } },
      config: { api: { replicas, concurrency: 32, serviceMs: 10 } },
    });

  test('is too much from the load on that the others just carry', () => {
    // Two carry 6 400 rps, one 3 200.
    expect(targetsOf(busy(3199, 2), 'no-spare-server')).toEqual([]);
    expect(targetsOf(busy(3200, 2), 'no-spare-server')).toEqual(['api']);
  });

  test('is within the planned limit of four or more', () => {
    // 0.7 of four is 0.93 of three.
    expect(targetsOf(busy(0.7 * 12_800, 4), 'no-spare-server')).toEqual([]);
  });

  test('is borne by the leader of a store alone, whoever is lost', () => {
    const store = (readFrom: 'leader' | 'any') =>
      sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
        flows: { reads: { rps: readFrom === 'any' ? 2400 : 1200 } },
        config: { db: { readMs: 2, concurrency: 4, shards: 1, replicasPerShard: 2, readFrom } },
      });
    // 4 ÷ 2 ms = 2 000 rps a replica: 0.6 of both, and 1.2 of the one that is left.
    expect(targetsOf(store('any'), 'no-spare-server')).toEqual(['db']);
    expect(targetsOf(store('leader'), 'no-spare-server')).toEqual([]);
  });

  test('of a zone hands its load to the other, by weight', () => {
    const zones = (weight: number) =>
      sketch(
        { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
        'user -> lb -> a, lb -> b',
        {
          nodes: { a: { group: 'east' }, b: { group: 'west' } },
          flows: { reads: { rps: 10_000 } },
          config: {
            a: { replicas: 4, concurrency: 32, serviceMs: 10 },
            b: { replicas: 4, concurrency: 32, serviceMs: 10 },
          },
          edges: { 'lb -> a': { weight } },
          system: {
            groups: [
              { id: 'east', kind: 'zone' },
              { id: 'west', kind: 'zone' },
            ],
          },
        },
      );
    // 10 000 of 12 800 rps once one is lost: 0.78, which it can do.
    expect(targetsOf(zones(1), 'no-spare-server')).toEqual([]);
    const tight = zones(1);
    const flows = (tight.system.flows ?? []).map((flow) => ({ ...flow, rate: { rps: 13_000 } }));
    const full = { ...tight, system: { ...tight.system, flows } };
    expect(targetsOf(full, 'no-spare-server')).toEqual(['a', 'b']);
    const [finding] = said(full, 'no-spare-server');
    // 13 000 × 10 ms ÷ (32 × 0.7) = 5.8: six servers are enough once the other zone is lost.
    expect(finding?.quickFix?.values['count']).toEqual({ count: 6 });
  });
});

describe('a majority', () => {
  test.each([
    [2, true],
    [3, false],
    [4, true],
    [5, false],
  ])('of %i replicas is found to be even: %s', (replicasPerShard, isEven) => {
    const design = sketch({ user: 'client', api: 'service', db: 'key-value-store' }, 'user -> api -> db', {
      config: { db: { replication: 'quorum', replicasPerShard } },
    });
    expect(targetsOf(design, 'even-quorum')).toEqual(isEven ? ['db'] : []);
  });

  test('that the document does not ask for is not counted', () => {
    const design = sketch({ user: 'client', api: 'service', db: 'key-value-store' }, 'user -> api -> db', {
      config: { db: { replication: 'quorum', replicasPerShard: 4, readQuorum: 1, writeQuorum: 4 } },
    });
    expect(targetsOf(design, 'even-quorum')).toEqual([]);
  });
});

describe('a store without a standby', () => {
  const store = (availability?: number) =>
    sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      flows: { reads: availability === undefined ? {} : { targets: { availability } } },
      config: { api: { replicas: 3 }, db: { replicasPerShard: 1 } },
    });

  test('is a matter of the target where there is one', () => {
    expect(targetsOf(store(), 'no-standby')).toEqual(['db']);
    expect(targetsOf(store(0.99), 'no-standby')).toEqual([]);
    expect(targetsOf(store(0.999), 'no-standby')).toEqual([]);
    expect(
      findingsOf(store(0.999))
        .filter(({ target }) => target === 'db')
        .map(({ code }) => code),
    ).toContain('SPOF-01');
  });
});

test('the weakest link is what most failures come from, not what is down most often', () => {
  // Of the servers 0.015² = 0.000225 is felt, of the names 0.01 × (1 − 0.99) = 0.0001: together 0.000325.
  const design = sketch({ user: 'client', dns: 'dns', api: 'service' }, 'user -> dns, user -> api', {
    flows: { reads: { targets: { availability: 0.9998 } } },
    config: { dns: { instanceAvailability: 0.99 }, api: { instanceAvailability: 0.985, multiZone: true } },
    edges: { 'user -> dns': { calls: 0.01 } },
  });
  const missed = findingsOf(design).find(({ rule }) => rule === 'availability-target-missed');
  expect(missed?.values['weakest']).toEqual({ part: 'api' });
  expect(missed?.values['share']).toEqual({ share: expect.closeTo(0.000225 / 0.000325, 3) });
});
