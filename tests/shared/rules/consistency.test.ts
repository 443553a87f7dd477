import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import { applyChanges } from '../../../shared/model/apply';
import type { Config } from '../../../shared/model/config';
import type { System } from '../../../shared/model/schema';
import { originalsOf } from '../../../shared/rules/facts/originals';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf, idsOf } from './assess';

const found = (design: Parameters<typeof findingsOf>[0], rule: string) =>
  findingsOf(design).find((finding) => finding.rule === rule);

type Targets = NonNullable<System['targets']>;

/** 1 000 reads and 100 writes a second of a database with three copies. */
const stored = (db: Config, targets: Targets = {}) =>
  sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
    flows: { reads: { rps: 1000 }, writes: { kind: 'write', rps: 100 } },
    config: { db: { replicasPerShard: 3, ...db } },
    system: { targets },
  });

describe('quorums', () => {
  test.each([
    { copies: 3, reads: 1, writes: 2, says: true },
    { copies: 3, reads: 2, writes: 2, says: false },
    { copies: 5, reads: 2, writes: 3, says: true },
    { copies: 5, reads: 3, writes: 3, says: false },
  ])('of $reads and $writes of $copies', ({ copies, reads, writes, says }) => {
    const config = {
      replication: 'quorum',
      replicasPerShard: copies,
      readQuorum: reads,
      writeQuorum: writes,
    } as const;
    expect(
      idsOf(findingsOf(stored(config, { consistency: 'strong' }))).includes('quorum-does-not-overlap'),
    ).toBe(says);
    expect(idsOf(findingsOf(stored(config, { consistency: 'eventual' })))).not.toContain(
      'quorum-does-not-overlap',
    );
  });

  test('are fixed by as little as makes them overlap', () => {
    const config = { replication: 'quorum', replicasPerShard: 5, readQuorum: 1, writeQuorum: 4 } as const;
    const fix = found(stored(config, { consistency: 'strong' }), 'quorum-does-not-overlap')?.quickFix;
    expect(fix?.values).toMatchObject({ reads: { count: 2 }, writes: { count: 4 } });
  });
});

describe('stale reads', () => {
  test('go back to the leader where that carries them, and not where it does not', () => {
    const wanted = { consistency: 'read-your-writes' } as const;
    // the leader: 1 000 × 2 ms + 100 × 5 ms = 2.5 concurrent; of 4 that is 0.625
    const fits = found(stored({ readFrom: 'any', concurrency: 4 }, wanted), 'stale-reads');
    expect(fits?.quickFix?.id).toBe('read-from-leader');
    expect(fits?.quickFix?.values['utilization']).toEqual({ share: expect.closeTo(0.625, 9) });
    // of 3 it is 0.83, while each of three copies has 1 000 ÷ 3 × 2 ms + 0.5 = 1.17 concurrent
    const full = found(stored({ readFrom: 'any', concurrency: 3 }, wanted), 'stale-reads');
    expect(full).toBeDefined();
    expect(full?.quickFix).toBeUndefined();
  });

  test('are as old as the followers are behind', () => {
    const finding = found(
      stored({ readFrom: 'any', replicaRttMs: 70, cv: 0 }, { consistency: 'strong' }),
      'stale-reads',
    );
    expect(finding?.severity).toBe('error');
    // 70 ms on the way and 5 ms of work; 32 concurrent ones have all but no queue
    expect(finding?.values['lag']).toEqual({ ms: expect.closeTo(75, 3) });
  });

  test('of a copy behind a stream are the stream’s doing', () => {
    const design = sketch(
      {
        user: 'client',
        api: 'service',
        db: 'sql-database',
        log: 'stream',
        copier: 'worker',
        index: 'search-index',
      },
      'user -> api -> db ~> log -> copier -> index',
      {
        flows: { reads: { rps: 100 }, writes: { kind: 'write', rps: 100 } },
        system: { targets: { consistency: 'read-your-writes' } },
      },
    );
    expect(originalsOf(resolve(design))).toEqual(new Set(['db']));
    expect(idsOf(findingsOf(design))).not.toContain('stale-reads');
  });
});

