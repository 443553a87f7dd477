import { analyze } from '../../shared/analysis/analyze';
import type { Kind } from '../../shared/catalog/kind';
import { resolve } from '../../shared/catalog/resolve';
import type { ConfigField } from '../../shared/model/config';
import type { Field } from '../../shared/model/fields/field';
import { configFields } from '../../shared/model/fields/index';
import type { Design, Edge, Flow, Node, System } from '../../shared/model/schema';
import { type Behaviour, behaviours } from '../../shared/model/vocabulary';
import { evaluateRules } from '../../shared/rules/evaluate';

/** A configuration as a test writes it: fields by name. */
export type Values = Readonly<Record<string, unknown>>;

/** What a component of a kind stands in: something calls it, and it calls what its kind usually does. */
export interface Scene {
  readonly title: string;
  /** Times the load at which the component is just full; null leaves the rates alone. */
  readonly load: number | null;
  readonly part: Values;
  readonly callee: Values;
  readonly system: Partial<System>;
  /** Of every flow, and of every edge into the component. */
  readonly flow: Partial<Flow>;
  readonly edge: Partial<Edge>;
  /** Who calls the component, where it is not whoever usually calls its layer. */
  readonly caller?: 'user' | 'api';
  /** Of the service that calls it. */
  readonly api?: Values;
}

const plain: Scene = { title: 'plain', load: null, part: {}, callee: {}, system: {}, flow: {}, edge: {} };

const strict: Partial<System> = {
  targets: {
    availability: 0.9999,
    rpoSeconds: 0,
    rtoSeconds: 60,
    consistency: 'strong',
    p99Ms: 20,
    monthlyCostUsd: 10,
  },
  workload: {
    peakFactor: 3,
    retentionYears: 3,
    annualGrowth: 1,
    spikeFactor: 5,
    spikeSeconds: 600,
    audience: 'global',
  },
  groups: [
    { id: 'eu', kind: 'region', jurisdiction: 'EU' },
    { id: 'a', kind: 'zone', parent: 'eu' },
  ],
};

/** Several of all that there may be several of. */
const many: Values = {
  replicas: 4,
  shards: 4,
  replicasPerShard: 3,
  partitions: 4,
  ordered: true,
  algorithm: 'ip-hash',
  hotShare: 0.3,
};

const sensitive: Values = { dataClasses: ['personal', 'payment-card', 'money'] };

