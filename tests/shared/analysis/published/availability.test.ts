import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../shared/analysis/analyze';
import type { ResolvedDesign, ResolvedGroup } from '../../../../shared/catalog/resolved';
import type { HealthCheckDepth } from '../../../../shared/model/vocabulary';
import { designOf, type EdgeSketch, type NodeSketch } from '../../../support/resolved';

/**
 * Azure, Reliable web app pattern for .NET, "Calculating Solution Service Level Agreement", read 2026-12-01:
 * https://github.com/Azure/reliable-web-app-pattern-dotnet/blob/main/assets/sla-calculation.md
 */
const shared = [0.9999, 0.9999];
const services = [0.9995, 0.999, 0.99995, 0.999, 0.9999, 0.999];
/** One before the application and one before each service but it, 0.9999 each. */
const privateLinks = new Array<number>(7).fill(0.9999);

function availabilityOf(design: ResolvedDesign): number | null {
  const result = analyze(design, { percentiles: false });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.analysis.flows[0]?.availability ?? null;
}

const part = (instanceAvailability: number, more: NodeSketch = {}): NodeSketch => ({
  ...more,
  config: { instanceAvailability, multiZone: true, ...more.config },
});
const source: NodeSketch = { behaviour: 'source' };
const flows = { f: { entry: 'u', rateRps: 1 } };
const region = (id: string): ResolvedGroup => ({
  id,
  kind: 'region',
  name: id,
  parent: null,
  availability: 1,
  jurisdiction: null,
});

function inSeries(chances: readonly number[]): ResolvedDesign {
  const nodes: Record<string, NodeSketch> = { u: source };
  const edges: Record<string, EdgeSketch> = {};
  chances.forEach((chance, i) => {
    nodes[`p${i}`] = part(chance);
    edges[`u -> p${i}`] = {};
  });
  return designOf({ nodes, edges, flows });
}

/** A front door and an identity provider for both; in each region a link, the application, and what it needs. */
function twoRegions(healthChecks?: HealthCheckDepth): ResolvedDesign {
  const other = healthChecks === undefined ? {} : { healthChecks };
  const nodes: Record<string, NodeSketch> = {
    u: source,
    door: part(shared[0] ?? 1, { behaviour: 'distributor', config: { other } }),
    identity: part(shared[1] ?? 1),
  };
  const edges: Record<string, EdgeSketch> = { 'u -> door': {}, 'u -> identity': {} };
  for (const r of ['r1', 'r2']) {
    const [web, ...behind] = [...services, ...privateLinks];
    nodes[`web ${r}`] = part(web ?? 1, { region: r });
    edges[`door -> web ${r}`] = {};
    behind.forEach((chance, i) => {
      nodes[`p${i} ${r}`] = part(chance, { region: r });
      edges[`web ${r} -> p${i} ${r}`] = {};
    });
  }
  return designOf({ nodes, edges, groups: [region('r1'), region('r2')], flows });
}

describe('the published composite of a web application on Azure', () => {
  test('of eight services is 99.616 %', () => {
    expect(availabilityOf(inSeries([...shared, ...services]))).toBeCloseTo(0.99615577, 8);
  });

  test('with a private link before seven of them is 99.546 %', () => {
    expect(availabilityOf(inSeries([...shared, ...services, ...privateLinks]))).toBeCloseTo(0.99545867, 8);
  });

  test('in two regions is 99.978 % where health checks cover dependencies, as they do by themselves', () => {
    // The page multiplies the two shared services into each region once more and comes to 99.9779 %; counted once they give
    // R = 0.99545867 ÷ 0.9999², 0.9999² · (1 − (1 − R)²).
    expect(availabilityOf(twoRegions())).toBeCloseTo(0.99978116, 8);
    expect(availabilityOf(twoRegions('dependencies'))).toBeCloseTo(0.99978116, 8);
  });

  test('is not reached by checks of the application alone', () => {
    // Whichever region is picked, what is behind its application has to be up: 0.9999² · (1 − 0.0005²) · R ÷ 0.9995
    const behind = 0.99545866589 / 0.9999 ** 2 / 0.9995;
    expect(availabilityOf(twoRegions('self'))).toBeCloseTo(0.9999 ** 2 * (1 - 0.0005 ** 2) * behind, 8);
  });
});

describe('the published composite of a database with a queue to fall back to', () => {
  test('is 1 − 0.0001 × 0.001 of the web application', () => {
    // Microsoft Learn, "Understand service-level agreements", read 2026-12-01: 99.95 % × (1 − 0.0001 × 0.001)
    // https://learn.microsoft.com/en-us/training/modules/implement-high-availability-for-sap-workloads-azure/13-understand-service-level-agreements
    const design = designOf({
      nodes: {
        u: source,
        web: part(0.9995),
        db: part(0.9999, { behaviour: 'store' }),
        queue: part(0.999, { behaviour: 'buffer' }),
      },
      edges: { 'u -> web': {}, 'web -> db': {}, 'web -> queue': { fallbackOf: 'e1' } },
      flows,
    });
    expect(availabilityOf(design)).toBeCloseTo(0.9995 * (1 - 0.0001 * 0.001), 12);
    const result = analyze(design, { percentiles: false });
    expect(result.ok && result.analysis.nodes.find(({ id }) => id === 'queue')?.offeredRps).toBe(0);
    const direct = designOf({
      nodes: { u: source, web: part(0.9995), db: part(0.9999, { behaviour: 'store' }) },
      edges: { 'u -> web': {}, 'web -> db': {} },
      flows,
    });
    expect(availabilityOf(direct)).toBeCloseTo(0.9995 * 0.9999, 12);
    // No latency either: 1 ms at the application and in the store each, without waits to speak of.
    const slow = { ...design, flows: design.flows.map((flow) => ({ ...flow, rateRps: 1e-9 })) };
    const calm = analyze(slow, { percentiles: false });
    expect(calm.ok && calm.analysis.flows[0]?.meanMs).toBeCloseTo(2, 6);
  });
});
