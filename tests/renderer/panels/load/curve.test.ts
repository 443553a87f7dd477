import { describe, expect, test } from 'vitest';
import {
  cursorMovedBy,
  curveOf,
  highestRps,
  latencyRange,
  loadLines,
  targetLines,
} from '../../../../renderer/panels/drawer/load/curve';
import { type Sweep, sweep } from '../../../../shared/analysis/sweep';
import { designOf } from '../../../support/resolved';

/** Two flows; a saturates at 10 times the load of f, b at half of that of g. */
const design = designOf({
  nodes: { u: { behaviour: 'source' }, a: { serviceMs: 1 }, b: { serviceMs: 4 } },
  edges: { 'u -> a': { flows: ['f'] }, 'u -> b': { flows: ['g'] } },
  flows: { f: { entry: 'u', rateRps: 100 }, g: { entry: 'u', rateRps: 500 } },
});
const sweepOf = (flow: string): Sweep => {
  const result = sweep(design, { flow, pointCount: 24, percentiles: false });
  if (!result.ok) throw new Error('errors');
  return result.sweep;
};
const ofF = sweepOf('f');
const curve = () => {
  const of = curveOf(ofF, 'f');
  if (of === null) throw new Error('no curve');
  return of;
};

describe('the curve of a flow', () => {
  test('goes to beyond its own limit, whatever saturates on the way of others', () => {
    // 100 a second × 1 ms = 0.1; 500 × 4 ms = 2.
    expect(curve()).toMatchObject({ baseRps: 100 });
    expect(curve().saturationLoad).toBeCloseTo(10, 9);
    expect(curve().plannedLoad).toBeCloseTo(7, 9);
    // One server has its knee at half of its capacity.
    expect(curve().kneeLoad).toBeCloseTo(5, 0);
    expect(sweepOf('g').saturationLoad).toBeCloseTo(0.5, 9);
    expect(curveOf(ofF, 'none')).toBeNull();
  });

  test('has its lines in the order of their loads', () => {
    expect(loadLines(curve(), 6).map(({ kind }) => kind)).toEqual(['knee', 'shown', 'planned', 'saturation']);
    expect(loadLines({ ...curve(), kneeLoad: null }, 6)).toHaveLength(3);
    expect(highestRps(curve(), 1)).toBeCloseTo(1200, 6);
    expect(highestRps(curve(), 20)).toBeCloseTo(2100, 6);
  });

  test('an even scale ends where a target and low load can still be distinguished, a logarithmic one shows all', () => {
    const targets = targetLines([
      { metric: 'availability', target: 0.99, actual: 1, met: true },
      { metric: 'meanMs', target: 20, actual: 1, met: true },
    ]);
    expect(targets).toEqual([{ metric: 'meanMs', ms: 20 }]);
    expect(latencyRange(curve(), targets, false)).toEqual([0, 32]);
    // At 0.995 of saturation: 1 ÷ 0.005 = 200 ms; at 0.05 of it 1 ÷ 0.95.
    const [least, most] = latencyRange(curve(), targets, true);
    expect(most).toBeCloseTo(250, 3);
    expect(least).toBeCloseTo(1 / 0.95 / 1.25, 3);
    expect(latencyRange(curve(), [], false)[1]).toBeCloseTo(3 / 0.95, 3);
  });
});

describe('the keys of the chart', () => {
  test('move the cursor along the curve and stop at its ends', () => {
    expect(cursorMovedBy('ArrowRight', null, 10)).toBe(0);
    expect(cursorMovedBy('ArrowLeft', null, 10)).toBe(9);
    expect(cursorMovedBy('ArrowRight', 3, 10)).toBe(4);
    expect(cursorMovedBy('ArrowRight', 9, 10)).toBe(9);
    expect(cursorMovedBy('PageDown', 3, 10)).toBe(0);
    expect(cursorMovedBy('End', 3, 10)).toBe(9);
  });

  test('Escape takes it away once, and other keys are left alone', () => {
    expect(cursorMovedBy('Escape', 3, 10)).toBeNull();
    expect(cursorMovedBy('Escape', null, 10)).toBeUndefined();
    expect(cursorMovedBy('Tab', 3, 10)).toBeUndefined();
    expect(cursorMovedBy('Home', 3, 0)).toBeUndefined();
  });
});