/** Where a field is looked for, the usual first. */
export const scenes: readonly Scene[] = [
  plain,
  { ...plain, title: 'several of all', part: many },
  { ...plain, title: 'strict targets', system: strict },
  { ...plain, title: 'strict targets, several of all', part: many, system: strict },
  {
    ...plain,
    title: 'sensitive data under strict targets',
    part: { ...sensitive, sessions: 'in-memory' },
    callee: sensitive,
    system: strict,
  },
  { ...plain, title: 'nearly full', load: 0.9, part: many, system: strict },
  { ...plain, title: 'overloaded', load: 3, part: many, system: strict },
  { ...plain, title: 'overloaded, ends of its queue', load: 3, part: { queueLimit: 100 }, system: strict },
  { ...plain, title: 'quorum', part: { ...many, replication: 'quorum' }, system: strict },
  { ...plain, title: 'synchronous copies', part: { ...many, replication: 'sync' }, system: strict },
  { ...plain, title: 'several leaders', part: { ...many, multiLeader: true }, system: strict },
  { ...plain, title: 'alone', part: { replicas: 1, replicasPerShard: 1, durable: false }, system: strict },
  { ...plain, title: 'a record', part: { record: true, durable: false, copies: 2 }, system: strict },
  { ...plain, title: 'in memory', part: { inMemory: true, memoryBytes: 1_000_000 }, system: strict },
  {
    ...plain,
    title: 'a cache of a known size',
    part: { items: 1_000_000, zipfExponent: 0.8, memoryBytes: 100_000_000, hitRate: 0.9 },
    system: strict,
  },
  {
    ...plain,
    title: 'connections held open',
    part: { ...many, connectionPool: 100, maxConnections: 10 },
    callee: { maxConnections: 10 },
    flow: { connections: 100_000 },
    system: strict,
  },
  { ...plain, title: 'slow at times', part: { slowMs: 100, slowShare: 0.1, delayMs: 20 }, system: strict },
  {
    ...plain,
    title: 'runs the code of others',
    part: { runsUserCode: true },
    callee: sensitive,
    system: strict,
  },
  {
    ...plain,
    title: 'scaled by itself',
    load: 2,
    part: { autoscaleMin: 1, autoscaleMax: 8, queueLimit: 10 },
    system: strict,
  },
  { ...plain, title: 'retried', load: 2, part: {}, edge: { retries: 3 }, system: strict },
  {
    ...plain,
    title: 'lightly loaded',
    load: 0.3,
    part: { slowMs: 100, slowShare: 0.1, delayMs: 20, failover: true },
  },
  { ...plain, title: 'lightly loaded and alone', load: 0.1, part: { replicas: 1 } },
  { ...plain, title: 'in order', load: 0.3, part: { ordered: true }, flow: { ordered: true } },
  {
    ...plain,
    title: 'servers that get in one another’s way',
    load: 0.3,
    part: { replicas: 20, contention: 0.1, coherency: 0.01 },
  },
  { ...plain, title: 'few partitions', load: 0.3, part: { partitions: 1, replicas: 8, ordered: false } },
  {
    ...plain,
    title: 'a record with one copy',
    load: 0.3,
    part: { record: true, copies: 1, durable: false },
    system: strict,
  },
  { ...plain, title: 'a poor key', load: 0.3, part: { shards: 4, shardKeySpread: 'few' } },
  { ...plain, title: 'called by clients themselves', caller: 'user', load: 0.3 },
  { ...plain, title: 'called by the code of others', caller: 'api', api: { runsUserCode: true } },
  { ...plain, title: 'full disks', load: 0.3, part: { diskBytes: 1_000_000 }, system: strict },
];

const isFront = ({ layer }: Kind): boolean => layer === 'edge' || layer === 'traffic' || layer === 'service';

/** The design of a scene with a component of the kind, configured so. */
export function usedIn(scene: Scene, kind: Kind, config: Values): Design {
  const zone = scene.system.groups === undefined ? {} : { group: 'a' };
  const isSource = kind.behaviour === 'source';
  const isEnd =
    kind.behaviour === 'store' ||
    kind.behaviour === 'aside-cache' ||
    kind.behaviour === 'observer' ||
    kind.layer === 'external';
  const caller = isSource ? null : (scene.caller ?? (isFront(kind) ? 'user' : 'api'));
  const offered = new Set<string>([...kind.main, ...kind.more]);
  const own = Object.fromEntries(
    Object.entries({ ...scene.part, ...config }).filter(([name]) => offered.has(name) || name in config),
  );
  const nodes: readonly Node[] = [
    ...(isSource ? [] : [{ id: 'user', kind: 'client' }]),
    { id: 'part', kind: kind.id, ...zone, config: own },
    ...(caller === 'api'
      ? [{ id: 'api', kind: 'service', ...zone, config: { replicas: 4, ...scene.api } }]
      : []),
    ...(isEnd ? [] : ['one', 'two'].map((id) => ({ id, kind: 'service', ...zone, config: { replicas: 4 } }))),
    { id: 'db', kind: 'sql-database', ...zone, config: scene.callee },
  ];
  const edges: readonly Edge[] = [
    ...(caller === 'api' ? [{ id: 'enter', from: 'user', to: 'api' }] : []),
    ...(caller === null
      ? []
      : [{ id: 'in', from: caller, to: 'part', flows: 'all' as const, ...scene.edge }]),
    ...(isEnd
      ? [
          {
            id: 'kept',
            from: caller ?? 'part',
            to: 'db',
            ...(kind.behaviour === 'aside-cache' ? { onMissOf: 'part' } : {}),
          },
        ]
      : [
          { id: 'out-one', from: 'part', to: 'one' },
          { id: 'out-two', from: 'part', to: 'two' },
          { id: 'out-db', from: 'one', to: 'db' },
          ...(kind.behaviour === 'station' ? [{ id: 'own-db', from: 'part', to: 'db' }] : []),
        ]),
  ];
  const entry = isSource ? 'part' : 'user';
  const of = { entry, requestBytes: 2000, responseBytes: 50_000, storedBytes: 1000, ...scene.flow };
  const flows: readonly Flow[] = [
    { ...of, id: 'reads', kind: 'read', rate: { rps: 200 } },
    { ...of, id: 'writes', kind: 'write', rate: { rps: 100 } },
  ];
  return {
    format: 'loadline',
    version: 1,
    id: 'used',
    name: 'Used',
    system: { ...scene.system, flows: [...flows], nodes: [...nodes], edges: [...edges] },
  };
}

