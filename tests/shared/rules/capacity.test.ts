import { describe, expect, test } from 'vitest';
import type { Design } from '../../../shared/model/schema';
import { connectionPoolExhaustion } from '../../../shared/rules/capacity/connection-pool-exhaustion';
import { diskFull } from '../../../shared/rules/capacity/disk-full';
import { growthPassesCapacity } from '../../../shared/rules/capacity/growth-passes-capacity';
import { heldRequests } from '../../../shared/rules/capacity/held-requests';
import { hotShard } from '../../../shared/rules/capacity/hot-shard';
import { networkBottleneck } from '../../../shared/rules/capacity/network-bottleneck';
import { overProvisioned } from '../../../shared/rules/capacity/over-provisioned';
import { quotaExceeded } from '../../../shared/rules/capacity/quota-exceeded';
import { rateLimitBelowPeak } from '../../../shared/rules/capacity/rate-limit-below-peak';
import { saturated } from '../../../shared/rules/capacity/saturated';
import { slowAutoscaling } from '../../../shared/rules/capacity/slow-autoscaling';
import { writeBottleneck } from '../../../shared/rules/capacity/write-bottleneck';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { messageOf, partNames, titleOf } from '../../../shared/rules/finding-text';
import type { Rule, RuleContext } from '../../../shared/rules/rule';
import { sketch } from '../../../shared/rules/sketch';
import { contextOf } from './assess';
import { contextWith } from './figures';

const textsIn = (context: RuleContext, rule: Rule): readonly string[] =>
  evaluateRules(context, [rule]).findings.map((finding) => messageOf(finding, partNames(context.design)));
const textsOf = (design: Design, rule: Rule): readonly string[] => textsIn(contextOf(design), rule);
const fixOf = (design: Design, rule: Rule) => {
  const fix = evaluateRules(contextOf(design), [rule]).findings[0]?.quickFix;
  return fix && titleOf(fix);
};

describe('a write bottleneck', () => {
  const kinds = { user: 'client', api: 'service', db: 'sql-database' } as const;
  /** The leader: 4 concurrent ÷ 5 ms and can write 800 a second. */
  const store = { readMs: 5, writeMs: 5, concurrency: 4, shards: 1, replicasPerShard: 2 };
  const design = (writesRps: number, readsRps: number, shards = 1) =>
    sketch(kinds, 'user -> api -> db', {
      flows: { writes: { kind: 'write', rps: writesRps }, reads: { rps: readsRps } },
      config: { db: { ...store, shards } },
    });

  test('is one from the rate on at which the leader does nothing else', () => {
    expect(textsOf(design(799, 100), writeBottleneck)).toEqual([]);
    expect(textsOf(design(801, 100), writeBottleneck)).toEqual([
      'SQL database gets 801 rps of writes; the capacity of the leader of its one shard is 800 rps.',
    ]);
  });

  test('is no matter of two leaders', () => {
    expect(textsOf(design(801, 100, 2), writeBottleneck)).toEqual([]);
  });

  test('is said in place of the saturation', () => {
    const ids = (of: Design) =>
      evaluateRules(contextOf(of), [saturated, writeBottleneck]).findings.map(({ rule }) => rule);
    expect(ids(design(801, 100))).toEqual(['write-bottleneck']);
    expect(ids(design(700, 200))).toEqual(['saturated']);
  });
});

describe('a hot shard', () => {
  const drawn = (hotShare: number) =>
    sketch({ user: 'client', api: 'service', db: 'key-value-store' }, 'user -> api -> db', {
      flows: { writes: { kind: 'write', rps: 1000 } },
      config: { db: { writeMs: 5, concurrency: 4, shards: 4, hotShare } },
    });

  test('is over the limit where its key takes more than the rest leaves room for', () => {
    // 800 a shard; 1 000 × (h + (1 − h) ÷ 4) = 560 at h = 0.4133.
    expect(textsOf(drawn(0.41), hotShard)).toEqual([]);
    expect(textsOf(drawn(0.42), hotShard)).toEqual([
      'The hottest shard of Key-value store is 71 % busy and the average one 31 %; the planned limit is 70 %.',
    ]);
  });

  test('gets shards enough for what is beside its key', () => {
    // 1.25 × (0.5 + 0.5 ÷ n) ≤ 0.7 from n = 8.3 on.
    expect(fixOf(drawn(0.5), hotShard)).toBe('Split into 9 shards');
    // 1.25 × 0.6 is over 0.7 however many there are.
    expect(fixOf(drawn(0.6), hotShard)).toBeUndefined();
  });
});

