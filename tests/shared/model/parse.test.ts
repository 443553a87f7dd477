import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { english, type Language } from '../../../shared/math/language';
import { designJsonSchema } from '../../../shared/model/json-schema';
import { counts, magnitudes } from '../../../shared/model/limits';
import { parseDesign, parseDesignText } from '../../../shared/model/parse';
import { printDesign } from '../../../shared/model/print-design';
import { describeProblem } from '../../../shared/model/problems';
import type { Result } from '../../../shared/model/result';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/designs/${name}`, import.meta.url), 'utf8');

/** A document with a system of these parts. */
const withSystem = (system: object): object => ({
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system,
});
const service = { id: 'api', kind: 'service' };

/** The keys and places of what is wrong. */
function complaints(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ key, path }) => `${key} ${path.join('.')}`);
}

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

describe('a sound document', () => {
  test.each(['v1-tinyurl.loadline.json', 'v1-every-field.loadline.json'])('%s is read', (name) => {
    expect(complaints(parseDesignText(fixture(name)))).toEqual([]);
  });

  test('is given back itself, so that unknown fields and their order survive', () => {
    const document: unknown = JSON.parse(fixture('v1-every-field.loadline.json'));
    const before = JSON.stringify(document);
    const result = parseDesign(document);
    expect(result.ok && result.value).toBe(document);
    expect(JSON.stringify(document)).toBe(before);
  });

  test('is printed with two spaces and a newline, and read again it is the same', () => {
    const first = parseDesignText(fixture('v1-every-field.loadline.json'));
    if (!first.ok) throw new Error('not read');
    const text = printDesign(first.value);
    expect(text.startsWith('{\n  "format": "loadline",\n  "version": 1,')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    const second = parseDesignText(text);
    expect(second).toEqual(first);
    expect(second.ok && printDesign(second.value)).toBe(text);
  });

  test('may start with a byte order mark', () => {
    expect(parseDesignText(`\uFEFF${JSON.stringify(withSystem({}))}`).ok).toBe(true);
  });

  test('may have a layout that names parts which are gone', () => {
    const document = { ...withSystem({ nodes: [service] }), layout: { nodes: { gone: { x: 1, y: -1 } } } };
    expect(parseDesign(document).ok).toBe(true);
  });
});

describe('a text that is no design', () => {
  test.each([
    ['', 'empty '],
    [' \n\t', 'empty '],
    ['[]', 'not-object '],
    ['null', 'not-object '],
    ['"loadline"', 'not-object '],
    ['12', 'not-object '],
    ['{}', 'wrong-format format'],
    ['{"type":"excalidraw"}', 'wrong-format format'],
    ['{"format":"loadline"}', 'bad-version version'],
    ['{"format":"loadline","version":0}', 'bad-version version'],
    ['{"format":"loadline","version":1.5}', 'bad-version version'],
    ['{"format":"loadline","version":"1"}', 'bad-version version'],
    ['{"format":"loadline","version":2}', 'newer-version version'],
    ['{"format":"loadline","version":1,"__proto__":{"a":1}}', 'forbidden-field __proto__'],
  ])('%j is refused as %s', (text, complaint) => {
    expect(complaints(parseDesignText(text))).toEqual([complaint]);
  });

  test.each([
    ['{', 1, 2, 'file-end', 'name-or-end'],
    ['{"a": 1,}', 1, 9, '"}"', 'name'],
    ['{\n  "a": nought\n}', 2, 8, '"nought"', 'value'],
    ['{"a": "b\\x"}', 1, 7, 'broken-text', 'value'],
    ['{"a": 1} {"b": 2}', 1, 10, '"{"', 'file-end'],
    ["{'a': 1}", 1, 2, '"\'"', 'name-or-end'],
    ['[1, 2', 1, 6, 'file-end', 'comma-or-bracket'],
    ['[1, 2,]', 1, 7, '"]"', 'value'],
    ['{"a": 01}', 1, 8, '"1"', 'comma-or-brace'],
    ['{"a" 1}', 1, 6, '"1"', 'colon'],
    ['[1 2]', 1, 4, '"2"', 'comma-or-bracket'],
    ['{"a": 1 "b": 2}', 1, 9, '"b"', 'comma-or-brace'],
    ['{"a": [1, {"b": "c]}', 1, 17, 'broken-text', 'value'],
    ['{"a": 1]', 1, 8, '"]"', 'comma-or-brace'],
    ['// mine\n{}', 1, 1, '"//"', 'value'],
    ['{"a": NaN}', 1, 7, '"NaN"', 'value'],
    ['{"a" "123456789012345😀"}', 1, 6, '"123456789012345"', 'colon'],
  ])('%j is no JSON from line %i, column %i on', (text, line, column, found, expected) => {
    expect(parseDesignText(text)).toEqual({
      ok: false,
      problems: [{ key: 'not-json', path: [], values: { line, column, found, expected } }],
    });
  });

  test('nested a hundred thousand deep is refused, not overflowed', () => {
    const deep = `{"format":"loadline","version":1,"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(complaints(parseDesignText(deep))[0]).toMatch(/^too-deep/);
  });

  test('longer than the largest file is refused unread', () => {
    expect(complaints(parseDesignText(' '.repeat(counts.fileBytes + 1)))).toEqual(['too-large ']);
  });

  test('a value that JSON does not have is refused', () => {
    const circle: Record<string, unknown> = { ...withSystem({}) };
    circle['self'] = circle;
    expect(complaints(parseDesign(circle))).toEqual(['inside-itself self']);
    expect(complaints(parseDesign({ ...withSystem({}), at: new Date(0) }))).toEqual(['not-json-value at']);
    expect(complaints(parseDesign({ ...withSystem({}), at: Number.NaN }))).toEqual(['not-json-value at']);
    expect(complaints(parseDesign({ ...withSystem({}), at: Object.assign([], { constructor: 1 }) }))).toEqual(
      ['not-json-value at'],
    );
    expect(complaints(parseDesign({ ...withSystem({}), at: undefined }))).toEqual(['not-json-value at']);
  });
});

