import { describe, expect, test } from 'vitest';
import { loadMarksOf } from '../../../renderer/frame/load-marks';
import { waterfallOf } from '../../../renderer/panels/drawer/waterfall-parts';
import type { Analysis } from '../../../shared/analysis/analysis';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { synchronousWalk } from '../../../shared/diagram/flow-walk';
import { rollUp } from '../../../shared/diagram/layer-rows';
import { nearestFlow, targetUse } from '../../../shared/diagram/nearest-flow';
import type { Design } from '../../../shared/model/schema';
import { templates } from '../../../shared/templates/index';

const design: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'Shop',
  system: {
    flows: [
      { id: 'browse', kind: 'read', entry: 'user', rate: { rps: 1000 }, targets: { p99Ms: 200 } },
      { id: 'buy', kind: 'write', entry: 'user', rate: { rps: 100 }, targets: { p99Ms: 2000 } },
    ],
    nodes: [
      { id: 'user', kind: 'client' },
      // 2 servers × 4 concurrent ÷ 2 ms = 4 000 rps: 1 100 rps are 27.5 %.
      {
        id: 'api',
        kind: 'service',
        config: { replicas: 2, concurrency: 4, serviceMs: 2, maxUtilization: 0.5 },
      },
      // 1 × 4 ÷ 1 ms = 4 000 rps, writes alone: 100 rps are 2.5 %.
      { id: 'ledger', kind: 'service', config: { replicas: 1, concurrency: 4, serviceMs: 1 } },
      { id: 'jobs', kind: 'queue' },
      { id: 'mailer', kind: 'worker' },
    ],
    edges: [
      { id: 'e1', from: 'user', to: 'api' },
      { id: 'e2', from: 'api', to: 'ledger', flows: 'write' },
      { id: 'e3', from: 'api', to: 'jobs', flows: 'write' },
      { id: 'e4', from: 'jobs', to: 'mailer' },
    ],
  },
};

function analysisOf(source: Design, load = 1): Analysis {
  const result = analyze(resolve(source), { load });
  if (!result.ok) throw new Error(result.errors.map(({ key }) => key).join());
  return result.analysis;
}

const limitIn = (source: Design) => {
  const nodes = new Map(resolve(source).nodes.map((node) => [node.id, node.config.maxUtilization]));
  return (id: string): number => nodes.get(id) ?? 1;
};

describe('the way of a flow', () => {
  test('is what a request waits for, in the order of the calls, and ends at a buffer', () => {
    expect(synchronousWalk(resolve(design), 'buy').nodes).toEqual(['user', 'api', 'ledger', 'jobs']);
    expect(synchronousWalk(resolve(design), 'browse').nodes).toEqual(['user', 'api']);
  });
});

describe('the rollup by layer', () => {
  test.each(['browse', 'buy'])('adds up to the mean of %s', (flow) => {
    const { sums } = rollUp(resolve(design), analysisOf(design), flow);
    if (sums === null || sums.layersMs === null || sums.meanMs === null) throw new Error('no sums');
    expect(sums.layersMs + sums.hopsMs - (sums.overlapMs ?? 0)).toBeCloseTo(sums.meanMs, 9);
  });

  test.each(templates.map(({ id, design: source }) => [id, source] as const))(
    'of the template %s adds up for every flow that has a mean',
    (_, source) => {
      const analysis = analysisOf(source);
      for (const { id, meanMs } of analysis.flows) {
        const { sums } = rollUp(resolve(source), analysis, id);
        if (meanMs === null) expect(sums?.layersMs).toBeNull();
        else
          expect((sums?.layersMs ?? 0) + (sums?.hopsMs ?? 0) - (sums?.overlapMs ?? 0)).toBeCloseTo(meanMs, 6);
      }
    },
  );

  test('says which hops are waited for, which are not, and which belong to other flows', () => {
    const { rows } = rollUp(resolve(design), analysisOf(design), 'browse');
    const uses = rows.flatMap((row) => row.hops.map((hop) => `${hop.from}>${row.id} ${hop.use}`));
    expect(uses).toContain('client>service sync');
    expect(uses).toContain('service>service none');
    const bought = rollUp(resolve(design), analysisOf(design), 'buy').rows;
    expect(bought.flatMap((row) => row.hops.map((hop) => `${hop.from}>${row.id} ${hop.use}`))).toContain(
      'messaging>service async',
    );
  });

  test('shows what the clients send where the layer has no station', () => {
    const client = rollUp(resolve(design), analysisOf(design), 'buy').rows.find((row) => row.id === 'client');
    expect(client?.offeredRps).toBe(1100);
  });
});

describe('the waterfall', () => {
  test('begins with the network and follows the calls; each bar begins where the last one ended', () => {
    const flow = analysisOf(design).flows.find(({ id }) => id === 'buy');
    if (flow === undefined) throw new Error('no flow');
    const { parts, spanMs } = waterfallOf(resolve(design), flow);
    expect(parts.map(({ node }) => node)).toEqual([null, 'api', 'ledger', 'jobs']);
    for (const [index, part] of parts.slice(1).entries()) {
      const before = parts[index];
      expect(part.startMs).toBeCloseTo((before?.startMs ?? 0) + (before?.meanMs ?? 0), 9);
    }
    expect(spanMs).toBeCloseTo(flow.meanMs ?? 0, 6);
  });

  test('leaves room at its end for a part without an end', () => {
    const flow = analysisOf(design, 6).flows.find(({ id }) => id === 'browse');
    if (flow === undefined) throw new Error('no flow');
    const { parts, spanMs } = waterfallOf(resolve(design), flow);
    expect(parts.find(({ node }) => node === 'api')?.meanMs).toBeNull();
    expect(spanMs).toBeGreaterThan(parts[0]?.meanMs ?? 0);
  });
});

describe('the marks of the load slider', () => {
  test('stand where the first planned limit and the first saturation lie', () => {
    const { limit, saturation } = loadMarksOf(analysisOf(design), limitIn(design));
    // 4 000 ÷ 1 100 = 3.636; at half of it the planned limit of 50 % is reached.
    expect(saturation?.node).toBe('api');
    expect(saturation?.load).toBeCloseTo(4000 / 1100, 6);
    expect(limit?.node).toBe('api');
    expect(limit?.load).toBeCloseTo(2000 / 1100, 6);
  });

  test('stay where they are at any load', () => {
    const calm = loadMarksOf(analysisOf(design, 0.5), limitIn(design));
    const over = loadMarksOf(analysisOf(design, 8), limitIn(design));
    expect(over.saturation?.load).toBeCloseTo(calm.saturation?.load ?? 0, 6);
    expect(over.limit?.load).toBeCloseTo(calm.limit?.load ?? 0, 6);
  });
});

describe('the flow nearest its target', () => {
  test('is the one that uses the most of it, not the slowest', () => {
    const { flows } = analysisOf(design);
    expect(nearestFlow(flows)?.id).toBe('browse');
    expect(targetUse(flows[0] ?? flowsMissing())).toBeLessThan(1);
  });

  test('is a saturated one before all others', () => {
    const { flows } = analysisOf(design, 8);
    expect(nearestFlow(flows)?.meanMs).toBeNull();
  });

  test('is none where there are no flows', () => {
    expect(nearestFlow([])).toBeNull();
  });
});

function flowsMissing(): never {
  throw new Error('no flows');
}
