import { describe, expect, test } from 'vitest';
import type { Analysis, FlowFigures } from '../../../shared/analysis/analysis';
import {
  availabilityStatus,
  costStatus,
  loadStatus,
  recoveryStatus,
} from '../../../shared/diagram/status-line';
import { blankFlowFigures, blankNodeFigures } from '../../support/blank-figures';
import { drawnAnalysis } from '../../support/drawn-tinyurl';

const flow = (id: string, more: Partial<FlowFigures>): FlowFigures => ({
  ...blankFlowFigures(id, 100),
  ...more,
});

const available = (id: string, actual: number, target: number | null, met = true): FlowFigures =>
  flow(id, {
    availability: actual,
    targets: target === null ? [] : [{ metric: 'availability', target, actual, met }],
  });

const withTotals = (totals: Partial<Analysis['totals']>): Analysis => ({
  ...drawnAnalysis,
  totals: { ...drawnAnalysis.totals, ...totals },
});

const cost = {
  serversUsd: 100,
  storageUsd: 0,
  requestsUsd: 0,
  egressUsd: 0,
  networkUsd: 0,
  unpriced: false,
};

describe('the status of the load', () => {
  test('is what all flows offer, and the share of it that is served', () => {
    // 300 of 400 rps.
    const flows = [flow('a', { goodputRps: 50 }), flow('b', { rateRps: 300, goodputRps: 250 })];
    expect(loadStatus(flows)).toEqual({ offeredRps: 400, servedShare: 0.75 });
  });

  test('without flows is none; without requests nothing is lost', () => {
    expect(loadStatus([])).toBeNull();
    expect(loadStatus([flow('a', { rateRps: 0, goodputRps: 0 })])).toEqual({ offeredRps: 0, servedShare: 1 });
  });
});

describe('the status of availability', () => {
  test('is of the flow that uses most of what its target allows, not of the least available', () => {
    // 0.005 of 0.01 is half; 0.0008 of 0.001 is 80 %.
    const flows = [available('loose', 0.995, 0.99), available('tight', 0.9992, 0.999)];
    expect(availabilityStatus(flows)).toEqual({ flow: 'tight', actual: 0.9992, target: 0.999, met: true });
  });

  test('is of the flow that loses requests before any that only comes close', () => {
    const flows = [available('lossy', 0.9999, 0.99, false), available('close', 0.9901, 0.99)];
    expect(availabilityStatus(flows)).toMatchObject({ flow: 'lossy', met: false });
  });

  test('without targets is of the least available flow, without a verdict', () => {
    const flows = [available('a', 0.999, null), available('b', 0.99, null), flow('unknown', {})];
    expect(availabilityStatus(flows)).toEqual({ flow: 'b', actual: 0.99, target: null, met: null });
  });

  test('is none where no availability is known', () => {
    expect(availabilityStatus([flow('a', {})])).toBeNull();
  });
});

describe('the status of cost', () => {
  test('has the budget where one is set', () => {
    const targets = [{ metric: 'monthlyCostUsd', target: 80, actual: 100, met: false }];
    expect(costStatus(withTotals({ cost, monthlyCostUsd: 100, targets }))).toEqual({
      usd: 100,
      unpriced: false,
      target: 80,
      met: false,
    });
    expect(costStatus(withTotals({ cost, monthlyCostUsd: 100 }))).toMatchObject({ target: null, met: null });
  });

  test('is none where nothing costs anything, but not where a price is missing', () => {
    const free = { ...cost, serversUsd: 0 };
    expect(costStatus(drawnAnalysis)).toBeNull();
    expect(costStatus(withTotals({ cost: free, monthlyCostUsd: 0 }))).toBeNull();
    const unpriced = withTotals({ cost: { ...free, unpriced: true }, monthlyCostUsd: 0 });
    expect(costStatus(unpriced)).toMatchObject({ usd: 0, unpriced: true });
  });
});

describe('the status of recovery', () => {
  test('has only what has a target, and names a component with that figure', () => {
    const analysis: Analysis = {
      ...withTotals({ targets: [{ metric: 'rpoSeconds', target: 60, actual: 300, met: false }] }),
      nodes: [
        { ...blankNodeFigures('cache'), rpoSeconds: null },
        { ...blankNodeFigures('store'), rpoSeconds: 300 },
      ],
    };
    expect(recoveryStatus(analysis)).toEqual([
      { metric: 'rpoSeconds', actual: 300, target: 60, met: false, node: 'store' },
    ]);
    expect(recoveryStatus(drawnAnalysis)).toEqual([]);
  });

  test('that is not known is of no component', () => {
    const targets = [{ metric: 'rtoSeconds', target: 60, actual: null, met: false }];
    expect(recoveryStatus(withTotals({ targets }))).toMatchObject([{ actual: null, node: null }]);
  });
});