describe('the form of a field', () => {
  const node = (fields: object) => withSystem({ nodes: [{ ...service, ...fields }] });
  test.each([
    ['a missing name', { format: 'loadline', version: 1, id: 'd', system: {} }, 'missing name'],
    ['a missing system', { format: 'loadline', version: 1, id: 'd', name: '' }, 'missing system'],
    ['an id with a space', node({ id: 'a b' }), 'bad-id system.nodes.0.id'],
    ['an id of 65 letters', node({ id: 'a'.repeat(65) }), 'bad-id system.nodes.0.id'],
    ['no replicas', node({ config: { replicas: 0 } }), 'too-small system.nodes.0.config.replicas'],
    ['half a replica', node({ config: { replicas: 1.5 } }), 'wrong-type system.nodes.0.config.replicas'],
    ['replicas as a text', node({ config: { replicas: '2' } }), 'wrong-type system.nodes.0.config.replicas'],
    ['a negative time', node({ config: { serviceMs: -1 } }), 'too-small system.nodes.0.config.serviceMs'],
    ['a share over one', node({ config: { hitRate: 1.1 } }), 'too-big system.nodes.0.config.hitRate'],
    ['a scale of three', node({ config: { scaleUp: 3 } }), 'not-one-of system.nodes.0.config.scaleUp'],
    ['an unknown layer', node({ layer: 'middle' }), 'not-one-of system.nodes.0.layer'],
    ['null for a name', node({ name: null }), 'wrong-type system.nodes.0.name'],
    ['nodes as an object', withSystem({ nodes: {} }), 'wrong-type system.nodes'],
    [
      'a place of one coordinate',
      { ...node({}), layout: { nodes: { api: { x: 1 } } } },
      'missing layout.nodes.api.y',
    ],
    [
      'an unknown layer target',
      withSystem({ targets: { layers: { middle: {} } } }),
      'unknown-field system.targets.layers.middle',
    ],
    [
      'a peak below the mean',
      withSystem({ workload: { peakFactor: 0.5 } }),
      'too-small system.workload.peakFactor',
    ],
  ])('%s is refused', (_, document, complaint) => {
    expect(complaints(parseDesign(document))).toEqual([complaint]);
  });

  test.each([
    ['some', 'not-one-of system.edges.0.flows'],
    [7, 'wrong-form system.edges.0.flows'],
    [['a b'], 'bad-id system.edges.0.flows.0'],
  ])('an edge cannot carry %j', (flows, complaint) => {
    const document = withSystem({ nodes: [service], edges: [{ id: 'e', from: 'api', to: 'api', flows }] });
    expect(complaints(parseDesign(document))).toEqual([complaint]);
  });
});

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

