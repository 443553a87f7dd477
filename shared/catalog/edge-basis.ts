import type { Edge } from '../model/schema';
import { assumed } from './basis';
import { basisOf, derivedBasis, documentBasis } from './known-bases';
import type { Basis, ResolvedEdge } from './resolved';

/** A value, where it comes from, and the number of that among all that its field may come from; 0 is the document. */
export interface Found<V> {
  readonly value: V;
  readonly basis: Basis;
  readonly from: number;
}

/** A value that the document says. */
export const written = <V>(value: V): Found<V> => ({ value, basis: documentBasis, from: 0 });

/** A value that a rule of the format derives; `from` is below 8. */
export const derived = <V>(value: V, key: string, from: number): Found<V> => ({
  value,
  basis: derivedBasis(key),
  from,
});

/** What an edge is where the document does not say it. */
export const plainEdge = {
  label: assumed('', 'No words on it'),
  protocol: assumed('https', 'What most calls are today'),
  calls: assumed(1, 'One call per request'),
  weight: assumed(1, 'The same share as its siblings'),
  retries: assumed(0, 'Not tried again'),
  optional: assumed(false, 'The caller fails without it'),
} as const;

/** The bases of the fields that do not follow from what stands around an edge, where the document does not say them. */
const unset = {
  label: basisOf(plainEdge.label),
  protocol: basisOf(plainEdge.protocol),
  calls: basisOf(plainEdge.calls),
  onMissOf: derivedBasis('no-cache'),
  fallbackOf: derivedBasis('no-fallback'),
  operation: derivedBasis('operation-of-visit'),
  weight: basisOf(plainEdge.weight),
  retries: basisOf(plainEdge.retries),
  backoff: derivedBasis('not-said'),
  circuitBreaker: derivedBasis('not-said'),
  timeoutMs: derivedBasis('timeout-auto'),
  tls: derivedBasis('tls-of-protocol'),
  optional: basisOf(plainEdge.optional),
  requestBytes: derivedBasis('bytes-of-flow'),
  responseBytes: derivedBasis('response-of-call'),
  storedBytes: derivedBasis('stored-by-write'),
} as const satisfies { readonly [F in keyof Edge]?: Basis };

const unsetFields = Object.keys(unset) as readonly (keyof typeof unset)[];

/** The bases of edges by what each field comes from: a few sets of them serve ten thousand edges. */
const knownBases = new Map<number, ResolvedEdge['basis']>();
const mostKnown = 4096;

/** The basis of each field of an edge, given those of the fields that follow from what stands around it. */
export function basisFor(
  edge: Edge,
  mode: Found<unknown>,
  flows: Found<unknown>,
  choice: Found<unknown>,
  network: Found<unknown>,
  rttMs: Found<unknown>,
  step: Found<unknown>,
): ResolvedEdge['basis'] {
  const ends = (((mode.from * 8 + flows.from) * 8 + choice.from) * 8 + network.from) * 8 + rttMs.from;
  const key = (ends * 8 + step.from) * 65_536 + saidBy(edge);
  const known = knownBases.get(key);
  if (known !== undefined) return known;
  const basis: Record<string, Basis> = {
    ...unset,
    mode: mode.basis,
    flows: flows.basis,
    choice: choice.basis,
    network: network.basis,
    rttMs: rttMs.basis,
    step: step.basis,
  };
  for (const field of unsetFields) if (edge[field] !== undefined) basis[field] = documentBasis;
  if (knownBases.size === mostKnown) knownBases.clear();
  knownBases.set(key, basis);
  return basis;
}

const bit = (value: unknown, at: number): number => (value === undefined ? 0 : 1 << at);

/** One bit for each field of `unset` that the document says. Written out: reading fields by name takes five times as long. */
const saidBy = (edge: Edge): number =>
  bit(edge.label, 0) |
  bit(edge.protocol, 1) |
  bit(edge.calls, 2) |
  bit(edge.onMissOf, 3) |
  bit(edge.weight, 4) |
  bit(edge.retries, 5) |
  bit(edge.backoff, 6) |
  bit(edge.circuitBreaker, 7) |
  bit(edge.timeoutMs, 8) |
  bit(edge.tls, 9) |
  bit(edge.optional, 10) |
  bit(edge.fallbackOf, 11) |
  bit(edge.operation, 12) |
  bit(edge.requestBytes, 13) |
  bit(edge.responseBytes, 14) |
  bit(edge.storedBytes, 15);
