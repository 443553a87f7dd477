import type { Default } from './kind';
import type { Basis } from './resolved';

/** The basis of what the document says. */
export const documentBasis: Basis = { kind: 'document' };
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
