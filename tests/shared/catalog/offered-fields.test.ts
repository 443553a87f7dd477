import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { kinds } from '../../../shared/catalog/index';
import type { Kind } from '../../../shared/catalog/kind';
import { resolve } from '../../../shared/catalog/resolve';
import type { Config, ConfigField } from '../../../shared/model/config';
import { parseDesign } from '../../../shared/model/parse';
import type { Design } from '../../../shared/model/schema';

const offering = (field: ConfigField): readonly Kind[] =>
  kinds.filter(({ main, more }) => main.includes(field) || more.includes(field));

/** A client, the component, and a service that consumes from it; several servers, shards and partitions of all. */
function inUse(kind: Kind, config: Config): Design {
  const many: Config = {
    replicas: 4,
    shards: 4,
    partitions: 4,
    ordered: true,
    algorithm: 'ip-hash',
    ...config,
  };
  return {
    format: 'loadline',
    version: 1,
    id: 'd',
    name: 'D',
    system: {
      flows: [{ id: 'f', kind: 'read', entry: 'user', rate: { rps: 100 }, ordered: true }],
      nodes: [
        { id: 'user', kind: 'client' },
        { id: 'part', kind: kind.id, config: many },
        { id: 'behind', kind: 'service', config: { replicas: 4 } },
      ],
      edges: [
        { id: 'in', from: 'user', to: 'part', flows: 'all' },
        ...(kind.behaviour === 'store' || kind.behaviour === 'aside-cache'
          ? []
          : [{ id: 'out', from: 'part', to: 'behind' }]),
      ],
    },
  };
}

function figuresOf(design: Design) {
  const result = analyze(resolve(design), { percentiles: false });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.analysis.nodes.map(({ utilization, placesUtilization, capacityRps }) => [
    utilization,
    placesUtilization,
    capacityRps,
  ]);
}

describe('a field is offered where something reads it', () => {
  test.each(offering('hotShare').map((kind) => [kind.id, kind] as const))(
    'a hot share of %s changes how busy it, or what reads from it, is',
    (_, kind) => {
      expect(figuresOf(inUse(kind, { hotShare: 0.9 }))).not.toEqual(figuresOf(inUse(kind, { hotShare: 0 })));
    },
  );

  test('failover is of what picks among others, or can be set up to', () => {
    const others = offering('failover').filter(({ behaviour }) => behaviour !== 'distributor');
    expect(others.map(({ id }) => id)).toEqual(['custom']);
    expect(others.every(({ main, more }) => [...main, ...more].includes('behaviour'))).toBe(true);
  });

  test('a lifetime of entries is of caches', () => {
    const others = offering('ttlSeconds').filter(({ behaviour }) => !behaviour.endsWith('-cache'));
    expect(others.map(({ id }) => id)).toEqual([]);
  });

  test('a value of a field that is no longer offered there stays in its file', () => {
    const config: Config = {
      observed: ['metrics'],
      maxConnections: 100,
      evictionPolicy: 'LRU',
      residency: 'EU',
    };
    const balancer = kinds.find(({ id }) => id === 'load-balancer');
    const offered: readonly string[] = [...(balancer?.main ?? []), ...(balancer?.more ?? [])];
    expect(Object.keys(config).filter((field) => offered.includes(field))).toEqual([]);
    const design = {
      format: 'loadline',
      version: 1,
      id: 'd',
      name: 'D',
      system: { nodes: [{ id: 'lb', kind: 'load-balancer', config }] },
    };
    const read = parseDesign(design);
    expect(read.ok && read.value.system.nodes?.[0]?.config).toEqual(config);
  });
});
