import type { Config, ConfigField } from '../model/config';
import { configFields } from '../model/fields/index';
import type { Behaviour } from '../model/vocabulary';
import type { Default, Defaults, Kind, Technology } from './kind';
import { basisOf } from './known-bases';
import { neutralDefaults } from './neutral';
import type { Basis, OtherConfig, ResolvedConfig } from './resolved';

/** Fields that `ResolvedConfig` does not name, since no load or time is computed from them: they are in its `other`. */
export const isOther: ReadonlySet<string> = new Set(
  Object.entries(configFields).flatMap(([name, { inLoads }]) => (inLoads === true ? [] : [name])),
);

export type Bases = { [F in ConfigField]?: Basis };

/** A node's configuration, and what each field that has a value comes from. */
export interface Configured {
  readonly config: ResolvedConfig;
  readonly basis: { readonly [F in ConfigField]?: Basis };
}

/** The defaults of a kind in a technology, one over the other, and what they come from. */
export interface Merged {
  readonly values: Config;
  readonly bases: Bases;
  readonly other: Partial<OtherConfig>;
  /** The whole answer for nodes that say nothing themselves, by behaviour. */
  readonly untouched: Map<Behaviour, Configured>;
  /** The bases of nodes that say the same fields: few sets of them serve a thousand nodes. */
  readonly said: Map<string, Bases>;
  /** The answers for what nodes said recently, the oldest first: many say the same. */
  readonly recent: Said[];
}

/** What a node said, and what came of it. */
export interface Said {
  readonly own: Config;
  readonly fields: readonly ConfigField[];
  readonly behaviour: Behaviour;
  readonly configured: Configured;
}

const merged = new WeakMap<Kind, Map<Technology | undefined, Merged>>();

/** Computed once for each kind and technology, for a design may have a thousand nodes of them. */
export function mergedOf(kind: Kind, technology: Technology | undefined): Merged {
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
    recent: [],
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
