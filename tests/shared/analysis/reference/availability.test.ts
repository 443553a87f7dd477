import { describe, expect, test } from 'vitest';
import type { ResolvedDesign, ResolvedGroup } from '../../../../shared/catalog/resolved';
import { availabilityOf } from '../../../support/reference/availability';
import { nodeOf } from '../../../support/reference/calls';
import { neededOfShard } from '../../../support/reference/servers-needed';
import { trafficOf } from '../../../support/reference/traffic';
import { designOf, type EdgeSketch, type NodeSketch } from '../../../support/resolved';

function availability(design: ResolvedDesign): number {
  const [flow] = design.flows;
  if (flow === undefined) throw new Error('no flow');
  return availabilityOf(design, trafficOf(design), new Map()).ofFlow(flow);
}

const part = (instanceAvailability: number, more: NodeSketch = {}): NodeSketch => ({
  ...more,
  config: { instanceAvailability, multiZone: true, ...more.config },
});

const oneFlow = { f: { entry: 'u', rateRps: 1 } };
const region = (id: string): ResolvedGroup => ({
  id,
  kind: 'region',
  name: id,
  parent: null,
  availability: 1,
  jurisdiction: null,
});

describe('composite availability', () => {
  test('parts in series: three of 0.999, one of 0.9995, three of 0.9999 and one of 0.99995 are 0.99615577', () => {
    // 0.999³ · 0.9995 · 0.9999³ · 0.99995, the composite of a scalable web application on Azure
    const chances = [0.9995, 0.999, 0.999, 0.999, 0.9999, 0.9999, 0.9999, 0.99995];
    const nodes: Record<string, NodeSketch> = { u: { behaviour: 'source' } };
    const edges: Record<string, EdgeSketch> = { 'u -> p0': {} };
    chances.forEach((chance, i) => {
      nodes[`p${i}`] = part(chance);
      if (i > 0) edges[`p0 -> p${i}`] = {};
    });
    expect(availability(designOf({ nodes, edges, flows: oneFlow }))).toBeCloseTo(0.99615577, 8);
  });

  /** Front door and identity provider shared, in each region a web application and all that it needs. */
  const twoRegions = (healthChecks?: 'self' | 'dependencies') =>
    designOf({
      nodes: {
        u: { behaviour: 'source' },
        door: part(0.9999, {
          behaviour: 'distributor',
          config: {
            algorithm: 'geo',
            other: healthChecks === undefined ? {} : { healthChecks },
          },
        }),
        identity: part(0.9999),
        web1: part(0.9995, { region: 'r1' }),
        web2: part(0.9995, { region: 'r2' }),
        parts1: part(0.99615577, { region: 'r1' }),
        parts2: part(0.99615577, { region: 'r2' }),
      },
      edges: {
        'u -> door': {},
        'u -> identity': {},
        'door -> web1': {},
        'door -> web2': {},
        'web1 -> parts1': {},
        'web2 -> parts2': {},
      },
      groups: [region('r1'), region('r2')],
      flows: oneFlow,
    });

  test('two regions behind one front door and one identity provider are 0.99978116 with deep health checks', () => {
    // R = 0.9995 · 0.99615577 = 0.99565769; 0.9999² · (1 − (1 − R)²)
    expect(availability(twoRegions('dependencies'))).toBeCloseTo(0.99978116, 8);
    // Choices in different regions: deep is what holds where the design does not say.
    expect(availability(twoRegions())).toBeCloseTo(0.99978116, 8);
  });

  test('with shallow ones a region whose parts are down goes on getting its share', () => {
    // Both webs up: its parts must be up, whichever is picked; one up: that one's. 0.9999² · (1 − (1 − w)²) · p
    const shallow = 0.9999 ** 2 * (1 - 0.0005 ** 2) * 0.99615577;
    expect(availability(twoRegions('self'))).toBeCloseTo(shallow, 10);
  });

  test('a database or, while it is down, a queue: 1 − 0.0001 · 0.001 of the web application', () => {
    const design = designOf({
      nodes: {
        u: { behaviour: 'source' },
        web: part(0.9995),
        db: part(0.9999, { behaviour: 'store' }),
        queue: part(0.999, { behaviour: 'buffer' }),
      },
      edges: { 'u -> web': {}, 'web -> db': {}, 'web -> queue': { fallbackOf: 'e1' } },
      flows: oneFlow,
    });
    expect(availability(design)).toBeCloseTo(0.9995 * (1 - 0.0001 * 0.001), 12);
    // No load of its own: it is tried only when the call fails.
    expect(trafficOf(design).offeredRps('queue')).toBe(0);
    // The fallback fails with the zone that it shares with what it stands in for.
    const together = designOf({
      nodes: {
        u: { behaviour: 'source' },
        db: part(0.5, { behaviour: 'store', zone: 'z' }),
        copy: part(0.5, { behaviour: 'store', zone: 'z' }),
        web: part(1),
      },
      edges: { 'u -> web': {}, 'web -> db': {}, 'web -> copy': { fallbackOf: 'e1' } },
      groups: [{ ...region('z'), kind: 'zone', availability: 0.9 }],
      flows: oneFlow,
    });
    // 0.9 · (1 − 0.5²)
    expect(availability(together)).toBeCloseTo(0.675, 12);
  });
});

