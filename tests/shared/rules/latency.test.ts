import { describe, expect, test } from 'vitest';
import type { Design } from '../../../shared/model/schema';
import { saturated } from '../../../shared/rules/capacity/saturated';
import { writeBottleneck } from '../../../shared/rules/capacity/write-bottleneck';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { messageOf, partNames } from '../../../shared/rules/finding-text';
import { crossRegionCall } from '../../../shared/rules/latency/cross-region-call';
import { deferrableWork } from '../../../shared/rules/latency/deferrable-work';
import { latencyBudgetMismatch } from '../../../shared/rules/latency/latency-budget-mismatch';
import { latencyTargetMissed } from '../../../shared/rules/latency/latency-target-missed';
import { noCdn } from '../../../shared/rules/latency/no-cdn';
import { repeatedCalls } from '../../../shared/rules/latency/repeated-calls';
import { tailAtScale } from '../../../shared/rules/latency/tail-at-scale';
import { timeoutTooLong } from '../../../shared/rules/latency/timeout-too-long';
import { timeoutTooShortForCallee } from '../../../shared/rules/latency/timeout-too-short-for-callee';
import type { Finding, Rule, RuleContext } from '../../../shared/rules/rule';
import { sketch } from '../../../shared/rules/sketch';
import { contextOf } from './assess';
import { contextWith } from './figures';

const findingsIn = (context: RuleContext, ...rules: readonly Rule[]): readonly Finding[] =>
  evaluateRules(context, rules).findings;
const textsOf = (design: Design, rule: Rule): readonly string[] => {
  const context = contextOf(design);
  return findingsIn(context, rule).map((finding) => messageOf(finding, partNames(context.design)));
};

const kinds = { user: 'client', api: 'service', db: 'sql-database' } as const;

test('a far call is felt from 30 ms of each request on', () => {
  const drawn = (calls: number) =>
    sketch(kinds, 'user -> api -> db', {
      flows: { reads: { rps: 100 } },
      edges: { 'api -> db': { network: 'cross-region', calls } },
    });
  // 0.42 × 70 = 29.4 ms, 0.43 × 70 = 30.1 ms.
  expect(textsOf(drawn(0.42), crossRegionCall)).toEqual([]);
  expect(textsOf(drawn(0.43), crossRegionCall)).toEqual([
    'A request of Reads spends 30.1 ms on the way from Service to SQL database in another region; 30 ms is the most that is not felt.',
  ]);
});

describe('calls of one store', () => {
  test('are repeated from more than three on, over all edges that one flow takes in turn', () => {
    const drawn = (...calls: readonly number[]) => {
      const design = sketch(kinds, 'user -> api', { flows: { reads: { rps: 100 } } });
      const more = calls.map((count, i) => ({ id: `call-${i}`, from: 'api', to: 'db', calls: count }));
      return { ...design, system: { ...design.system, edges: [...(design.system.edges ?? []), ...more] } };
    };
    expect(textsOf(drawn(3), repeatedCalls)).toEqual([]);
    expect(textsOf(drawn(2, 1), repeatedCalls)).toEqual([]);
    expect(textsOf(drawn(2, 1.5), repeatedCalls)).toEqual([
      'Service calls SQL database 3.5 times in sequence while a user waits; more than 3 is unusual.',
    ]);
  });

  test('of different flows are not made by one request', () => {
    const design = sketch(kinds, 'user -> api', {
      flows: { reads: { rps: 100 }, writes: { kind: 'write', rps: 10 } },
    });
    const edges = [
      ...(design.system.edges ?? []),
      { id: 'reading', from: 'api', to: 'db', calls: 2, flows: 'read' as const },
      { id: 'writing', from: 'api', to: 'db', calls: 2, flows: 'write' as const },
    ];
    expect(textsOf({ ...design, system: { ...design.system, edges } }, repeatedCalls)).toEqual([]);
  });
});

describe('a timeout', () => {
  const context = (timeoutMs: number, rps: number) => {
    const design = sketch(kinds, 'user -> api -> db', {
      config: { api: { replicas: 2, concurrency: 32 } },
      edges: { 'api -> db': { timeoutMs, rttMs: 1 } },
    });
    const given = contextWith(design, { nodes: { db: { withCallsP99Ms: 199 } } });
    const figures = { rps, bytesPerSecond: 0, rttMs: 1, timeoutShare: null };
    const edges = design.system.edges?.map(({ id }) => ({ id, ...figures })) ?? [];
    return given.analysis === null ? given : { ...given, analysis: { ...given.analysis, edges } };
  };

  test('is too long from ten times the p99 on, where the calls that wait take every place', () => {
    // 10 × (199 + 1) = 2 000 ms; 32 rps × 2.001 s = 64.03 of 64.
    expect(findingsIn(context(2000, 1000), timeoutTooLong)).toEqual([]);
    expect(findingsIn(context(2001, 32), timeoutTooLong)).toHaveLength(1);
    expect(findingsIn(context(2001, 31), timeoutTooLong)).toEqual([]);
  });

  test('is too short below the p99 with the way', () => {
    expect(findingsIn(context(200, 1), timeoutTooShortForCallee)).toEqual([]);
    expect(findingsIn(context(199, 1), timeoutTooShortForCallee).map(({ target }) => target)).toEqual([
      'api-db',
    ]);
  });

  test('is too short below all attempts of the callee', () => {
    const drawn = (timeoutMs: number) =>
      sketch(kinds, 'user -> api -> db', {
        flows: { reads: { rps: 10 } },
        edges: { 'user -> api': { timeoutMs }, 'api -> db': { timeoutMs: 500, retries: 2 } },
      });
    expect(textsOf(drawn(1500), timeoutTooShortForCallee)).toEqual([]);
    expect(textsOf(drawn(1499), timeoutTooShortForCallee)).toEqual([
      'Client gives Service 1\u202f499 ms, but Service itself waits up to 1\u202f500 ms for SQL database: it works on after Client has left.',
    ]);
  });
});

