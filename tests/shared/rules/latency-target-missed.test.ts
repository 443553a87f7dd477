import { describe, expect, test } from 'vitest';
import type { LayerFigures, TargetFigures } from '../../../shared/analysis/analysis';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { messageOf, partNames } from '../../../shared/rules/finding-text';
import { latencyTargetMissed } from '../../../shared/rules/latency/latency-target-missed';
import type { RuleContext } from '../../../shared/rules/rule';
import { sketch } from '../../../shared/rules/sketch';
import { contextWith } from './figures';

const drawn = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db');
const missed = (metric: string, target: number, actual: number | null): TargetFigures => ({
  metric,
  target,
  actual,
  met: false,
});
const textsOf = (context: RuleContext) =>
  evaluateRules(context, [latencyTargetMissed]).findings.map(
    (finding) => `${finding.target}: ${messageOf(finding, partNames(context.design))}`,
  );

describe('a missed target of a flow', () => {
  test('names the node that takes most of the mean', () => {
    const budget = [
      { node: 'api', meanMs: 10 },
      { node: 'db', meanMs: 60 },
      { edge: 'user-api', meanMs: 20 },
    ];
    const flows = { reads: { targets: [missed('p99Ms', 100, 182)], budget } };
    expect(textsOf(contextWith(drawn, { flows }))).toEqual([
      'reads: p99 of Reads is 182 ms; its target is 100 ms; most of the mean is SQL database with 60 ms.',
    ]);
  });

  test('names the way where the network takes most of the mean', () => {
    const budget = [
      { node: 'api', meanMs: 10 },
      { edge: 'user-api', meanMs: 150 },
    ];
    const flows = { reads: { targets: [missed('meanMs', 100, 160)], budget } };
    expect(textsOf(contextWith(drawn, { flows }))).toEqual([
      'reads: Mean of Reads is 160 ms; its target is 100 ms; most of the mean is the way from Client to Service with 150 ms.',
    ]);
  });

  test('of its completion says what is meant, and not what the answer takes', () => {
    const flows = {
      reads: {
        targets: [missed('p99Ms', 100, 110), missed('completionP99Ms', 5000, 7200)],
        budget: [{ node: 'api', meanMs: 10 }],
      },
    };
    expect(textsOf(contextWith(drawn, { flows }))).toEqual([
      'reads: p99 completion of Reads is 7.2 s, until all that a request sets off is done; its target is 5 s.',
    ]);
  });

  test('is reported by the metric that is missed by most', () => {
    const targets = [missed('p50Ms', 10, 15), missed('p99Ms', 100, 300), missed('p999Ms', 200, 500)];
    const [text] = textsOf(contextWith(drawn, { flows: { reads: { targets } } }));
    expect(text).toBe('reads: p99 of Reads is 300 ms; its target is 100 ms.');
  });

  test('of availability is not of this rule', () => {
    const flows = { reads: { targets: [missed('availability', 0.999, 0.99)] } };
    expect(textsOf(contextWith(drawn, { flows }))).toEqual([]);
  });
});

test('a node and a layer have targets of their own', () => {
  const layer: LayerFigures = {
    id: 'service',
    offeredRps: 1000,
    capacityRps: 6400,
    headroom: 6.4,
    utilization: 0.15,
    busiest: 'api',
    availability: null,
    servers: null,
    monthlyCostUsd: null,
    storageBytes: null,
    flows: { reads: { meanMs: 10, p99Ms: 46 } },
    targets: [missed('p99Ms', 30, 46)],
  };
  const nodes = { api: { targets: [missed('withCallsP99Ms', 20, 46)] } };
  expect(textsOf(contextWith(drawn, { nodes, layers: [layer] }))).toEqual([
    '*: p99 of the service layer is 46 ms for Reads; its target is 30 ms.',
    'api: p99 with calls of Service is 46 ms; its target is 20 ms.',
  ]);
});

describe('a latency that does not exist', () => {
  const overloaded = {
    flows: { reads: { saturated: true, meanMs: null, p99Ms: null, targets: [missed('p99Ms', 100, null)] } },
    nodes: { db: { saturated: true, offeredRps: 3000, capacityRps: 2000, visits: { reads: 1 } } },
  };

  test('is waited for, and the saturated node is the finding', () => {
    expect(textsOf(contextWith(drawn, overloaded))).toEqual([]);
  });

  test('is a missed target where the saturated node has been dismiss', () => {
    const aside = {
      ...drawn,
      system: { ...drawn.system, suppressions: [{ rule: 'saturated', target: 'db', reason: 'batch' }] },
    };
    expect(textsOf(contextWith(aside, overloaded))).toEqual([
      'reads: p99 of Reads is unbounded while SQL database is saturated; its target is 100 ms.',
    ]);
  });

  test('is not missed yet while only the means are known', () => {
    const flows = { reads: { p99Ms: null, targets: [missed('p99Ms', 100, null)] } };
    expect(textsOf(contextWith(drawn, { flows }))).toEqual([]);
  });
});
