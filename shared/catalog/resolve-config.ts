import { type Config, type ConfigField, configSchema } from '../model/config';
import { orNothing } from '../model/limits';
import type { Node } from '../model/schema';
import type { Behaviour } from '../model/vocabulary';
import type { Kind, Technology } from './kind';
import { derivedBasis, documentBasis } from './known-bases';
import { type Bases, type Configured, isOther, type Merged, mergedOf, type Said } from './merged-defaults';
import type { Basis, OtherConfig, ResolvedConfig } from './resolved';

const majority = derivedBasis('majority');
const clampedToReplicas = derivedBasis('quorum-of-replicas');
const managedZones = derivedBasis('zones-managed');
const spreadZones = derivedBasis('zones-spread');
const oneZone = derivedBasis('zones-one');
const placesOfSlots = derivedBasis('places-of-slots');

const isField: ReadonlySet<string> = new Set(Object.keys(configSchema.shape));

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
  scaleUp: ScaleUp,
): Partial<OtherConfig> {
  if (scaleUp === 1 && !fields.some((field) => isOther.has(field))) return defaults.other;
  const other: Record<string, unknown> = { ...defaults.other };
  for (const field of fields) if (isOther.has(field)) other[field] = own[field];
  const memoryBytes = own.memoryBytes ?? defaults.values.memoryBytes;
  if (scaleUp !== 1 && memoryBytes !== undefined) other['memoryBytes'] = ofSize(memoryBytes, scaleUp);
  return other;
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
  if (fields.length > 0) return configuredLike(node.config as Config, fields, kind, defaults, behaviour);
  const known = defaults.untouched.get(behaviour) ?? configured({}, fields, kind, defaults, behaviour);
  defaults.untouched.set(behaviour, known);
  return known;
}

const mostRecent = 8;

/** The configuration of a node that says something itself; one object for nodes that say the same. */
function configuredLike(
  own: Config,
  fields: readonly ConfigField[],
  kind: Kind,
  defaults: Merged,
  behaviour: Behaviour,
): Configured {
  const { recent } = defaults;
  for (const known of recent)
    if (known.behaviour === behaviour && saysTheSame(known, own, fields)) return known.configured;
  const made = configured(own, fields, kind, defaults, behaviour);
  if (recent.length === mostRecent) recent.shift();
  recent.push({ own, fields, behaviour, configured: made });
  return made;
}

/** Lists and records are the same only where they are the same object. */
function saysTheSame(known: Said, own: Config, fields: readonly ConfigField[]): boolean {
  if (known.fields.length !== fields.length) return false;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as ConfigField;
    if (known.fields[i] !== field || !Object.is(known.own[field], own[field])) return false;
  }
  return true;
}

/** What each field comes from, where these are said by the document and those are derived. */
function basesOf(
  defaults: Merged,
  fields: readonly ConfigField[],
  read: Basis,
  write: Basis,
  zones: Basis | null,
  holdsSlot: boolean,
): Bases {
  const derived = zones === null ? [read, write] : [read, write, zones];
  const said = `${fields.join(' ')} ${derived.map(nameOf).join(' ')}`;
  const known = defaults.said.get(said);
  if (known !== undefined) return known;
  const basis: Bases = { ...defaults.bases };
  for (const field of fields) basis[field] = documentBasis;
  if (fields.includes('serviceMs')) basis.readMs = basis.writeMs = documentBasis;
  basis.readQuorum = read;
  basis.writeQuorum = write;
  if (zones !== null) basis.multiZone = zones;
  if (holdsSlot && !fields.includes('maxInFlight')) basis.maxInFlight = placesOfSlots;
  defaults.said.set(said, basis);
  return basis;
}

const nameOf = (basis: Basis): string => (basis.kind === 'derived' ? basis.key : basis.kind);

function configured(
  own: Config,
  fields: readonly ConfigField[],
  kind: Kind,
  defaults: Merged,
  behaviour: Behaviour,
): Configured {
  const all: Config = { ...defaults.values, ...own };
  // Each of these has a neutral default; what is behind ?? only says so to the compiler.
  const scaleUp = sizeWithin(all.scaleUp ?? 1, kind);
  const replicas = all.replicas ?? 1;
  const replicasPerShard = all.replicasPerShard ?? 1;
  const read = quorumOf(own.readQuorum, replicasPerShard);
  const write = quorumOf(own.writeQuorum, replicasPerShard);
  const maxInFlight = all.maxInFlight ?? (kind.holdsSlot === true ? (all.concurrency ?? 1) : undefined);
  const zones = zonesOf(kind.managed === true, behaviour === 'store' ? replicasPerShard : replicas);
  const config: ResolvedConfig = {
    replicas,
    concurrency: ofSize(all.concurrency ?? 1, scaleUp),
    readMs: orNothing(own.readMs ?? own.serviceMs ?? all.readMs ?? 0),
    writeMs: orNothing(own.writeMs ?? own.serviceMs ?? all.writeMs ?? 0),
    cv: all.cv ?? 1,
    delayMs: orNothing(all.delayMs ?? 0),
    delayCv: all.delayCv ?? 1,
    slowShare: all.slowShare ?? 0,
    slowMs: orNothing(all.slowMs ?? 0),
    maxInFlight: maxInFlight === undefined ? null : ofSize(maxInFlight, scaleUp),
    standby: all.standby ?? 0,
    queueLimit: all.queueLimit ?? null,
    maxUtilization: orNothing(all.maxUtilization ?? 0.7),
    instanceAvailability: all.instanceAvailability ?? 1,
    multiZone: own.multiZone ?? zones.multiZone,
    bandwidthMbps: all.bandwidthMbps === undefined ? null : orNothing(all.bandwidthMbps * scaleUp),
    rateLimitRps: all.rateLimitRps ?? null,
    quotaRps: all.quotaRps ?? null,
    connectionsPerReplica:
      all.connectionsPerReplica === undefined ? null : ofSize(all.connectionsPerReplica, scaleUp),
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
    replicaRttMs: orNothing(all.replicaRttMs ?? 0),
    scatter: all.scatter ?? false,
    other: otherOf(defaults, own, fields, scaleUp),
  };
  const ofZones = own.multiZone === undefined ? zones.basis : null;
  const basis = basesOf(defaults, fields, read.basis, write.basis, ofZones, kind.holdsSlot === true);
  return { config, basis };
}

type ScaleUp = ResolvedConfig['scaleUp'];

/** The size nearest to a wanted one that exists for the kind. */
function sizeWithin(wanted: ScaleUp, kind: Kind): ScaleUp {
  const minScaleUp: ScaleUp = kind.minScaleUp ?? 1;
  const maxScaleUp: ScaleUp = kind.maxScaleUp ?? 8;
  if (wanted < minScaleUp) return minScaleUp;
  return wanted > maxScaleUp ? maxScaleUp : wanted;
}

/** So many of something whole that a server of the usual size has, on one of another size: at least one. */
const ofSize = (count: number, scaleUp: ScaleUp): number => Math.max(1, Math.floor(count * scaleUp));
