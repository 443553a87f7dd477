import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../shared/analysis/analysis';
import { analyze } from '../../../shared/analysis/analyze';
import { priceOfGb } from '../../../shared/analysis/price-per-gb';
import { priceBookOf, priceBooks, pricesOf } from '../../../shared/catalog/price-books';
import { resolve } from '../../../shared/catalog/resolve';
import type { Config } from '../../../shared/model/config';
import type { Design } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';
import { designOf } from '../../support/resolved';

const month = (365.25 * 86_400) / 12;

function analysed(design: Pick<Design, 'id' | 'name' | 'system'>): Analysis {
  const result = analyze(resolve(design), { percentiles: false });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.analysis;
}

describe('a price book', () => {
  const aws = priceBookOf('aws-us-east-1')?.prices.internetEgressUsdPerGb ?? 0;

  test('has a date, a source with its address unless it is an assumption, and an id of its own', () => {
    expect(new Set(priceBooks.map(({ id }) => id)).size).toBe(priceBooks.length);
    for (const { date, sources, prices } of priceBooks) {
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(Object.keys(sources).toSorted()).toEqual(Object.keys(prices).toSorted());
      for (const source of Object.values(sources))
        if (source.kind === 'source') expect(source.url).toMatch(/^https:\/\//);
    }
  });

  test('of AWS asks 17 041 dollars for 263 TB that are answered', () => {
    // 10 240 · 0.09 + 40 960 · 0.085 + 102 400 · 0.07 + 109 400 · 0.05
    expect(priceOfGb(263_000, aws)).toBeCloseTo(921.6 + 3481.6 + 7168 + 5470, 6);
  });

  test('holds where a design names none, and the design’s own prices hold over it', () => {
    expect(pricesOf({}).internetEgressUsdPerGb).toBe(aws);
    expect(pricesOf({ book: 'none' })).toMatchObject({ internetEgressUsdPerGb: 0, crossZoneUsdPerGb: 0 });
    expect(pricesOf({ book: 'none', crossZoneUsdPerGb: 0.01 }).crossZoneUsdPerGb).toBe(0.01);
  });

  test('has its last price for whatever lies beyond its last tier', () => {
    expect(
      priceOfGb(30, [
        { uptoGb: 10, usd: 1 },
        { uptoGb: 20, usd: 0.5 },
      ]),
    ).toBe(10 + 10);
  });
});

describe('the cost of published systems', () => {
  test('263 TB answered through a load balancer are 17 to 22 thousand dollars a month', () => {
    // 1 000 rps of 100 kB: 263 TB a month.
    const { nodes } = analysed(
      sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
        flows: { reads: { rps: 1000, responseBytes: 100_000 } },
      }),
    );
    const lb = nodes.find(({ id }) => id === 'lb');
    expect((1000 * 100_000 * month) / 1e12).toBeCloseTo(263, 0);
    expect(lb?.cost?.egressUsd).toBeCloseTo(17_040, -2);
    // 175 TB of them cross zones on their way.
    expect(lb?.cost?.networkUsd).toBeCloseTo(0.02 * (2 / 3) * 262_980, -1);
    expect(lb?.monthlyCostUsd).toBeGreaterThan(17_000);
    expect(lb?.monthlyCostUsd).toBeLessThan(22_000);
  });

  const serverless = sketch(
    { user: 'client', gateway: 'api-gateway', code: 'function', jobs: 'queue', items: 'key-value-store' },
    'user -> gateway -> code -> items, code ~> jobs',
    {
      flows: { orders: { kind: 'write', rps: 1000 } },
      nodes: { jobs: { technology: 'SQS' }, items: { technology: 'DynamoDB' } },
    },
  );

  test('1 000 writes a second through gateway, function, queue and table are thousands of dollars, nearly all of it requests', () => {
    const { totals, flows, nodes } = analysed(serverless);
    const million = (1000 * month) / 1e6;
    const requests = Object.fromEntries(nodes.map(({ id, cost }) => [id, cost?.requestsUsd ?? 0]));
    expect(requests['gateway']).toBeCloseTo(million * 1, 6);
    expect(requests['code']).toBeCloseTo(million * 0.37, 6);
    expect(requests['jobs']).toBeCloseTo(million * 1.2, 6);
    expect(requests['items']).toBeCloseTo(million * 0.625, 6);
    // 1 + 0.37 + 3 × 0.40 + 0.625, and an item of 1 kB and a receipt of 100 B that cross zones: 1.1 GB × 2/3 × 0.02.
    expect(flows[0]?.usdPerMillionRequests).toBeCloseTo(3.195 + 0.0147, 3);
    expect(totals.monthlyCostUsd).toBeGreaterThan(6000);
    expect(totals.cost).toMatchObject({ serversUsd: 0, unpriced: false });
  });

  test('a $0 that nobody knows is said to be unknown, and one that the design says is not', () => {
    const paid = (config: Config) =>
      analysed(
        sketch({ user: 'client', api: 'service', partner: 'external-api' }, 'user -> api -> partner', {
          flows: { reads: { rps: 10 } },
          config: { partner: config },
        }),
      ).totals.cost?.unpriced;
    expect(paid({})).toBe(true);
    expect(paid({ unitCostUsd: 0 })).toBe(false);
    expect(paid({ requestUsdPerMillion: 2 })).toBe(false);
  });
});

test('each flow counts at its own peak factor', () => {
  const design = designOf({
    nodes: { u: { behaviour: 'source' }, a: { config: { other: { requestUsdPerMillion: 1 } } } },
    edges: { 'u -> a': {} },
    flows: { f: { entry: 'u', rateRps: 40 }, g: { entry: 'u', rateRps: 40 } },
  });
  const result = analyze(
    {
      ...design,
      workload: { peakFactor: 2 },
      flows: design.flows.map((flow) => ({ ...flow, peakFactor: flow.id === 'f' ? 4 : null })),
    },
    { percentiles: false },
  );
  if (!result.ok) throw new Error('errors');
  // 40 ÷ 4 + 40 ÷ 2 a second
  expect(result.analysis.nodes[1]?.cost?.requestsUsd).toBeCloseTo((30 * month) / 1e6, 9);
});

describe('recovery', () => {
  const recovered = (config: object) => {
    const result = analyze(
      designOf({
        nodes: { u: { behaviour: 'source' }, q: { behaviour: 'buffer', serviceMs: 5, config } },
        edges: { 'u -> q': {} },
        flows: { f: { kind: 'write', entry: 'u', rateRps: 1e-9 } },
      }),
      { percentiles: false },
    );
    if (!result.ok) throw new Error('errors');
    const { rpoSeconds, rtoSeconds } = result.analysis.totals;
    return [rpoSeconds, rtoSeconds];
  };

  test('of a system of record: all copies lose nothing, the leader alone the lag, one copy everything', () => {
    const failoverSeconds = 10;
    expect(recovered({ other: { record: true, copies: 3, acknowledge: 'all', failoverSeconds } })).toEqual([
      0, 10,
    ]);
    const [lag] = recovered({ replicaRttMs: 2, other: { record: true, copies: 3, acknowledge: 'leader' } });
    // 2 ms there and back + 5 ms of work
    expect(lag).toBeCloseTo(0.007, 6);
    expect(recovered({ other: { record: true, acknowledge: 'all' } })).toEqual([null, null]);
    expect(recovered({ other: { record: true, durable: true } })).toEqual([0, 0]);
    // A queue that is no record has nothing to lose: no store is written either.
    expect(recovered({ other: { copies: 3 } })).toEqual([null, null]);
  });
});
