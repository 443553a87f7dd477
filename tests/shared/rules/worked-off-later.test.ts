import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { applyChanges } from '../../../shared/model/apply';
import type { Config } from '../../../shared/model/config';
import { sketch } from '../../../shared/rules/sketch';
import { contextOf, findingsOf } from './assess';

describe('a worker behind a queue', () => {
  /** 4 × 8 concurrent ÷ 100 ms = 320 rps of the 1 000 at peak. */
  const drawn = (peakFactor: number, jobs: Config = {}, serviceMs = 100) =>
    sketch(
      { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
      'user -> api ~> jobs -> runner',
      { config: { jobs, runner: { serviceMs } }, system: { workload: { peakFactor, annualGrowth: 0.2 } } },
    );
  const loud = (design: ReturnType<typeof drawn>) =>
    findingsOf(design)
      .filter(({ stage }) => stage === 'broken')
      .map(({ rule }) => rule);

  test('that carries the average is a remark: what the peak brings too much waits', () => {
    // 1 000 ÷ 4 = 250 of 320.
    const found = findingsOf(drawn(4)).find(({ rule }) => rule === 'saturated');
    expect(found).toMatchObject({ severity: 'info', stage: 'review', target: 'runner' });
    expect(found?.values).toMatchObject({ buffer: { part: 'jobs' } });
    expect(loud(drawn(4))).toEqual([]);
  });

  test('that does not carry the average never catches up', () => {
    // 1 000 ÷ 3 = 333 of 320.
    expect(loud(drawn(3))).toEqual(['backlog-grows']);
  });

  test('whose queue delivers once at most has nothing that waits for it', () => {
    expect(loud(drawn(4, { delivery: 'at-most-once' }))).toEqual(['saturated']);
  });

  test('is judged on its headroom by the average', () => {
    // 1 000 × 30 ms ÷ 32 = 0.94 at peak; on average 0.47 with a factor of 2, and 0.94 with none.
    expect(loud(drawn(2, {}, 30))).toEqual([]);
    expect(loud(drawn(1, {}, 30))).toEqual(['little-headroom']);
  });

  test('has what it passes on to a topic that keeps nothing no longer in its queue', () => {
    // 4 × 8 ÷ 100 ms = 320 rps of the 1 000 at peak, 250 on average.
    const behindTopic = (delivery: 'at-most-once' | 'at-least-once') =>
      sketch(
        {
          user: 'client',
          api: 'service',
          jobs: 'stream',
          sender: 'worker',
          news: 'pub-sub',
          screens: 'worker',
        },
        'user -> api ~> jobs -> sender ~> news -> screens',
        {
          config: {
            jobs: { partitions: 100 },
            news: { delivery },
            sender: { serviceMs: 5 },
            screens: { serviceMs: 100 },
          },
          system: { workload: { peakFactor: 4 } },
        },
      );
    const saturatedAt = (design: ReturnType<typeof drawn>) =>
      findingsOf(design).find(({ rule }) => rule === 'saturated');
    expect(saturatedAt(behindTopic('at-most-once'))).toMatchObject({ severity: 'error', target: 'screens' });
    expect(saturatedAt(behindTopic('at-least-once'))).toMatchObject({
      severity: 'info',
      values: { buffer: { part: 'news' } },
    });
  });

  test('keeps what it waits for somebody else to do, and not what it only passes on', () => {
    const behindWorker = (arrow: '->' | '~>') =>
      sketch(
        { user: 'client', api: 'service', jobs: 'queue', runner: 'worker', mail: 'service' },
        `user -> api ~> jobs -> runner ${arrow} mail`,
        {
          config: {
            runner: { serviceMs: 1, replicas: 8, concurrency: 100 },
            mail: { serviceMs: 100, replicas: 4, concurrency: 8 },
          },
          system: { workload: { peakFactor: 4 } },
        },
      );
    const saturatedAt = (arrow: '->' | '~>', part: string) =>
      findingsOf(behindWorker(arrow)).find(({ rule, target }) => rule === 'saturated' && target === part);
    // The runner’s places fill while it waits, so that it passes on no more than the mail server answers.
    expect(saturatedAt('->', 'runner')).toMatchObject({
      severity: 'info',
      values: { buffer: { part: 'jobs' } },
    });
    expect(saturatedAt('->', 'mail')).toBeUndefined();
    expect(saturatedAt('~>', 'mail')).toMatchObject({ severity: 'error' });
  });

  test('that somebody else calls too, and waits for, is saturated', () => {
    const design = sketch(
      { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
      'user -> api ~> jobs -> runner, api -> runner',
      { config: { runner: { serviceMs: 100 } }, system: { workload: { peakFactor: 10 } } },
    );
    expect(findingsOf(design).find(({ rule }) => rule === 'saturated')?.severity).toBe('error');
  });
});

test('a provider whose quota alone was raised gets the requests at once that the quota takes', () => {
  // 300 rps × 500 ms = 150 concurrent; 300 ÷ 0.7 = 429 rps, × 500 ms = 215.
  const design = sketch(
    { user: 'client', api: 'service', cards: 'payment-provider' },
    'user -> api -> cards',
    {
      flows: { payments: { kind: 'write', rps: 300 } },
      config: { cards: { quotaRps: 400 } },
    },
  );
  const fix = findingsOf(design).find(({ rule }) => rule === 'saturated')?.quickFix;
  expect(fix?.changes).toEqual([
    { op: 'patch-config', id: 'cards', patch: { concurrency: 215, quotaRps: 429 } },
  ]);
  const fixed = applyChanges(design, fix?.changes ?? []);
  expect(analyze(contextOf(fixed).design).ok).toBe(true);
  expect(findingsOf(fixed).filter(({ target }) => target === 'cards')).toEqual([]);
});
