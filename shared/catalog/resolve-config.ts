import { type Config, type ConfigField, configSchema } from '../model/config';
import type { Node } from '../model/schema';
import type { Behaviour } from '../model/vocabulary';
import type { Default, Defaults, Kind, Technology } from './kind';
import { neutralDefaults } from './neutral';
import type { Basis, ResolvedConfig } from './resolved';

type Bases = { [F in ConfigField]?: Basis };

const documentBasis: Basis = { kind: 'document' };
const defaultBases = new WeakMap<object, Basis>();

/** The basis of a default; one object a default, so that resolving a thousand nodes makes no thousand copies. */
export function basisOf(given: Default<unknown>): Basis {
  const known = defaultBases.get(given);
  if (known !== undefined) return known;
  const { source, range } = given;
  const basis: Basis = range === undefined ? { kind: 'default', source } : { kind: 'default', source, range };
  defaultBases.set(given, basis);
  return basis;
}

const derivedBases = new Map<string, Basis>();

/** The basis of a value that a rule of the format derives; one object a rule. */
export function derivedBasis(key: string): Basis {
  const known = derivedBases.get(key);
  if (known !== undefined) return known;
  const basis: Basis = { kind: 'derived', key };
  derivedBases.set(key, basis);
  return basis;
}

const majority = derivedBasis('majority');
const clampedToReplicas = derivedBasis('quorum-of-replicas');
const managedZones = derivedBasis('zones-managed');
const spreadZones = derivedBasis('zones-spread');
const oneZone = derivedBasis('zones-one');

const otherFields = [
  'serviceMs',
  'autoscaleMin',
  'autoscaleMax',
  'autoscaleDelaySeconds',
  'observed',
  'behaviour',
  'slaAvailability',
  'items',
  'zipfExponent',
  'ttlSeconds',
  'evictionPolicy',
  'partitions',
  'consumersPerPartition',
  'retentionSeconds',
  'deadLetter',
  'delivery',
  'backupEverySeconds',
  'restoreSeconds',
  'failoverSeconds',
  'encryptedAtRest',
  'unitCostUsd',
  'storageUsdPerGbMonth',
  'egressUsdPerGb',
  'quotaRps',
  'rateLimitRps',
  'maxConnections',
  'connectionPool',
  'diskBytes',
  'contention',
  'coherency',
  'sessions',
  'healthCheckSeconds',
  'leaderElection',
  'dataClasses',
  'tokenized',
  'transactions',
  'shardKey',
  'shardKeySpread',
  'multiLeader',
  'conflictRule',
  'residency',
  'invalidation',
  'writePolicy',
  'stampedeProtection',
  'partitionKey',
  'backlogLimit',
  'maxAgeSeconds',
  'authentication',
  'webFirewall',
  'publicAccess',
  'runsUserCode',
  'egress',
] as const satisfies readonly ConfigField[];

const isOther: ReadonlySet<string> = new Set([...otherFields, 'memoryBytes']);
const isField: ReadonlySet<string> = new Set(Object.keys(configSchema.shape));

export interface Configured {
  readonly config: ResolvedConfig;
  readonly basis: { readonly [F in ConfigField]?: Basis };
}

/** The defaults of a kind in a technology, one over the other, and what they come from. */
interface Merged {
  readonly values: Config;
  readonly bases: Bases;
  readonly other: Partial<Config>;
  /** The whole answer for nodes that say nothing themselves, by behaviour. */
  readonly untouched: Map<Behaviour, Configured>;
  /** The bases of nodes that say the same fields: few sets of them serve a thousand nodes. */
  readonly said: Map<string, Bases>;
}

const merged = new WeakMap<Kind, Map<Technology | undefined, Merged>>();

/** Computed once for each kind and technology, for a design may have a thousand nodes of them. */
function mergedOf(kind: Kind, technology: Technology | undefined): Merged {
  const ofKind = merged.get(kind) ?? new Map<Technology | undefined, Merged>();
  merged.set(kind, ofKind);
  const known = ofKind.get(technology);
  if (known !== undefined) return known;
  const layers = [neutralDefaults, kind.defaults, technology?.defaults ?? {}].map(withServiceMs);
  const defaults = Object.entries(Object.assign({}, ...layers)) as [ConfigField, Default<never>][];
  const values: Config = quick(Object.fromEntries(defaults.map(([field, given]) => [field, given.value])));
  const bases: Bases = quick(Object.fromEntries(defaults.map(([field, given]) => [field, basisOf(given)])));
  const other = Object.fromEntries(Object.entries(values).filter(([field]) => isOther.has(field)));
  const made = {
    values,
    bases,
    other,
    untouched: new Map<Behaviour, Configured>(),
    said: new Map<string, Bases>(),
  };
  ofKind.set(technology, made);
  return made;
}

/** The same value in the form that engines copy quickest: what JSON gives, not what was put together field by field. */
const quick = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Defaults in which `serviceMs` says both times that the same layer does not say itself. */
function withServiceMs(defaults: Defaults): Defaults {
  const { serviceMs } = defaults;
  return serviceMs === undefined ? defaults : { readMs: serviceMs, writeMs: serviceMs, ...defaults };
}

/** The document's fields that are fields of a configuration; it may have others, of a later program. */
function ownFields(node: Node): readonly ConfigField[] {
  if (node.config === undefined) return none;
  return (Object.keys(node.config) as ConfigField[]).filter((field) => isField.has(field));
}