describe('budgets', () => {
  const drawn = (serviceMs: number, dataMs: number) =>
    sketch(kinds, 'user -> api -> db', {
      flows: { reads: { rps: 100, targets: { meanMs: 100 } } },
      config: { api: { serviceMs: 10, delayMs: 0, concurrency: 32, cv: 1 }, db: { readMs: 2 } },
      system: { targets: { layers: { service: { meanMs: serviceMs }, data: { meanMs: dataMs } } } },
    });

  test('may add up to the target with the network', () => {
    // 20 + 0.5 ms of network.
    expect(textsOf(drawn(50, 29.5), latencyBudgetMismatch)).toEqual([]);
    expect(textsOf(drawn(50, 30.5), latencyBudgetMismatch)).toEqual([
      'The layers of Reads may take 101 ms on average, 21 ms of network among it; its target is 100 ms.',
    ]);
  });

  test('are lowered in proportion to their slack', () => {
    // Over by 20.5 ms; slacks of 50 − 10 and 50 − 2 ms, rounded down to a hundredth.
    const [finding] = findingsIn(contextOf(drawn(50, 50)), latencyBudgetMismatch);
    const share = 20.5 / 88;
    const layers = {
      service: { meanMs: Math.floor((50 - share * 40) * 100) / 100 },
      data: { meanMs: Math.floor((50 - share * 48) * 100) / 100 },
    };
    expect(finding?.quickFix?.changes).toEqual([{ op: 'patch-targets', patch: { layers } }]);
  });

  test('that leave no slack are not lowered', () => {
    expect(findingsIn(contextOf(drawn(9, 100)), latencyBudgetMismatch)[0]?.quickFix).toBeUndefined();
  });
});

describe('work that can wait', () => {
  const drawn = (serviceMs: number, flow: object) =>
    sketch({ user: 'client', api: 'service', mail: 'service' }, 'user -> api -> mail', {
      flows: { orders: { kind: 'write', rps: 10, ...flow } },
      config: { mail: { replicas: 2, concurrency: 32, serviceMs, delayMs: 0, cv: 1 } },
    });

  test('is felt from a tenth of a second on where it is known that it can', () => {
    expect(textsOf(drawn(99, { deferrable: true }), deferrableWork)).toEqual([]);
    expect(textsOf(drawn(100, { deferrable: true }), deferrableWork)).toHaveLength(1);
  });

  test('is asked about from half a second on where it is not known, and only of writes', () => {
    expect(textsOf(drawn(499, {}), deferrableWork)).toEqual([]);
    expect(textsOf(drawn(500, {}), deferrableWork)).toEqual([
      'Does the caller of Orders have to wait for Mail? It takes 500 ms of each request; from 500 ms on a queue pays off.',
    ]);
    expect(textsOf(drawn(500, { kind: 'read' }), deferrableWork)).toEqual([]);
  });
});

test('a CDN is offered for the one flow that it answers, and not where its hop could miss a target', () => {
  const drawn = (targets: object) =>
    sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
      flows: { pages: { rps: 100, cacheable: true, targets }, inbox: { rps: 10 } },
      system: { workload: { audience: 'global' } },
    });
  const fixOf = (design: Design) => findingsIn(contextOf(design), noCdn)[0]?.quickFix;
  expect(fixOf(drawn({}))?.changes).toContainEqual({
    op: 'patch-edge',
    id: 'user-lb',
    patch: { flows: ['inbox'] },
  });
  expect(fixOf(drawn({ p99Ms: 300 }))).toBeUndefined();
  expect(findingsIn(contextOf(drawn({ p99Ms: 300 })), noCdn)).toHaveLength(1);
});

test('six parallel calls are a tail, five are not', () => {
  const drawn = (count: number) => {
    const parts = Array.from({ length: count }, (_, i) => `part${i}`);
    const services: Readonly<Record<string, string>> = Object.fromEntries(parts.map((id) => [id, 'service']));
    return sketch(
      { user: 'client', api: 'service', ...services } as Readonly<Record<string, string>>,
      ['user -> api', ...parts.map((id) => `api -> ${id}`)].join(', '),
      {
        flows: { reads: { rps: 100 } },
        edges: Object.fromEntries(parts.map((id) => [`api -> ${id}`, { step: 1 }])),
      },
    );
  };
  expect(textsOf(drawn(5), tailAtScale)).toEqual([]);
  // 1 − 0.99⁶ = 5.9 %.
  expect(textsOf(drawn(6), tailAtScale)).toEqual([
    'Api waits for the slowest of 6 parallel calls: 5.9 % of requests meet one that is over its p99; from 5 % on it is noticeable.',
  ]);
});

test('an endless latency is reported only once the finding that takes the place of saturation is dismiss', () => {
  const drawn = (rules: readonly string[]) =>
    sketch(kinds, 'user -> api -> db', {
      flows: { writes: { kind: 'write', rps: 3000, targets: { p99Ms: 100 } } },
      config: { db: { writeMs: 5, concurrency: 4, shards: 1 } },
      system: { suppressions: rules.map((rule) => ({ rule, target: 'db', reason: 'batch' })) },
    });
  const ids = (rules: readonly string[]) =>
    findingsIn(contextOf(drawn(rules)), saturated, writeBottleneck, latencyTargetMissed).map(
      ({ rule }) => rule,
    );
  expect(ids([])).toEqual(['write-bottleneck']);
  expect(ids(['write-bottleneck'])).toEqual(['latency-target-missed']);
});
