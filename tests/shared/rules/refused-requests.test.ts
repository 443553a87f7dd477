import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../shared/model/apply';
import type { Config } from '../../../shared/model/config';
import type { Design } from '../../../shared/model/schema';
import { messageOf, partNames, titleOf } from '../../../shared/rules/finding-text';
import { sketch } from '../../../shared/rules/sketch';
import { contextOf, findingsOf } from './assess';

/** A service of 2 × 32 places that works 10 ms on each of 1 200 requests a second: 12 concurrent on average. */
const drawn = (config: Config, more: { availability?: number; retries?: number; rps?: number } = {}) =>
  sketch({ user: 'client', api: 'service' }, 'user -> api', {
    config: { api: { replicas: 2, concurrency: 32, serviceMs: 10, multiZone: true, ...config } },
    flows: {
      reads: {
        rps: more.rps ?? 1200,
        ...(more.availability !== undefined && { targets: { availability: more.availability } }),
      },
    },
    edges: { 'user -> api': { retries: more.retries ?? 0 } },
  });

/** Findings of load and availability, as they read. */
const saidOf = (design: Design) => {
  const watched = new Set(['refused-requests', 'saturated', 'little-headroom', 'availability-target-missed']);
  return findingsOf(design)
    .filter(({ rule }) => watched.has(rule))
    .map(({ rule, severity, target }) => [rule, severity, target]);
};

const refusalIn = (design: Design) => findingsOf(design).find(({ rule }) => rule === 'refused-requests');

describe('a queue limit that refuses', () => {
  test('12 % of what arrives is an error with its figures, and the only finding of it', () => {
    // Erlang B of 12 erlang at 14 places: 0.117.
    const design = drawn({ queueLimit: 14 });
    expect(saidOf(design)).toEqual([['refused-requests', 'error', 'api']]);
    const finding = refusalIn(design);
    expect(finding && messageOf(finding, partNames(contextOf(design).design))).toBe(
      'Service refuses 12 % of 1.2k rps: its queue limit of 14 is too low for the bursts.',
    );
  });

  test('more than a target allows is one finding, at the node', () => {
    // 12 erlang at 22 places: 0.35 %, a warning by itself.
    expect(saidOf(drawn({ queueLimit: 22 }))).toEqual([['refused-requests', 'warning', 'api']]);
    const promised = drawn({ queueLimit: 22 }, { availability: 0.999 });
    expect(saidOf(promised)).toEqual([['refused-requests', 'error', 'api']]);
  });

  test('fewer than one in a thousand is none, as long as no target asks for more', () => {
    // 12 erlang at 26 places: 0.016 %.
    expect(saidOf(drawn({ queueLimit: 26 }))).toEqual([]);
    const promised = drawn({ queueLimit: 26 }, { availability: 0.9999 });
    expect(saidOf(promised)).toEqual([['refused-requests', 'error', 'api']]);
  });

  test('is a warning where retries make up for it, and says what is lost after them', () => {
    // 12 erlang at 18 places: 2.7 % of the attempts; of three in turn 0.002 %.
    const design = drawn({ queueLimit: 18 }, { retries: 2 });
    expect(saidOf(design)).toEqual([['refused-requests', 'warning', 'api']]);
    const finding = refusalIn(design);
    expect(finding && messageOf(finding, partNames(contextOf(design).design))).toMatch(
      /^Service refuses 3\.\d % of 1\.2k rps: .* After retries 0\.00\d+ % are lost\.$/,
    );
  });

  test('is said by saturation where the servers are too few, and nothing else is', () => {
    const design = drawn({ queueLimit: 70 }, { rps: 7000 });
    expect(saidOf(design)).toEqual([['saturated', 'error', 'api']]);
  });
});

describe('the quick fix of a queue limit', () => {
  const fixed = (design: Design): Design => applyChanges(design, refusalIn(design)?.quickFix?.changes ?? []);
  const titleIn = (design: Design) => {
    const fix = refusalIn(design)?.quickFix;
    return fix === undefined ? null : titleOf(fix);
  };

  test('gives places to all servers at least', () => {
    const design = drawn({ queueLimit: 14 });
    expect(titleIn(design)).toBe('Set a queue limit of 64');
    expect(saidOf(fixed(design))).toEqual([]);
  });

  test('adds servers too where they are over their planned limit', () => {
    // 5 120 × 10 ms = 51.2 of 64 concurrent: 80 %, of 70 % planned.
    const design = drawn({ queueLimit: 52 }, { rps: 5120 });
    expect(titleIn(design)).toMatch(/^Run \d replicas and set a queue limit of \d+$/);
    expect(saidOf(fixed(design))).toEqual([]);
  });

  test('is not offered where what is no longer refused is too much for what it calls', () => {
    const design = sketch({ user: 'client', api: 'service', db: 'service' }, 'user -> api -> db', {
      config: {
        api: { replicas: 2, concurrency: 32, serviceMs: 10, queueLimit: 14 },
        // 1 060 × 10 ms = 10.6 of 16 concurrent: 66 %, and 75 % of all 1 200.
        db: { replicas: 1, concurrency: 16, serviceMs: 10 },
      },
      flows: { reads: { rps: 1200 } },
    });
    expect(refusalIn(design)).toBeDefined();
    expect(titleIn(design)).toBe(null);
  });
});