describe('recovery', () => {
  test('may lose just what the target allows', () => {
    const alone = (backupEverySeconds: number) =>
      stored({ replicasPerShard: 1, backupEverySeconds }, { rpoSeconds: 3600 });
    expect(found(alone(3600), 'rpo-missed')).toBeUndefined();
    expect(found(alone(3601), 'rpo-missed')?.severity).toBe('error');
  });

  test('of copies that follow loses their lag, and a deletion all since the backup', () => {
    const design = stored({ backupEverySeconds: 86_400 }, { rpoSeconds: 60 });
    expect(found(design, 'rpo-missed')).toMatchObject({
      severity: 'info',
      stage: 'review',
      values: { actual: { seconds: 86_400 }, limit: { seconds: 60 } },
    });
    // A follower is 5 ms and more behind.
    expect(found(stored({ backupEverySeconds: 0 }, { rpoSeconds: 0.004 }), 'rpo-missed')?.severity).toBe(
      'error',
    );
  });

  test('waits for a third copy where two would stand still with either', () => {
    const design = stored({ replicasPerShard: 2 }, { rpoSeconds: 0 });
    const fix = found(design, 'rpo-missed')?.quickFix;
    const fixed = applyChanges(design, fix?.changes ?? []);
    const db = fixed.system.nodes?.find(({ id }) => id === 'db')?.config;
    expect(db).toMatchObject({ replication: 'semi-sync', replicasPerShard: 3 });
  });

  test('takes just as long as the target allows', () => {
    const back = (failoverSeconds: number) => stored({ failoverSeconds }, { rtoSeconds: 60 });
    expect(found(back(60), 'rto-missed')).toBeUndefined();
    expect(found(back(61), 'rto-missed')).toBeDefined();
  });
});

describe('writes that need every copy', () => {
  const strict = (db: Config, availability: number) => {
    const design = stored(db);
    return { ...design, system: { ...design.system, targets: { availability } } };
  };

  test('are said from three nines on', () => {
    const config = { replication: 'sync', onReplicaLoss: 'refuse' } as const;
    expect(found(strict(config, 0.999), 'writes-need-every-copy')).toBeDefined();
    expect(found(strict(config, 0.998), 'writes-need-every-copy')).toBeUndefined();
  });

  test('are those of a pair that waits, not of three of which one other is enough', () => {
    const waits = (replicasPerShard: number) =>
      strict({ replication: 'semi-sync', replicasPerShard, onReplicaLoss: 'refuse' }, 0.999);
    expect(found(waits(2), 'writes-need-every-copy')).toBeDefined();
    expect(found(waits(3), 'writes-need-every-copy')).toBeUndefined();
  });
});

test('a megabyte may stand in a database, and a byte more may not', () => {
  const kept = (storedBytes: number) =>
    sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      flows: { uploads: { kind: 'write', rps: 10, storedBytes } },
    });
  expect(found(kept(1_000_000), 'blob-in-database')).toBeUndefined();
  expect(found(kept(1_000_001), 'blob-in-database')).toBeDefined();
});

test('a law is the same however it is written', () => {
  const placed = (residency: string, jurisdiction: string) =>
    sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      config: { db: { residency } },
      nodes: { db: { group: 'zone' } },
      system: {
        groups: [
          { id: 'region', kind: 'region', jurisdiction },
          { id: 'zone', kind: 'zone', parent: 'region' },
        ],
      },
    });
  expect(found(placed('EU', ' eu '), 'data-residency')).toBeUndefined();
  expect(found(placed('EU', 'US'), 'data-residency')?.target).toBe('db');
});

test('the log of a store is offered as the only way where nobody else writes the store', () => {
  const sold = (arrows: string) =>
    sketch(
      {
        user: 'client',
        api: 'service',
        admin: 'service',
        orders: 'sql-database',
        events: 'stream',
        mailer: 'worker',
      },
      arrows,
      {
        flows: { purchases: { kind: 'write', rps: 100 } },
        system: { practices: { 'dual-write': { answer: 'no' } } },
      },
    );
  const alone = found(sold('user -> api -> orders, api ~> events -> mailer, user -> admin'), 'dual-write');
  expect(alone?.quickFix?.changes).toEqual([
    {
      op: 'patch-edge',
      id: 'api-events',
      patch: { from: 'orders', mode: 'async', flows: ['purchases'], step: null },
    },
  ]);
  const shared = found(
    sold('user -> api -> orders, api ~> events -> mailer, user -> admin -> orders'),
    'dual-write',
  );
  expect(shared).toBeDefined();
  expect(shared?.quickFix).toBeUndefined();
});
