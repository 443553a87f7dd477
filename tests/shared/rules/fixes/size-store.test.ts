import { describe, expect, test } from 'vitest';
import { resolve } from '../../../../shared/catalog/resolve';
import type { ResolvedConfig } from '../../../../shared/catalog/resolved';
import type { Config } from '../../../../shared/model/config';
import { busiestReplica, sizeShard, sizeStore } from '../../../../shared/rules/fixes/size-store';
import { sketch } from '../../../../shared/rules/sketch';

function store(config: Config): ResolvedConfig {
  const node = resolve(sketch({ db: 'sql-database' }, '', { config: { db: config } })).nodes[0];
  if (node === undefined) throw new Error('the sketch has one node');
  return node.config;
}

const ten = { readMs: 10, writeMs: 10, concurrency: 1, maxUtilization: 0.7 };

describe('the busiest replica', () => {
  test('of a leader does every read and every write', () => {
    const config = store({ ...ten, readFrom: 'leader', replicasPerShard: 3 });
    // 30 × 10 + 10 × 10
    expect(busiestReplica(config, { reads: 30, writes: 10 }, config)).toBeCloseTo(400, 9);
  });

  test('does its share of the reads where any replica answers them', () => {
    const config = store({ ...ten, readFrom: 'any', replicasPerShard: 3 });
    // 30 ÷ 3 × 10 + 10 × 10
    expect(busiestReplica(config, { reads: 30, writes: 10 }, config)).toBeCloseTo(200, 9);
  });

  test('stands in the hottest shard', () => {
    const config = store({ ...ten, readFrom: 'leader', replicasPerShard: 1, shards: 4, hotShare: 0.2 });
    // hottest: 0.2 + 0.8 ÷ 4 = 0.4 of 30 × 10
    expect(busiestReplica(config, { reads: 30, writes: 0 }, config)).toBeCloseTo(120, 9);
  });

  test('does every scattered read', () => {
    const config = store({ ...ten, readFrom: 'leader', replicasPerShard: 1, shards: 4, scatter: true });
    // 30 × 10 + 10 × 10 ÷ 4
    expect(busiestReplica(config, { reads: 30, writes: 10 }, config)).toBeCloseTo(325, 9);
  });
});

describe('a store that is too small', () => {
  const grow = { canReplicate: true, canShard: true };

  test('gets replicas where they take reads, one of them lost', () => {
    const config = store({ ...ten, readFrom: 'any', replicasPerShard: 2 });
    // One replica alone would be at 2.6; 2.6 ÷ 4 = 0.65 ≤ 0.7 with four left, so five.
    expect(sizeStore({ config, mix: { reads: 260, writes: 0 }, utilization: 1.3, ...grow })).toEqual({
      shards: 1,
      replicasPerShard: 5,
    });
  });

  test('gets shards where writes are what is too much', () => {
    const config = store({ ...ten, readFrom: 'any', replicasPerShard: 2 });
    // 1.3 ÷ 2 shards = 0.65 ≤ 0.7
    expect(sizeStore({ config, mix: { reads: 0, writes: 130 }, utilization: 1.3, ...grow })).toEqual({
      shards: 2,
      replicasPerShard: 2,
    });
  });

  test('gets nothing where one key alone is too much for a shard', () => {
    const config = store({ ...ten, readFrom: 'leader', hotShare: 0.8 });
    expect(sizeStore({ config, mix: { reads: 200, writes: 0 }, utilization: 2, ...grow })).toBeNull();
  });

  test('gets nothing where its kind has neither', () => {
    const config = store({ ...ten, readFrom: 'leader' });
    const load = { config, mix: { reads: 200, writes: 0 }, utilization: 2 };
    expect(sizeStore({ ...load, canReplicate: false, canShard: false })).toBeNull();
  });
});

describe('a shard outlives the loss of one', () => {
  test('with two where one is enough', () => {
    // 1 − 0.005² = 0.999975
    expect(sizeShard(store({ replication: 'async', instanceAvailability: 0.995 }), 0.9995)).toBe(2);
  });

  test('with three where a majority has to answer', () => {
    expect(sizeShard(store({ replication: 'quorum', instanceAvailability: 0.995 }), 0.999)).toBe(3);
  });

  test('with three where two are not up often enough', () => {
    // 0.999975 < 0.99999; 1 − 0.005³ = 0.999999875
    expect(sizeShard(store({ replication: 'async', instanceAvailability: 0.995 }), 0.99999)).toBe(3);
  });
});