describe('a network', () => {
  const drawn = (responseBytes: number, serviceMs = 10) =>
    sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: { reads: { rps: 1000, responseBytes } },
      config: { api: { replicas: 2, concurrency: 32, serviceMs, bandwidthMbps: 100 } },
    });

  test('is the bottleneck from its planned limit on', () => {
    // 1 000 × 17 500 × 8 = 140 of 200 Mbps.
    expect(textsOf(drawn(17_500), networkBottleneck)).toEqual([]);
    expect(textsOf(drawn(17_600), networkBottleneck)).toEqual([
      'What Service receives and sends takes 70.4 % of the 25 MB a second that its network takes; the planned limit is 70 %.',
    ]);
  });

  test('is not, where the processors are busier', () => {
    // 0.72 of the network, 1 000 × 48 ms ÷ 64 = 0.75 of the processors.
    expect(textsOf(drawn(18_000, 48), networkBottleneck)).toEqual([]);
  });

  test('that is full is an error, as saturation is', () => {
    const { findings } = evaluateRules(contextOf(drawn(26_000)), [saturated, networkBottleneck]);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['network-bottleneck', 'error']]);
  });
});

describe('held requests', () => {
  const drawn = (rttMs: number) =>
    sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      config: {
        api: { replicas: 2, concurrency: 32, serviceMs: 10, delayMs: 0, maxInFlight: 32 },
        db: { readMs: 2 },
      },
      edges: { 'api -> db': { rttMs } },
    });

  test('are too many beyond the planned limit of the places, and saturation where these are full', () => {
    // 1 000 × (10 + 2 + 30) ms = 42 of 64 and 48 of 64, where 44.8 are planned.
    expect(textsOf(drawn(30), heldRequests)).toEqual([]);
    expect(textsOf(drawn(36), heldRequests)).toEqual([
      'Service holds 48 concurrent requests while they wait for its calls; its servers have 64 places.',
    ]);
    expect(textsOf(drawn(60), heldRequests)).toEqual([]);
    // 64 ÷ (10 + 60 + 2 ms) = 889 a second.
    expect(textsOf(drawn(60), saturated)).toEqual([
      'Service gets 1k rps; its capacity is 889 rps. Each request holds one of its 64 places for 72 ms, the calls that it waits for included.',
    ]);
  });

  test('are none at a station that calls nobody, however long its own queue is', () => {
    // 700 × 1 ms = 0.7 of one server: 0.7 ÷ 0.3 = 2.3 requests wait for it, and hold no place.
    const counter = {
      config: { counter: { replicas: 1, concurrency: 1, serviceMs: 1, cv: 1, delayMs: 0, maxInFlight: 1 } },
    };
    const flows = { reads: { rps: 700 } };
    const alone = sketch({ user: 'client', counter: 'service' }, 'user -> counter', { ...counter, flows });
    expect(textsOf(alone, heldRequests)).toEqual([]);
  });

  test('get a place each, with one server lost', () => {
    // 48 ÷ (0.7 × 32) = 2.1, so 3, and 4 with one lost.
    expect(fixOf(drawn(36), heldRequests)).toBe('Run 4 replicas');
  });

  test('are nothing new where a queue is what holds them', () => {
    const design = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      config: { api: { maxInFlight: 200 } },
    });
    const nodes = {
      api: { carriedRps: 1000, utilization: 0.8, limitedBy: 'places' as const, withCallsMeanMs: 500 },
      db: { utilization: 0.9 },
    };
    expect(textsIn(contextWith(design, { nodes }), heldRequests)).toEqual([]);
    const calm = { ...nodes, db: { utilization: 0.1 } };
    expect(textsIn(contextWith(design, { nodes: calm }), heldRequests)).toHaveLength(1);
  });
});