/** Every figure of a design. */
function figuresOf(design: Design, load: number, percentiles: boolean): string {
  const result = analyze(resolve(design), { load, percentiles });
  return JSON.stringify(result.ok ? result.analysis : result.errors);
}

/** Every finding of a design, without the edits that it offers: they are what the document would say. */
function findingsOf(design: Design, load: number): string {
  const resolved = resolve(design);
  const result = analyze(resolved, { load, percentiles: false });
  const context = result.ok
    ? { design: resolved, analysis: result.analysis, errors: [] }
    : { design: resolved, analysis: null, errors: result.errors };
  const { findings } = evaluateRules(context);
  return JSON.stringify(findings.map(({ quickFix, ...finding }) => ({ ...finding, fixable: quickFix?.id })));
}

/** The load at which the component would be so full, at the rates of a scene. */
export function loadIn(scene: Scene, kind: Kind): number {
  if (scene.load === null) return 1;
  const result = analyze(resolve(usedIn(scene, kind, {})), { load: 0.001, percentiles: false });
  const utilization = result.ok ? result.analysis.nodes.find(({ id }) => id === 'part')?.utilization : null;
  return typeof utilization === 'number' && utilization > 0 ? (0.001 * scene.load) / utilization : 1;
}

/** Values of a field that differ as much as its form lets them. */
export function valuesOf(field: ConfigField): readonly unknown[] {
  const { schema, shape }: Field = configFields[field];
  const given = (): readonly unknown[] => {
    switch (shape.type) {
      case 'switch':
        return [true, false];
      case 'text':
        return ['EU', 'US'];
      case 'price-per-gb':
        return [0, 5];
      case 'share-by-flow':
        return [{ reads: 0.1 }, { reads: 0.9 }];
      case 'several':
        return [[], shape.options, ...shape.options.map((option) => [option])];
      case 'choice':
        return shape.numeric ? shape.options.map(Number) : shape.options;
      case 'number':
        return shape.unit === 'share' ? [0, 0.3, 0.9, 1] : [0, 1, 2, 3, 8, 100, 5000, 1_000_000];
    }
  };
  return given().filter((value) => schema.safeParse(value).success);
}

/** What tells two values of a field apart: figures, what the second pass of the analysis adds to them, findings. They take longer in this order. */
const readers = ['figures', 'second pass', 'findings'] as const;

interface Reading {
  readonly scene: Scene;
  /** Of the component there, where its kind leaves that open. */
  readonly behaviour: Behaviour;
  readonly reader: (typeof readers)[number];
}

/** The scene in which two values of a field are told apart, by what takes least; null where nothing that is said differs in any. */
export const readIn = (kind: Kind, field: ConfigField): Scene | null => readingOf(kind, field)?.scene ?? null;

