import { describe, expect, test } from 'vitest';
import type { NodeFigures } from '../../../shared/analysis/analysis';
import { analyze } from '../../../shared/analysis/analyze';
import { kindOf, technologyOf } from '../../../shared/catalog/index';
import { resolve } from '../../../shared/catalog/resolve';
import type { Config } from '../../../shared/model/config';
import { sketch } from '../../../shared/rules/sketch';

const designOf = (kind: string, technology: string | undefined, rps: number, config: Config = {}) =>
  sketch({ user: 'client', it: kind }, 'user -> it', {
    nodes: { it: technology === undefined ? {} : { technology } },
    flows: { reads: { rps } },
    config: { it: config },
  });

function figuresAt(kind: string, technology: string | undefined, rps: number): NodeFigures {
  const result = analyze(resolve(designOf(kind, technology, rps)));
  const figures = result.ok ? result.analysis.nodes.find(({ id }) => id === 'it') : undefined;
  if (figures === undefined) throw new Error(`${kind} has no figures`);
  return figures;
}

function configOf(kind: string, technology?: string, config: Config = {}) {
  const node = resolve(designOf(kind, technology, 1, config)).nodes.find(({ id }) => id === 'it');
  if (node === undefined) throw new Error(kind);
  return node.config;
}

const servers = ['service', 'container-cluster'].flatMap((id) => [
  { kind: id, technology: undefined },
  ...(kindOf(id)?.technologies ?? []).map(({ name }) => ({ kind: id, technology: name })),
]);

describe('code on a core', () => {
  test.each([
    ['Go', 1500],
    ['Node.js', 500],
    ['JVM', 1000],
    ['.NET', 1000],
    ['Python', 250],
    ['Ruby', 250],
    ['PHP', 250],
    ['Rust', 2000],
    ['Elixir', 1000],
  ])('in %s answers %d requests a second', (technology, rps) => {
    const { readMs, concurrency } = configOf('service', technology);
    expect(concurrency).toBe(2);
    expect(Math.round(1000 / readMs / 10) * 10).toBe(rps);
  });

  test.each(servers)('of $kind in $technology has a knee: at 90 % its p99 is worse than idle', (server) => {
    const idle = figuresAt(server.kind, server.technology, 1e-3);
    const capacityRps = idle.capacityRps ?? 0;
    const busy = figuresAt(server.kind, server.technology, 0.9 * capacityRps);
    expect((busy.p99Ms ?? 0) / (idle.p99Ms ?? 0)).toBeGreaterThan(1.05);
    expect(figuresAt(server.kind, server.technology, capacityRps * 1.01).saturated).toBe(true);
  });

  test.each(servers)('of $kind in $technology takes as long as its defaults say', (server) => {
    const kind = kindOf(server.kind);
    const technology = kind === undefined ? undefined : technologyOf(kind, server.technology);
    const delayCv =
      technology?.defaults?.delayCv ?? (technology === undefined ? kind?.defaults.delayCv : undefined);
    const delayMs =
      technology?.defaults?.delayMs ?? (technology === undefined ? kind?.defaults.delayMs : undefined);
    const idle = figuresAt(server.kind, server.technology, 1e-3);
    const p99Ms = /p99 (\d+) ms/.exec(delayCv?.source.text ?? '')?.[1];
    const meanMs = /mean of (\d+) ms/.exec(delayMs?.source.text ?? '')?.[1];
    if (p99Ms !== undefined) expect(Math.abs((idle.p99Ms ?? 0) / Number(p99Ms) - 1)).toBeLessThan(0.01);
    if (meanMs !== undefined) expect(idle.meanMs).toBeCloseTo(Number(meanMs), 2);
  });
});

describe('what holds its slot', () => {
  test.each(['worker', 'function'])('%s has as many places as it has slots', (kind) => {
    const { concurrency, maxInFlight } = configOf(kind);
    expect(maxInFlight).toBe(concurrency);
    expect(configOf(kind, undefined, { concurrency: 30 }).maxInFlight).toBe(30);
    expect(configOf(kind, undefined, { concurrency: 30, maxInFlight: 50 }).maxInFlight).toBe(50);
  });

  test('is no server of one’s own code, whose threads are more than its cores', () => {
    expect(configOf('service', 'JVM')).toMatchObject({ concurrency: 2, maxInFlight: 200 });
    expect(configOf('service', 'JVM', { scaleUp: 4 })).toMatchObject({ concurrency: 8, maxInFlight: 800 });
    expect(configOf('service').maxInFlight).toBeNull();
  });
});

test('a cold start is part of the p99 of a function, and holds its instance', () => {
  const figures = figuresAt('function', 'AWS Lambda', 1000);
  // 20 ms of work and 0.005 × 500 ms.
  expect(figures.meanMs).toBeCloseTo(22.5, 6);
  expect(figures.p99Ms).toBeGreaterThan(100);
  // 1 000 a second × 22.5 ms on 1 000 instances.
  expect(figures.utilization).toBeCloseTo(0.0225, 9);
});

test('a phone is further away than a browser', () => {
  const rttFrom = (kind: string) =>
    resolve(sketch({ user: kind, api: 'service' }, 'user -> api')).edges[0]?.rttMs;
  expect([rttFrom('web-app'), rttFrom('mobile-app')]).toEqual([20, 75]);
});

test('DynamoDB takes 3 000 reads and 1 000 writes a second a partition, a write about 5 ms', () => {
  const { readMs, writeMs, concurrency, delayMs } = configOf('key-value-store', 'DynamoDB');
  expect([(concurrency / readMs) * 1000, (concurrency / writeMs) * 1000]).toEqual([3000, 1000]);
  expect([readMs + delayMs, writeMs + delayMs]).toEqual([3, 5]);
});
