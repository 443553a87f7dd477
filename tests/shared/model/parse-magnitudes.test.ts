import { describe, expect, test } from 'vitest';
import { designJsonSchema } from '../../../shared/model/json-schema';
import { magnitudes } from '../../../shared/model/limits';
import { parseDesign } from '../../../shared/model/parse';
import { complaints, service, withSystem } from './small-documents';

/** Places of a JSON Schema at which a number may be as large as it likes. */
function unboundedNumbers(schema: object, path = ''): readonly string[] {
  const { type, enum: values, maximum } = schema as { type?: unknown; enum?: unknown; maximum?: unknown };
  const isNumber = (type === 'number' || type === 'integer') && values === undefined;
  // Zod bounds whole numbers by the largest safe one, which is no bound of ours.
  const isBounded = typeof maximum === 'number' && maximum < Number.MAX_SAFE_INTEGER / 2;
  return [
    ...(isNumber && !(isBounded || maximum === magnitudes.bytes) ? [path] : []),
    ...Object.entries(schema).flatMap(([name, inner]: readonly [string, unknown]) =>
      typeof inner === 'object' && inner !== null ? unboundedNumbers(inner, `${path}.${name}`) : [],
    ),
  ];
}

describe('a number beyond any design', () => {
  const node = (config: object) => withSystem({ nodes: [{ ...service, config }] });
  const flow = (fields: object) =>
    withSystem({
      nodes: [service],
      flows: [{ id: 'f', kind: 'read', entry: 'api', rate: { rps: 1 }, ...fields }],
    });
  const edge = (fields: object) =>
    withSystem({ nodes: [service], edges: [{ id: 'e', from: 'api', to: 'api', ...fields }] });
  const { ms, servers, count, bytes, rps, calls, retries, factor, usd } = magnitudes;
  test.each([
    ['serviceMs', ms, (most: number) => node({ serviceMs: most }), 'nodes.0.config.serviceMs'],
    ['replicas', servers, (most: number) => node({ replicas: most }), 'nodes.0.config.replicas'],
    ['concurrency', servers, (most: number) => node({ concurrency: most }), 'nodes.0.config.concurrency'],
    ['queueLimit', count, (most: number) => node({ queueLimit: most }), 'nodes.0.config.queueLimit'],
    ['unitCostUsd', usd, (most: number) => node({ unitCostUsd: most }), 'nodes.0.config.unitCostUsd'],
    ['responseBytes', bytes, (most: number) => flow({ responseBytes: most }), 'flows.0.responseBytes'],
    ['rps', rps, (most: number) => flow({ rate: { rps: most } }), 'flows.0.rate.rps'],
    ['calls', calls, (most: number) => edge({ calls: most }), 'edges.0.calls'],
    ['retries', retries, (most: number) => edge({ retries: most }), 'edges.0.retries'],
    [
      'peakFactor',
      factor,
      (most: number) => withSystem({ workload: { peakFactor: most } }),
      'workload.peakFactor',
    ],
  ] as const)('%s may be %s and no more', (_, most, document, place) => {
    expect(complaints(parseDesign(document(most)))).toEqual([]);
    const refused = parseDesign(document(10 * most));
    expect(complaints(refused)).toEqual([`too-big system.${place}`]);
    expect(refused.ok ? {} : refused.problems[0]?.values).toMatchObject({ maximum: most });
  });

  test('has no field of the system to stand in', () => {
    const { system } = designJsonSchema()['properties'] as { readonly system: object };
    expect(unboundedNumbers(system)).toEqual([]);
  });
});