describe('what is there in some states of the components only', () => {
  test('a store behind a cache that always hits is called while the cache is down', () => {
    const design = designOf({
      nodes: {
        u: { behaviour: 'source' },
        cache: part(0.7, { behaviour: 'aside-cache', config: { hitRate: 1 } }),
        db: part(0.7, { behaviour: 'store' }),
      },
      edges: { 'u -> cache': { optional: true }, 'u -> db': { onMissOf: 'cache', step: 2 } },
      flows: oneFlow,
    });
    // 0.7 + 0.3 · 0.7
    expect(availability(design)).toBeCloseTo(0.91, 12);
    expect(trafficOf(design).offeredRps('db')).toBe(0);
  });

  test('a service that falls back on itself goes on without an end while its store is down', () => {
    const design = designOf({
      nodes: { u: { behaviour: 'source' }, web: part(1), db: part(0.9, { behaviour: 'store' }) },
      edges: { 'u -> web': {}, 'web -> db': {}, 'web -> web': { fallbackOf: 'e1' } },
      flows: oneFlow,
    });
    expect(availability(design)).toBeCloseTo(0.9, 12);
  });
});

describe('replicas that are needed', () => {
  const pool = (config: NonNullable<NodeSketch['config']>, rateRps: number, serviceMs = 10) =>
    designOf({
      nodes: {
        u: { behaviour: 'source' },
        p: { serviceMs, config: { instanceAvailability: 0.9, multiZone: true, ...config } },
      },
      edges: { 'u -> p': {} },
      flows: { f: { entry: 'u', rateRps } },
    });

  test('a pool counts as down when it saturates, not when its planned limit is passed', () => {
    // 2 servers of 10 ms, 150 a second: 1.5 erlangs need both: 0.9². 90 a second need one: 1 − 0.1².
    expect(availability(pool({ replicas: 2 }, 150))).toBeCloseTo(0.81, 12);
    expect(availability(pool({ replicas: 2 }, 90))).toBeCloseTo(0.99, 12);
  });

  test('of three servers one is on standby: two work, and two of all three are needed', () => {
    // 150 a second: 1.5 erlangs; 2 of 3: 0.9³ + 3 · 0.9² · 0.1 = 0.972
    const design = pool({ replicas: 3, standby: 1 }, 150);
    expect(availability(design)).toBeCloseTo(0.972, 12);
    expect(trafficOf(design).station('p')?.utilization).toBeCloseTo(0.75, 12);
  });

  test('a synchronous pair goes on with one copy, unless it refuses', () => {
    const store = (onReplicaLoss?: 'continue' | 'refuse') => {
      const design = designOf({
        nodes: {
          u: { behaviour: 'source' },
          s: {
            behaviour: 'store',
            config: {
              replication: 'sync',
              replicasPerShard: 2,
              instanceAvailability: 0.9,
              multiZone: true,
              other: onReplicaLoss === undefined ? {} : { onReplicaLoss },
            },
          },
        },
        edges: { 'u -> s': {} },
        flows: { f: { entry: 'u', kind: 'write', rateRps: 1 } },
      });
      return availability(design);
    };
    expect(store()).toBeCloseTo(0.99, 12);
    expect(store('continue')).toBeCloseTo(0.99, 12);
    expect(store('refuse')).toBeCloseTo(0.81, 12);
  });

  test('reads from any replica need those that carry them without saturating', () => {
    // One replica writes 20 · 10 ms = 0.2; reads 120 · 10 ms = 1.2 over j: 0.2 + 1.2 ÷ 2 = 0.8 < 1, 0.2 + 1.2 ≥ 1.
    const design = designOf({
      nodes: {
        u: { behaviour: 'source' },
        s: {
          behaviour: 'store',
          serviceMs: 10,
          config: { replicasPerShard: 3, readFrom: 'any', multiZone: true },
        },
      },
      edges: { 'u -> s': {} },
      flows: {
        r: { entry: 'u', rateRps: 120 },
        w: { entry: 'u', kind: 'write', rateRps: 20 },
      },
    });
    expect(neededOfShard(nodeOf(design, 's'), 'read', trafficOf(design))).toBe(2);
  });
});