describe('what parts say of each other', () => {
  const client = { id: 'user', kind: 'client' };
  const flow = (fields: object) => ({ id: 'f', kind: 'read', entry: 'user', rate: { rps: 1 }, ...fields });
  const edge = (fields: object) => ({ id: 'e', from: 'user', to: 'api', ...fields });
  test.each([
    ['an edge from nowhere', { nodes: [service], edges: [edge({})] }, ['unknown-node system.edges.0.from']],
    ['an edge to nowhere', { nodes: [client], edges: [edge({})] }, ['unknown-node system.edges.0.to']],
    [
      'misses of nothing',
      { nodes: [client, service], edges: [edge({ onMissOf: 'cache' })] },
      ['unknown-node system.edges.0.onMissOf'],
    ],
    [
      'a fallback of nothing',
      { nodes: [client, service], edges: [edge({ fallbackOf: 'first' })] },
      ['unknown-edge system.edges.0.fallbackOf'],
    ],
    [
      'a fallback of a call that another node makes',
      {
        nodes: [client, service],
        edges: [edge({ fallbackOf: 'first' }), { id: 'first', from: 'api', to: 'user' }],
      },
      ['fallback-of-other-caller system.edges.0.fallbackOf'],
    ],
    [
      'a fallback of itself',
      { nodes: [client, service], edges: [edge({ fallbackOf: 'e' })] },
      ['fallback-of-fallback system.edges.0.fallbackOf'],
    ],
    [
      'a fallback of a fallback',
      {
        nodes: [client, service],
        edges: [edge({}), edge({ id: 'e2', fallbackOf: 'e' }), edge({ id: 'e3', fallbackOf: 'e2' })],
      },
      ['fallback-of-fallback system.edges.2.fallbackOf'],
    ],
    [
      'tiers of a price that end in no order, and have an end all',
      {
        prices: {
          internetEgressUsdPerGb: [
            { uptoGb: 100, usd: 0.09 },
            { uptoGb: 50, usd: 0.08 },
          ],
        },
      },
      [
        'price-tier-end system.prices.internetEgressUsdPerGb.1',
        'price-tier-order system.prices.internetEgressUsdPerGb.1.uptoGb',
      ],
    ],
    [
      'a tier without an end before the last',
      { prices: { internetEgressUsdPerGb: [{ usd: 0.09 }, { usd: 0.08 }] } },
      ['price-tier-end system.prices.internetEgressUsdPerGb.0'],
    ],
    [
      'tiers of a node’s price without a last one, and in no order',
      {
        nodes: [
          {
            ...service,
            config: {
              egressUsdPerGb: [{ uptoGb: 10, usd: 0.1 }],
              storageUsdPerGbMonth: [{ uptoGb: 10, usd: 0.1 }, { uptoGb: 5, usd: 0.05 }, { usd: 0.01 }],
            },
          },
        ],
      },
      [
        'price-tier-end system.nodes.0.config.egressUsdPerGb.0',
        'price-tier-order system.nodes.0.config.storageUsdPerGbMonth.1.uptoGb',
      ],
    ],
    [
      'an edge with a flow that is not there',
      { nodes: [client, service], flows: [flow({})], edges: [edge({ flows: ['f', 'g'] })] },
      ['unknown-flow system.edges.0.flows.1'],
    ],
    ['a flow that enters nowhere', { flows: [flow({})] }, ['unknown-node system.flows.0.entry']],
    [
      'a hit rate of no flow',
      { nodes: [{ ...service, config: { hitRates: { f: 0.5 } } }] },
      ['unknown-flow system.nodes.0.config.hitRates.f'],
    ],
    ['a node in no group', { nodes: [{ ...service, group: 'az' }] }, ['unknown-group system.nodes.0.group']],
    [
      'a group in no group',
      { groups: [{ id: 'az', kind: 'zone', parent: 'region' }] },
      ['unknown-group system.groups.0.parent'],
    ],
    [
      'a group in itself',
      { groups: [{ id: 'az', kind: 'zone', parent: 'az' }] },
      ['group-cycle system.groups.0.parent'],
    ],
    [
      'two groups in each other, not the third in them',
      {
        groups: [
          { id: 'a', kind: 'zone', parent: 'b' },
          { id: 'b', kind: 'zone', parent: 'a' },
          { id: 'c', kind: 'zone', parent: 'a' },
        ],
      },
      ['group-cycle system.groups.0.parent', 'group-cycle system.groups.1.parent'],
    ],
    [
      'one id for a node and an edge',
      { nodes: [client, service], edges: [edge({ id: 'api' })] },
      ['duplicate-id system.edges.0.id'],
    ],
    [
      'both rps and share',
      {
        nodes: [client],
        workload: { dailyActiveUsers: 1, requestsPerUserPerDay: 1 },
        flows: [flow({ rate: { rps: 1, share: 1 } })],
      },
      ['rate-both system.flows.0.rate'],
    ],
    ['no rate', { nodes: [client], flows: [flow({ rate: {} })] }, ['rate-neither system.flows.0.rate']],
    [
      'a share of half a workload',
      { nodes: [client], workload: { dailyActiveUsers: 1 }, flows: [flow({ rate: { share: 1 } })] },
      ['share-without-workload system.flows.0.rate.share'],
    ],
    [
      'a quorum of more than there are',
      { nodes: [{ ...service, config: { replicasPerShard: 3, readQuorum: 4, writeQuorum: 3 } }] },
      ['quorum-too-large system.nodes.0.config.readQuorum'],
    ],
  ])('%s is refused', (_, system, expected) => {
    expect(complaints(parseDesign(withSystem(system)))).toEqual(expected);
  });

  test('an id is unique over layout and writing too', () => {
    const document = {
      ...withSystem({ nodes: [service] }),
      layout: { marks: [{ id: 'api', kind: 'note' }] },
      writing: { decisions: [{ id: 'api' }] },
    };
    expect(complaints(parseDesign(document))).toEqual([
      'duplicate-id layout.marks.0.id',
      'duplicate-id writing.decisions.0.id',
    ]);
  });

  test('a quorum alone is fine: the number of replicas is then the kind’s', () => {
    expect(parseDesign(withSystem({ nodes: [{ ...service, config: { readQuorum: 9 } }] })).ok).toBe(true);
  });
});