test('idle servers are those under 15 %, three or more of them, of which some can go', () => {
  const drawn = (rps: number, replicas: number, targets = {}) =>
    sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: { reads: { rps, targets } },
      config: { api: { replicas, concurrency: 10, serviceMs: 10, cv: 1, delayMs: 0 } },
    });
  // 600 × 10 ms = 6 of 40 concurrent.
  expect(textsOf(drawn(600, 4), overProvisioned)).toEqual([]);
  // 590 × 10 ms = 5.9 of 40; of two, one lost, 5.9 of 10.
  expect(textsOf(drawn(590, 4), overProvisioned)).toEqual([
    'The 4 servers of Service are 14.7 % busy at peak; below 15 % they are idle.',
  ]);
  expect(fixOf(drawn(590, 4), overProvisioned)).toBe('Run 2 replicas');
  expect(textsOf(drawn(100, 2), overProvisioned)).toEqual([]);
  // A p99 that is nearly missed does not bear the longer waits of two servers.
  expect(textsOf(drawn(590, 4, { p99Ms: 70 }), overProvisioned)).toEqual([]);
});

describe('connections', () => {
  const drawn = (pool: number, db: object) =>
    sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      config: { api: { replicas: 4, connectionPool: pool }, db: { maxConnections: 100, ...db } },
    });

  test('may be as many as the leaders take', () => {
    expect(textsOf(drawn(25, {}), connectionPoolExhaustion)).toEqual([]);
    expect(textsOf(drawn(26, {}), connectionPoolExhaustion)).toEqual([
      'Service may open 104 connections to SQL database, which takes 100.',
    ]);
    expect(fixOf(drawn(26, {}), connectionPoolExhaustion)).toBe('Limit pools to 25');
  });

  test('go to every replica where every replica is read', () => {
    expect(textsOf(drawn(50, { readFrom: 'any', replicasPerShard: 2 }), connectionPoolExhaustion)).toEqual(
      [],
    );
    expect(
      textsOf(drawn(51, { readFrom: 'any', replicasPerShard: 2 }), connectionPoolExhaustion),
    ).toHaveLength(1);
  });

  test('are not taken from calls that need them all', () => {
    // 1 000 × (200.5 + 2) ms = 203 in use, 51 a server.
    const design = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      config: { api: { replicas: 4, connectionPool: 60 }, db: { maxConnections: 200, readMs: 2 } },
      edges: { 'api -> db': { rttMs: 200.5 } },
    });
    expect(textsOf(design, connectionPoolExhaustion)).toHaveLength(1);
    expect(fixOf(design, connectionPoolExhaustion)).toBeUndefined();
  });
});

test('a quota is exceeded by the peak, and behind a queue by the average', () => {
  const direct = (quotaRps: number) =>
    sketch({ user: 'client', api: 'service', mail: 'service' }, 'user -> api -> mail', {
      config: { mail: { quotaRps } },
    });
  expect(textsOf(direct(1000), quotaExceeded)).toEqual([]);
  expect(textsOf(direct(999), quotaExceeded)).toEqual([
    'Mail is called 1k rps at peak; its quota is 999 rps.',
  ]);
  const queued = (quotaRps: number) =>
    sketch(
      { user: 'client', api: 'service', jobs: 'queue', sender: 'worker', mail: 'service' },
      'user -> api ~> jobs -> sender -> mail',
      { config: { mail: { quotaRps } }, system: { workload: { peakFactor: 4 } } },
    );
  expect(textsOf(queued(250), quotaExceeded)).toEqual([]);
  expect(textsOf(queued(249), quotaExceeded)).toEqual([
    'Mail is called 250 rps on average; its quota is 249 rps.',
  ]);
});

