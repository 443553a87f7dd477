import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { laneFigures } from '../../../shared/diagram/lane-figures';
import { layoutInLanes } from '../../../shared/layout/lanes';
import type { Design } from '../../../shared/model/schema';

const shop: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'Shop',
  system: {
    targets: { layers: { service: { p99Ms: 0.001 } } },
    flows: [
      { id: 'browse', kind: 'read', entry: 'user', rate: { rps: 1000 } },
      { id: 'buy', kind: 'write', entry: 'user', rate: { rps: 100 } },
    ],
    nodes: [
      { id: 'user', kind: 'client' },
      // 2 servers × 4 concurrent ÷ 2 ms = 4 000 rps: 1 100 rps are 27.5 %.
      { id: 'api', kind: 'service', config: { replicas: 2, concurrency: 4, serviceMs: 2 } },
      { id: 'jobs', kind: 'queue' },
      { id: 'mailer', kind: 'worker' },
      { id: 'db', kind: 'sql-database' },
    ],
    edges: [
      { id: 'e1', from: 'user', to: 'api', rttMs: 20 },
      { id: 'e2', from: 'api', to: 'db', rttMs: 1 },
      { id: 'e3', from: 'api', to: 'jobs', flows: 'write' },
      { id: 'e4', from: 'jobs', to: 'mailer' },
    ],
  },
};

function figuresOf(design: Design, flow?: string, showFigures = true) {
  const resolved = resolve(design);
  const result = analyze(resolved, { load: 1 });
  if (!result.ok) throw new Error(result.errors.map(({ key }) => key).join());
  const { lanes } = layoutInLanes(resolved);
  return laneFigures(lanes, resolved, result.analysis, { flow: flow ?? null, showFigures });
}

describe('the head of a lane', () => {
  test('bears what is offered, the capacity, the utilization and the part of p99', () => {
    const service = figuresOf(shop, 'browse').heads.find(({ id }) => id === 'service');
    // Two nodes of the layer: the busiest, the API, bounds it. 1 100 come from clients, 100 from the queue.
    expect(service).toMatchObject({ title: 'Service', load: '28 %', state: 'calm', async: false });
    expect(service?.offered).toEqual({ short: '1.2k', full: '1.2k rps' });
    expect(service?.capacity?.short).toBe('4.4k');
    expect(service?.p99).toMatch(/ms$/);
  });

  test('says where a budget of the layer is missed', () => {
    const service = figuresOf(shop, 'browse').heads.find(({ id }) => id === 'service');
    expect(service?.budget).toEqual({ text: '≤ 0.001 ms', met: false });
  });

  test('of a layer that the flow does not wait for says so, without a p99', () => {
    const edges = (shop.system.edges ?? []).map((edge) =>
      edge.id === 'e3' ? { ...edge, mode: 'async' as const } : edge,
    );
    const messaging = figuresOf({ ...shop, system: { ...shop.system, edges } }, 'buy').heads.find(
      ({ id }) => id === 'messaging',
    );
    expect(messaging).toMatchObject({ p99: null, async: true });
  });

  test('of a client says what it sends', () => {
    const client = figuresOf(shop).heads.find(({ id }) => id === 'client');
    expect(client).toMatchObject({ offered: { short: '1.1k' }, capacity: null, utilization: null });
  });

  test('of a sketch without flows, and with figures hidden, is the name alone', () => {
    const { flows: _, ...system } = shop.system;
    for (const { heads, gutters } of [figuresOf({ ...shop, system }), figuresOf(shop, undefined, false)]) {
      for (const head of heads) expect(head).toMatchObject({ offered: null, load: null, p99: null });
      for (const gutter of gutters) expect(gutter).toMatchObject({ rightwards: null, leftwards: null });
    }
  });
});

describe('what crosses a gutter', () => {
  test('is the calls of neighbours and of layers farther off, each way', () => {
    const gutters = figuresOf(shop, 'browse').gutters;
    expect(gutters.map(({ left, right }) => `${left} ${right}`)).toEqual([
      'client service',
      'service messaging',
      'messaging data',
    ]);
    // 1 100 requests; to the right 1 100 to the database and 100 to the queue, and 100 back from it to the worker.
    expect(gutters.map(({ rightwards }) => rightwards?.short)).toEqual(['1.1k', '1.2k', '1.1k']);
    expect(gutters.map(({ leftwards }) => leftwards?.short)).toEqual([undefined, '100', undefined]);
  });

  test('has the network time that a request of the flow waits there', () => {
    // 20 ms from the client; 1 ms to the database crosses both gutters on its way.
    expect(figuresOf(shop, 'browse').gutters.map(({ time }) => time)).toEqual(['20 ms', '1 ms', '1 ms']);
  });
});