const none: readonly ConfigField[] = [];

function quorumOf(
  own: number | undefined,
  replicas: number,
): { readonly quorum: number; readonly basis: Basis } {
  if (own === undefined) return { quorum: Math.floor(replicas / 2) + 1, basis: majority };
  return own > replicas
    ? { quorum: replicas, basis: clampedToReplicas }
    : { quorum: own, basis: documentBasis };
}

function zonesOf(managed: boolean, copies: number): { readonly multiZone: boolean; readonly basis: Basis } {
  if (managed) return { multiZone: true, basis: managedZones };
  return copies > 1 ? { multiZone: true, basis: spreadZones } : { multiZone: false, basis: oneZone };
}

/** What neither sections 1 to 3 of the analysis read nor `ResolvedConfig` names. */
function otherOf(
  defaults: Merged,
  own: Config,
  fields: readonly ConfigField[],
  scaleUp: number,
): Partial<Config> {
  const { memoryBytes } = { ...defaults.values, ...own };
  const scaled = scaleUp > 1 && memoryBytes !== undefined ? { memoryBytes: memoryBytes * scaleUp } : {};
  const others = fields.filter((field) => isOther.has(field));
  if (others.length === 0 && scaleUp === 1) return defaults.other;
  return { ...defaults.other, ...Object.fromEntries(others.map((field) => [field, own[field]])), ...scaled };
}

/**
 * A node's configuration with every default filled in, and the basis of each field that has a value: the document's,
 * else the technology's, the kind's, the neutral one. `concurrency`, `bandwidthMbps` and `other.memoryBytes` are those
 * of the scaled-up server.
 */
export function resolveConfig(
  node: Node,
  kind: Kind,
  technology: Technology | undefined,
  behaviour: Behaviour,
): Configured {
  const defaults = mergedOf(kind, technology);
  const fields = ownFields(node);
  if (fields.length > 0) return configured(node.config as Config, fields, kind, defaults, behaviour);
  const known = defaults.untouched.get(behaviour) ?? configured({}, fields, kind, defaults, behaviour);
  defaults.untouched.set(behaviour, known);
  return known;
}

/** What each field comes from, where these are said by the document and those are derived. */
function basesOf(defaults: Merged, fields: readonly ConfigField[], derived: Bases): Bases {
  const keys = Object.values(derived).map((basis) => (basis.kind === 'derived' ? basis.key : basis.kind));
  const said = [...fields, ...keys].join(' ');
  const known = defaults.said.get(said);
  if (known !== undefined) return known;
  const basis: Bases = { ...defaults.bases };
  for (const field of fields) basis[field] = documentBasis;
  if (fields.includes('serviceMs')) basis.readMs = basis.writeMs = documentBasis;
  Object.assign(basis, derived);
  defaults.said.set(said, basis);
  return basis;
}

function configured(
  own: Config,
  fields: readonly ConfigField[],
  kind: Kind,
  defaults: Merged,
  behaviour: Behaviour,
): Configured {
  const all: Config = { ...defaults.values, ...own };
  // Each of these has a neutral default; what stands behind ?? only says so to the compiler.
  const scaleUp = ceilinged(all.scaleUp ?? 1, kind.maxScaleUp ?? 8);
  const replicas = all.replicas ?? 1;
  const replicasPerShard = all.replicasPerShard ?? 1;
  const read = quorumOf(own.readQuorum, replicasPerShard);
  const write = quorumOf(own.writeQuorum, replicasPerShard);
  const zones = zonesOf(kind.managed === true, behaviour === 'store' ? replicasPerShard : replicas);
  const config: ResolvedConfig = {
    replicas,
    concurrency: (all.concurrency ?? 1) * scaleUp,
    readMs: own.readMs ?? own.serviceMs ?? all.readMs ?? 0,
    writeMs: own.writeMs ?? own.serviceMs ?? all.writeMs ?? 0,
    cv: all.cv ?? 1,
    queueLimit: all.queueLimit ?? null,
    maxUtilization: all.maxUtilization ?? 0.7,
    instanceAvailability: all.instanceAvailability ?? 1,
    multiZone: own.multiZone ?? zones.multiZone,
    bandwidthMbps: all.bandwidthMbps === undefined ? null : all.bandwidthMbps * scaleUp,
    algorithm: all.algorithm ?? 'least-connections',
    failover: all.failover ?? false,
    hotShare: all.hotShare ?? 0,
    scaleUp,
    hitRate: all.hitRate ?? 0,
    hitRates: all.hitRates ?? {},
    shards: all.shards ?? 1,
    replicasPerShard,
    replication: all.replication ?? 'async',
    readFrom: all.readFrom ?? 'leader',
    readQuorum: read.quorum,
    writeQuorum: write.quorum,
    replicaRttMs: all.replicaRttMs ?? 0,
    scatter: all.scatter ?? false,
    other: otherOf(defaults, own, fields, scaleUp),
  };
  const basis = basesOf(defaults, fields, {
    readQuorum: read.basis,
    writeQuorum: write.basis,
    ...(own.multiZone === undefined && { multiZone: zones.basis }),
  });
  return { config, basis };
}

type ScaleUp = ResolvedConfig['scaleUp'];
const ceilinged = (scaleUp: ScaleUp, ceiling: ScaleUp): ScaleUp => (scaleUp > ceiling ? ceiling : scaleUp);