test('a rate limit may be the peak, and a raised one leaves room for two digits of twice the peak', () => {
  const drawn = (rateLimitRps: number) =>
    sketch({ user: 'client', gate: 'api-gateway', api: 'service' }, 'user -> gate -> api', {
      flows: { reads: { rps: 1172 } },
      config: { gate: { rateLimitRps } },
    });
  expect(textsOf(drawn(1172), rateLimitBelowPeak)).toEqual([]);
  expect(textsOf(drawn(879), rateLimitBelowPeak)).toEqual([
    'API gateway is sent 1.2k rps at peak; its rate limit is 879 rps: it refuses 25 % of what is declared.',
  ]);
  // 2 344, up to 2 400.
  expect(fixOf(drawn(879), rateLimitBelowPeak)).toBe('Raise the limit to 2.4k rps');
});

describe('a disk', () => {
  const drawn = (diskBytes: number, workload: object) =>
    sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      flows: { orders: { kind: 'write', rps: 30, storedBytes: 1000 } },
      config: { db: { shards: 1, replicasPerShard: 2, diskBytes } },
      system: { workload: { peakFactor: 3, ...workload } },
    });
  // 30 ÷ 3 × 1 000 bytes × 31 557 600 s = 315.6 GB a year and copy.

  test('holds exactly what is kept, and is full a byte below', () => {
    expect(textsOf(drawn(631_152_000_001, { retentionYears: 2 }), diskFull)).toEqual([]);
    expect(textsOf(drawn(631_151_000_000, { retentionYears: 2 }), diskFull)).toEqual([
      'SQL database is to keep 1.3 TB after 24 months; its disks hold 1.3 TB and are full in month 24.',
    ]);
  });

  test('fills sooner as the writes grow, and is looked at for a year where nothing is said to expire', () => {
    // Doubling: 315.6 ÷ ln 2 × (2^(m ÷ 12) − 1) passes 300 GB between m = 8.75 and 9.
    expect(textsOf(drawn(300e9, { annualGrowth: 1 }), diskFull)[0]).toMatch(/after 12 months.*in month 9\.$/);
    expect(textsOf(drawn(320e9, {}), diskFull)).toEqual([]);
    // 315.6 ÷ 12 × 12 is over 310 in the twelfth month only.
    expect(textsOf(drawn(310e9, {}), diskFull)[0]).toMatch(/in month 12\.$/);
  });

  test('that is large enough is offered in two digits', () => {
    expect(fixOf(drawn(300e9, {}), diskFull)).toBe('Use disks of 320 GB');
  });
});

describe('a surge', () => {
  const drawn = (spikeSeconds: number, autoscaleDelaySeconds: number) =>
    sketch({ user: 'client', api: 'service' }, 'user -> api', {
      config: {
        api: { replicas: 1, concurrency: 32, serviceMs: 10, autoscaleMax: 6, autoscaleDelaySeconds },
      },
      system: { workload: { spikeFactor: 4, spikeSeconds } },
    });

  test('is waited out as long as ten seconds work it off', () => {
    // 4 000 of 3 200 rps: 800 × 40 s = 32 000 = 3 200 × 10 s.
    expect(textsOf(drawn(600, 40), slowAutoscaling)).toEqual([]);
    expect(textsOf(drawn(600, 41), slowAutoscaling)).toEqual([
      'A surge of ×4 sends Service 4k rps and its capacity is 3.2k rps: in the 41 s until a new server is there 32.8k requests pile up; 32k can wait.',
    ]);
  });

  test('that is over before the server is there piles up no longer than it lasts', () => {
    expect(textsOf(drawn(30, 120), slowAutoscaling)).toEqual([]);
  });
});

test('growth is reported by the month in which it saturates, up to the twelfth', () => {
  const drawn = (annualGrowth: number) =>
    sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: { reads: { rps: 3200 } },
      config: { api: { replicas: 2, concurrency: 32, serviceMs: 10 } },
      system: { workload: { annualGrowth } },
    });
  // 0.5 × 2 = 1 after exactly a year.
  expect(textsOf(drawn(0.99), growthPassesCapacity)).toEqual([]);
  expect(textsOf(drawn(1), growthPassesCapacity)).toEqual([
    'Service is 50 % busy today; growing by 100 % a year it is saturated in month 12; its capacity is 6.4k rps.',
  ]);
  // 0.5 × 2 ÷ 0.7 = 1.43 of two servers: 3, and 4 with one lost.
  expect(fixOf(drawn(1), growthPassesCapacity)).toBe('Run 4 replicas');
});