function readingOf(kind: Kind, field: ConfigField): Reading | null {
  const among = offersBehaviour(kind) ? behaviours : [kind.behaviour];
  for (const reader of readers)
    for (const scene of reader === 'second pass' ? inSecondPass : scenes)
      for (const behaviour of among) {
        const reading = { scene, behaviour, reader };
        if (tellsApart(reading, kind, field)) return reading;
      }
  return null;
}

/** How a field was read of the kinds before, the last first. */
const readings = new Map<ConfigField, Reading[]>();

/** Whether two values of a field are told apart in any scene. Most kinds have it read where others do: there it is looked for first. */
export function isRead(kind: Kind, field: ConfigField): boolean {
  const ofOthers = readings.get(field) ?? [];
  if (ofOthers.some((reading) => tellsApart(reading, kind, field))) return true;
  const found = readingOf(kind, field);
  if (found !== null) readings.set(field, [found, ...ofOthers]);
  return found !== null;
}

function tellsApart({ scene, behaviour, reader }: Reading, kind: Kind, field: ConfigField): boolean {
  const where = (offersBehaviour(kind) ? behaving.get(scene)?.get(behaviour) : null) ?? scene;
  if (reader === 'findings') return changesFindings(where, kind, field);
  return changesFigures(where, kind, field, reader === 'second pass');
}

/** The scenes in which the second pass of the analysis is looked at too: percentiles, completion. */
const inSecondPass: readonly Scene[] = scenes.filter(({ title }) =>
  ['plain', 'lightly loaded'].includes(title),
);

const offersBehaviour = ({ main, more }: Kind): boolean => [...main, ...more].includes('behaviour');

/** Each scene with a component of each behaviour. */
const behaving = new Map<Scene, ReadonlyMap<Behaviour, Scene>>(
  scenes.map((scene) => [
    scene,
    new Map(
      behaviours.map((behaviour) => [
        behaviour,
        { ...scene, part: { serviceMs: 5, ...scene.part, behaviour } },
      ]),
    ),
  ]),
);

/** What a scene says of a kind where a field is not set: most fields share it. */
interface Unset {
  readonly load: number;
  readonly figures: string;
  /** Found when they are first compared: they take ten times as long as the figures. */
  findings?: string;
}

const known = new Map<Scene, Map<string, Unset>>();

function unsetIn(scene: Scene, kind: Kind, field: ConfigField, percentiles: boolean): Unset {
  const ofScene = known.get(scene) ?? new Map<string, Unset>();
  known.set(scene, ofScene);
  const key = `${kind.id} ${field in scene.part ? field : ''} ${percentiles}`;
  const load = ofScene.get(key)?.load ?? loadIn(scene, kind);
  const unset = ofScene.get(key) ?? {
    load,
    figures: figuresOf(usedIn(without(scene, field), kind, {}), load, percentiles),
  };
  ofScene.set(key, unset);
  return unset;
}

function without(scene: Scene, field: ConfigField): Scene {
  if (!(field in scene.part)) return scene;
  const { [field]: _, ...part } = scene.part as Record<string, unknown>;
  return { ...scene, part };
}

function changesFigures(scene: Scene, kind: Kind, field: ConfigField, percentiles: boolean): boolean {
  const { load, figures } = unsetIn(scene, kind, field, percentiles);
  return designsOf(scene, kind, field).some((design) => figuresOf(design, load, percentiles) !== figures);
}

function changesFindings(scene: Scene, kind: Kind, field: ConfigField): boolean {
  const unset = unsetIn(scene, kind, field, false);
  unset.findings ??= findingsOf(usedIn(without(scene, field), kind, {}), unset.load);
  return designsOf(scene, kind, field).some((design) => findingsOf(design, unset.load) !== unset.findings);
}

const designsOf = (scene: Scene, kind: Kind, field: ConfigField): readonly Design[] =>
  valuesOf(field).map((value) => usedIn(without(scene, field), kind, { [field]: value }));
