import { describe, expect, test } from 'vitest';
import { pickedFigure } from '../../../../renderer/panels/drawer/load/picked-figure';

// A pixel is 1 rps and 1 ms, times upwards from 300.
const places = { x: (rps: number) => rps, y: (ms: number) => 300 - ms };
const pointAt = (load: number) => ({
  load,
  rateRps: 100 * load,
  servedShare: 1,
  meanMs: 20 * load,
  p50Ms: 40 * load,
  p99Ms: 100 * load,
});
const curve = {
  points: [pointAt(0.5), pointAt(1), pointAt(2)],
  baseRps: 100,
  kneeLoad: 1.4,
  plannedLoad: null,
  saturationLoad: 3,
};
const content = {
  baseRps: 100,
  lines: [
    { kind: 'knee', load: 1.4 },
    { kind: 'saturation', load: 3 },
  ],
  targets: [{ metric: 'p99Ms', ms: 150 }],
} as const;
const pick = (x: number, y: number) => pickedFigure(curve, content, places, { x, y });

describe('a press in the chart of latency by throughput', () => {
  test('on a vertical line means what it stands for', () => {
    expect(pick(143, 232)).toEqual({ metric: 'kneeLoad', load: null });
    expect(pick(297, 20)).toEqual({ metric: 'saturationLoad', load: null });
  });

  test('on the line of a target means the target', () => {
    expect(pick(60, 300 - 148)).toEqual({ metric: 'targets.p99Ms', load: null });
  });

  test('on a curve means the nearest curve at the nearest load', () => {
    expect(pick(104, 200)).toEqual({ metric: 'p99Ms', load: 1 });
    expect(pick(190, 300 - 45)).toEqual({ metric: 'meanMs', load: 2 });
  });

  test('where no latency is finite means p99, which says why', () => {
    const full = { ...pointAt(4), meanMs: null, p50Ms: null, p99Ms: null };
    expect(pickedFigure({ ...curve, points: [full] }, content, places, { x: 380, y: 100 })).toEqual({
      metric: 'p99Ms',
      load: 4,
    });
  });
});
