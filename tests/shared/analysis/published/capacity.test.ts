import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../../shared/analysis/analysis';
import { analyze } from '../../../../shared/analysis/analyze';
import { type DesignSketch, designOf } from '../../../support/resolved';

function analysed(sketch: DesignSketch): Analysis {
  const result = analyze(designOf(sketch), { percentiles: false });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.analysis;
}

const source = { behaviour: 'source' } as const;

describe('Stack Overflow on 9 February 2016', () => {
  // Nick Craver, "Stack Overflow: The Architecture – 2016 Edition", read 2026-12-01:
  // https://nickcraver.com/blog/2016/02/17/stack-overflow-the-architecture-2016-edition/
  const day = { requests: 209_420_973, queries: 504_816_843, sqlMs: 607_073_066, webMs: 1_609_944_301 };

  test('keeps a database of 24 cores busy for 29.3 % of the day, and web servers of 72 cores for 25.9 %', () => {
    // Assumed: a core is held for the whole time that was measured; one database server of 2 × 12 cores, 9 web servers of 8.
    // 607 073 066 ÷ 86 400 000 ÷ 24; 1 609 944 301 ÷ 86 400 000 ÷ 72
    const { nodes } = analysed({
      nodes: {
        u: source,
        web: { serviceMs: day.webMs / day.requests, config: { replicas: 9, concurrency: 8 } },
        sql: {
          behaviour: 'store',
          serviceMs: day.sqlMs / day.queries,
          config: { concurrency: 24 },
        },
      },
      edges: { 'u -> web': {}, 'web -> sql': { calls: day.queries / day.requests } },
      flows: { f: { entry: 'u', rateRps: day.requests / 86_400 } },
    });
    const utilizationOf = (id: string) => nodes.find((node) => node.id === id)?.utilization;
    expect(utilizationOf('sql')).toBeCloseTo(0.29276, 5);
    expect(utilizationOf('web')).toBeCloseTo(0.2588, 5);
  });
});

describe('Twitter in the textbook', () => {
  // Alex Xu, System Design Interview, 2nd edition (2020), chapter 2, "Back-of-the-envelope estimation".
  test('posts 3 472.2 a second, and keeps 54.75 PB in five years', () => {
    // 150 million users a day with 2 posts each; one post in ten has 1 MB of media: 30 TB a day
    const rateRps = (150e6 * 2) / 86_400;
    const { nodes } = analysed({
      nodes: {
        u: source,
        media: {
          behaviour: 'store',
          config: { other: { retentionSeconds: 5 * 365 * 86_400 } },
        },
      },
      edges: { 'u -> media': { calls: 0.1, storedBytes: 1e6 } },
      flows: { f: { entry: 'u', kind: 'write', rateRps } },
    });
    const media = nodes.find(({ id }) => id === 'media');
    expect((media?.offeredRps ?? 0) * 10).toBeCloseTo(3472.2, 1);
    expect((media?.storageBytes ?? 0) / 1e15).toBeCloseTo(54.75, 9);
  });
});
