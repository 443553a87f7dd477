import fc from 'fast-check';
import type { Config } from '../../../shared/model/config';
import type { Design, Edge, Flow, Group, Node } from '../../../shared/model/schema';

const kindIds = [
  'client',
  'dns',
  'cdn',
  'load-balancer',
  'api-gateway',
  'service',
  'worker',
  'cache',
  'sql-database',
  'key-value-store',
  'shard',
  'object-store',
  'queue',
  'stream',
  'custom',
];

const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const amount = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const count = fc.integer({ min: 1, max: 40 });

/** `requiredKeys: []` leaves fields out, as a sparse document does. */
const config: fc.Arbitrary<Config> = fc.record(
  {
    replicas: count,
    concurrency: count,
    serviceMs: amount,
    readMs: amount,
    writeMs: amount,
    cv: fc.double({ min: 0, max: 4, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
    queueLimit: count,
    maxUtilization: share,
    multiZone: fc.boolean(),
    bandwidthMbps: amount,
    algorithm: fc.constantFrom(
      'least-connections' as const,
      'round-robin' as const,
      'random' as const,
      'ip-hash' as const,
      'geo' as const,
    ),
    hotShare: share,
    scaleUp: fc.constantFrom(0.25 as const, 0.5 as const, 1 as const, 2 as const, 4 as const, 8 as const),
    behaviour: fc.constantFrom(
      'station' as const,
      'store' as const,
      'aside-cache' as const,
      'buffer' as const,
      'observer' as const,
      'source' as const,
      'distributor' as const,
    ),
    hitRate: share,
    shards: count,
    replicasPerShard: fc.integer({ min: 3, max: 5 }),
    replication: fc.constantFrom('async' as const, 'semi-sync' as const, 'sync' as const, 'quorum' as const),
    readFrom: fc.constantFrom('leader' as const, 'any' as const),
    readQuorum: fc.integer({ min: 1, max: 3 }),
    scatter: fc.boolean(),
    memoryBytes: amount,
    observed: fc.subarray(['metrics' as const, 'logs' as const, 'traces' as const]),
  },
  { requiredKeys: [] },
);

const unknownFields = fc.dictionary(
  fc
    .string({ unit: fc.constantFrom('x', 'y', 'z', '-', ' ', '"', 'é'), minLength: 1, maxLength: 5 })
    .map((key) => `later ${key}`),
  fc
    .json({ maxDepth: 2 })
    // Such a field is refused, wherever it stands.
    .filter((text) => !text.includes('__proto__'))
    .map((text) => JSON.parse(text) as unknown),
  { maxKeys: 2 },
);

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const pruned = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

/** Sound designs of up to eight nodes, sparse, with references of all kinds and unknown fields. */
export const designs: fc.Arbitrary<Design> = fc
  .record({
    nodes: fc.integer({ min: 1, max: 8 }),
    flows: fc.integer({ min: 0, max: 3 }),
    groups: fc.integer({ min: 0, max: 3 }),
  })
  .chain((size) => {
    const nodeIds = Array.from({ length: size.nodes }, (_, at) => `n${at}`);
    const flowIds = Array.from({ length: size.flows }, (_, at) => `f${at}`);
    const groupIds = Array.from({ length: size.groups }, (_, at) => `g${at}`);
    const anyNode = fc.constantFrom(...nodeIds);
    const node = (id: string): fc.Arbitrary<Node> =>
      fc
        .record({
          id: fc.constant(id),
          kind: fc.constantFrom(...kindIds),
          name: optional(fc.string()),
          technology: optional(fc.constantFrom('Go', 'postgres', 'sqs', 'unheard of')),
          group: groupIds.length === 0 ? fc.constant(undefined) : optional(fc.constantFrom(...groupIds)),
          config: optional(
            fc
              .tuple(config, optional(fc.dictionary(fc.constantFrom('f0', ...flowIds), share)))
              .map(([given, hitRates]) => {
                const known = Object.entries(hitRates ?? {}).filter(([flow]) => flowIds.includes(flow));
                return known.length === 0 ? given : { ...given, hitRates: Object.fromEntries(known) };
              }),
          ),
          more: unknownFields,
        })
        .map(({ more, ...rest }) => ({ ...(pruned(rest) as Node), ...more }));
    const edge: fc.Arbitrary<Omit<Edge, 'id'>> = fc
      .record({
        from: anyNode,
        to: anyNode,
        mode: optional(fc.constantFrom('sync' as const, 'async' as const)),
        flows: optional(
          fc.oneof(
            fc.constantFrom('all' as const, 'read' as const, 'write' as const),
            flowIds.length === 0 ? fc.constant([]) : fc.subarray(flowIds),
          ),
        ),
        calls: optional(fc.double({ min: 0, max: 3, noNaN: true }).map((value) => (value === 0 ? 0 : value))),
        onMissOf: optional(anyNode),
        choice: optional(fc.boolean()),
        weight: optional(amount),
        step: optional(fc.integer({ min: 0, max: 3 })),
        rttMs: optional(amount),
        retries: optional(fc.integer({ min: 0, max: 3 })),
        protocol: optional(fc.constantFrom('https', 'sql', 'gRPC')),
      })
      .map((fields) => pruned(fields) as Omit<Edge, 'id'>);
    const flow = (id: string): fc.Arbitrary<Flow> =>
      fc
        .record({
          kind: fc.constantFrom('read' as const, 'write' as const),
          entry: anyNode,
          rate: fc.oneof(
            amount.map((rps) => ({ rps })),
            share.map((part) => ({ share: part })),
          ),
          storedBytes: optional(amount),
        })
        .map((fields) => ({ id, ...(pruned(fields) as Omit<Flow, 'id'>) }));
    const group = (id: string, at: number): fc.Arbitrary<Group> =>
      fc
        .record({
          kind: fc.constantFrom('region' as const, 'zone' as const, 'frame' as const),
          // Only groups that are before it, so that none is in itself.
          parent: at === 0 ? fc.constant(undefined) : optional(fc.constantFrom(...groupIds.slice(0, at))),
        })
        .map((fields) => ({ id, ...(pruned(fields) as Omit<Group, 'id'>) }));
    return fc
      .record({
        nodes: fc.tuple(...nodeIds.map(node)),
        edges: fc
          .array(edge, { maxLength: 12 })
          .map((edges) => edges.map((fields, at) => ({ id: `e${at}`, ...fields }))),
        flows: fc.tuple(...flowIds.map(flow)),
        groups: fc.tuple(...groupIds.map(group)),
        more: unknownFields,
        placed: fc.subarray(nodeIds),
      })
      .map(
        ({ nodes, edges, flows, groups, more, placed }): Design => ({
          format: 'loadline',
          version: 1,
          id: 'random',
          name: 'Random',
          ...more,
          system: {
            workload: { dailyActiveUsers: 86_400, requestsPerUserPerDay: 10 },
            ...(flows.length > 0 && { flows }),
            nodes,
            ...(edges.length > 0 && { edges }),
            ...(groups.length > 0 && { groups }),
          },
          ...(placed.length > 0 && {
            layout: {
              nodes: Object.fromEntries(placed.map((id, at) => [id, { x: at * 300, y: -20 }])),
              marks: [{ id: 'm0', kind: 'note', text: 'Why' }],
            },
          }),
        }),
      );
  });