describe('a problem in words', () => {
  const words = (document: unknown): string | undefined => {
    const result = parseDesign(document);
    return result.ok ? undefined : result.problems.map((problem) => describeProblem(problem)).join('\n');
  };

  test('names the place, the fault and the fix', () => {
    expect(words(withSystem({ nodes: [{ ...service, config: { replicas: 0 } }] }))).toBe(
      'system.nodes[0].config.replicas: Must be at least 1, but is 0. Correct or remove it.',
    );
    expect(words(withSystem({ nodes: [{ ...service, config: { replicas: 1.5 } }] }))).toBe(
      'system.nodes[0].config.replicas: Must be a whole number, but is 1.5. Correct or remove it.',
    );
    expect(words({ format: 'loadline', version: 9 })).toBe(
      'version: The file is of version 9, newer than version 1 that this program knows. Update Loadline to open it.',
    );
    expect(words(withSystem({ edges: [{ id: 'e', from: 'a', to: 'a' }] }))).toContain(
      'system.edges[0].from: "e" names the node "a", which does not exist.',
    );
  });

  test('is in the language that it is given, also what was found', () => {
    const bracketed: Language = { ...english, templateOf: (text) => `<${text}>` };
    const result = parseDesign({ format: [], version: 1 });
    const found = result.ok
      ? []
      : result.problems.map((problem) => describeProblem(problem, undefined, bracketed));
    expect(found[0]).toContain('but is <an empty list>.');
  });

  test('says of what is not JSON what stands there and what belongs there', () => {
    const said = (text: string): string => {
      const result = parseDesignText(text);
      return result.ok ? '' : result.problems.map((problem) => describeProblem(problem)).join();
    };
    expect(said('{"a": 1,}')).toBe(
      'This is not JSON: line 1, column 9 has "}" where a name in double quotes belongs. Fix the text there, or choose another file.',
    );
    expect(said('[1')).toContain('column 3 has the end of the file where a comma or "]" belongs.');
  });

  test('quotes a field whose name is no word', () => {
    const document = { ...withSystem({}), layout: { nodes: { 'a b': { x: 0, y: 0 } } } };
    expect(words(document)).toContain('layout.nodes["a b"]: An id has 1 to 64 letters');
  });

  test('leaves no placeholder unfilled, whatever is wrong', () => {
    const broken = [
      {},
      [],
      withSystem({
        nodes: [{ id: 'x', kind: 3, layer: 1, config: { hitRate: 2, replicas: -1, algorithm: 'best' } }],
      }),
      withSystem({
        edges: [{ id: 'e', from: 'a', to: 'b', flows: 4 }],
        groups: [{ id: 'g', kind: 'zone', parent: 'g' }],
      }),
    ];
    for (const document of broken) expect(words(document)).not.toMatch(/\{\w+\}/);
  });
});
