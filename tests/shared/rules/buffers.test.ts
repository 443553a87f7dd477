import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../shared/model/apply';
import type { Config } from '../../../shared/model/config';
import type { Workload } from '../../../shared/model/schema';
import { messageOf } from '../../../shared/rules/finding-text';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf, idsOf } from './assess';

interface Queued {
  readonly jobs?: Config;
  readonly runner?: Config;
  readonly workload?: Workload;
  readonly rps?: number;
}

/** Orders through a queue to workers of 8 concurrent and 100 ms each: 80 a second a server. */
const queued = ({ jobs = {}, runner = {}, workload = {}, rps = 100 }: Queued) =>
  sketch(
    { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
    'user -> api ~> jobs -> runner',
    {
      flows: { orders: { kind: 'write', rps } },
      config: { jobs, runner: { replicas: 1, concurrency: 8, serviceMs: 100, ...runner } },
      system: { workload },
    },
  );

/** The same through a stream. */
const streamed = (events: Config, runner: Config, rps = 100) =>
  sketch(
    { user: 'client', api: 'service', events: 'stream', runner: 'worker' },
    'user -> api ~> events -> runner',
    {
      flows: { orders: { kind: 'write', rps } },
      config: { events, runner: { concurrency: 8, serviceMs: 100, ...runner } },
    },
  );

const found = (design: Parameters<typeof findingsOf>[0], rule: string) =>
  findingsOf(design).find((finding) => finding.rule === rule);

describe('a backlog that grows without bound', () => {
  test('begins where the average is what the consumers work off', () => {
    // 240 at peak ÷ 3 = 80 on average
    expect(found(queued({ rps: 240, workload: { peakFactor: 3 } }), 'backlog-grows')).toBeDefined();
    // 239 ÷ 3 = 79.7
    expect(found(queued({ rps: 239, workload: { peakFactor: 3 } }), 'backlog-grows')).toBeUndefined();
  });

  test('is said in place of the saturated consumer, and behind at peak only is the peak’s finding', () => {
    expect(idsOf(findingsOf(queued({ rps: 100 })))).not.toContain('saturated');
    const atPeak = idsOf(findingsOf(queued({ rps: 100, workload: { peakFactor: 3 } })));
    expect(atPeak).toContain('saturated');
    expect(atPeak).not.toContain('backlog-grows');
  });

  test('is that of all who compete for the messages', () => {
    const shared = (rps: number) =>
      sketch(
        { user: 'client', api: 'service', jobs: 'queue', a: 'worker', b: 'worker' },
        'user -> api ~> jobs -> a, jobs -> b',
        {
          flows: { orders: { kind: 'write', rps } },
          config: {
            a: { replicas: 1, concurrency: 8, serviceMs: 100 },
            b: { replicas: 3, concurrency: 8, serviceMs: 100 },
          },
        },
      );
    // 80 + 240 = 320 together, though a, which gets half of 200, does 80
    expect(found(shared(200), 'backlog-grows')).toBeUndefined();
    const growing = findingsOf(shared(320)).filter(({ rule }) => rule === 'backlog-grows');
    expect(growing.map(({ target }) => target)).toEqual(['a', 'b']);
  });
});

describe('a surge', () => {
  const workload = { spikeFactor: 5, spikeSeconds: 600 };

  test('is drained as by hand: backlog, age of the oldest, time until the last is done', () => {
    const design = queued({ jobs: { maxAgeSeconds: 300 }, runner: { replicas: 2 }, workload });
    const finding = found(design, 'slow-drain');
    // 160 a second: (500 − 160) × 600 = 204 000; ÷ 160 = 1 275 s; ÷ (160 − 100) = 3 400 s
    expect(finding?.values['messages']).toEqual({ count: expect.closeTo(204_000, 6) });
    expect(finding?.values['age']).toEqual({ seconds: expect.closeTo(1275, 9) });
    expect(finding?.values['drain']).toEqual({ seconds: expect.closeTo(3400, 9) });
    // d ≥ 500 × 600 ÷ (300 + 600) = 333.3: five servers of 80
    expect(finding?.quickFix?.values['count']).toEqual({ count: 5 });
  });

  test('may make the oldest wait for just the limit', () => {
    const aged = (maxAgeSeconds: number) =>
      queued({ jobs: { maxAgeSeconds }, runner: { replicas: 2 }, workload });
    expect(found(aged(1275), 'slow-drain')).toBeUndefined();
    expect(found(aged(1274), 'slow-drain')).toBeDefined();
  });

  test('that makes messages expire is an error, and one that is more than the queue keeps is not', () => {
    const expires = found(
      queued({ jobs: { retentionSeconds: 1274 }, runner: { replicas: 2 }, workload }),
      'slow-drain',
    );
    expect(expires?.severity).toBe('error');
    expect(expires && messageOf(expires)).toContain('expire after 21 min');
    const full = (backlogLimit: number) =>
      queued({ jobs: { backlogLimit }, runner: { replicas: 2 }, workload });
    expect(found(full(204_000), 'slow-drain')).toBeUndefined();
    const overflow = found(full(203_999), 'slow-drain');
    expect(overflow?.severity).toBe('warning');
    // d ≥ 500 − 203 999 ÷ 600 = 160.0017: three servers of 80
    expect(overflow?.quickFix?.values['count']).toEqual({ count: 3 });
  });

  test('is not reported of consumers that grow with the backlog, nor of those that are behind at peak', () => {
    const grown = { replicas: 2, autoscaleMax: 8 };
    expect(
      found(queued({ jobs: { maxAgeSeconds: 1 }, runner: grown, workload }), 'slow-drain'),
    ).toBeUndefined();
    expect(found(queued({ jobs: { maxAgeSeconds: 1 }, workload }), 'slow-drain')).toBeUndefined();
  });

  test('leaves nothing that needs a bound where the consumers keep up', () => {
    // 7 × 80 = 560 of 500 a second
    expect(found(queued({ runner: { replicas: 7 }, workload }), 'unbounded-backlog')).toBeUndefined();
    // 6 × 80 = 480: 20 × 600 s = 12 000 messages, and room for twice as many
    const bound = found(queued({ runner: { replicas: 6 }, workload }), 'unbounded-backlog')?.quickFix;
    expect(bound?.values['limit']).toEqual({ count: expect.closeTo(24_000, 6) });
  });
});

describe('partitions', () => {
  test('are enough where there is one for each server', () => {
    expect(found(streamed({ partitions: 4 }, { replicas: 4 }), 'idle-consumers')).toBeUndefined();
    expect(found(streamed({ partitions: 3 }, { replicas: 4 }), 'idle-consumers')).toMatchObject({
      severity: 'warning',
      values: { idle: { count: 1 } },
    });
    const two = { partitions: 2, consumersPerPartition: 2 };
    expect(found(streamed(two, { replicas: 4 }), 'idle-consumers')).toBeUndefined();
  });

  test('that carry less than arrives at peak are an error', () => {
    // 2 of 8 servers work off 160
    const short = found(streamed({ partitions: 2 }, { replicas: 8 }, 159), 'idle-consumers');
    expect(short?.severity).toBe('warning');
    const peak = sketch(
      { user: 'client', api: 'service', events: 'stream', runner: 'worker' },
      'user -> api ~> events -> runner',
      {
        flows: { orders: { kind: 'write', rps: 160 } },
        config: { events: { partitions: 2 }, runner: { replicas: 8, concurrency: 8, serviceMs: 100 } },
        system: { workload: { peakFactor: 2 } },
      },
    );
    expect(found(peak, 'idle-consumers')?.severity).toBe('error');
  });

  test('grow with the servers that a quick fix adds, so that none idles', () => {
    const design = streamed({ partitions: 2 }, { replicas: 2 }, 200);
    const fix = found(design, 'backlog-grows')?.quickFix;
    // 200 × 100 ms = 20 concurrent of 8 × 0.7 a server: 4, and one that may be lost
    expect(fix?.values['count']).toEqual({ count: 5 });
    const fixed = applyChanges(design, fix?.changes ?? []);
    expect(fixed.system.nodes?.find(({ id }) => id === 'events')?.config?.partitions).toBe(5);
    expect(found(fixed, 'idle-consumers')).toBeUndefined();
  });
});

test('messages may be kept for just as long as an outage', () => {
  const kept = (retentionSeconds: number) => {
    const design = queued({ jobs: { retentionSeconds }, runner: { replicas: 2 } });
    return { ...design, system: { ...design.system, targets: { rtoSeconds: 3600 } } };
  };
  expect(found(kept(3600), 'retention-below-outage')).toBeUndefined();
  expect(found(kept(3599), 'retention-below-outage')).toBeDefined();
});
