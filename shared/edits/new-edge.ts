import type { ResolvedNode } from '../catalog/resolved';
import type { Quantities } from '../math/quantity';
import type { Edge } from '../model/schema';
import { protocolOf } from './protocol';
import { type RareCall, rareCall } from './rare-calls';

/** What was filled in on an edge without being asked, so that the window can say so and offer to change it. */
export interface Assumption {
  readonly edge: string;
  readonly field: 'onMissOf' | 'protocol' | 'mode' | 'calls' | 'flows';
  /** Of `assumptionTexts`. */
  readonly key:
    | 'misses-of'
    | 'protocol-of'
    | 'async-events'
    | 'replication'
    | 'writes-only'
    | RareCall['key'];
  readonly values: Quantities;
}

/** A field of a new edge that is most likely so, and why. */
export type Guess = Pick<Assumption, 'field' | 'key' | 'values'> & { readonly fields: Partial<Edge> };

/** Its id and ends; a node that is added with it has an id that no design knows yet. */
export type EdgeEnds = Pick<Edge, 'id' | 'from' | 'to'>;

/**
 * The edge of a new call as whoever draws it gets it and as a quick fix adds it: what is most likely by its two ends alone. What
 * follows from the other calls of the caller is added by `connectChanges`, and in a quick fix by what it is for.
 */
export const newEdge = (ends: EdgeEnds, caller: ResolvedNode, callee: ResolvedNode): Edge =>
  withGuesses(ends, guessesByEnds(caller, callee));

export const withGuesses = (ends: EdgeEnds, guesses: readonly Guess[]): Edge =>
  Object.assign({ ...ends }, ...guesses.map((guess) => guess.fields));

/** The protocol of the callee’s kind, how seldom it is called, whether anybody waits for it, and what one database copies to another. */
export const guessesByEnds = (caller: ResolvedNode, callee: ResolvedNode): readonly Guess[] =>
  [
    protocolGuess(caller, callee),
    callsGuess(caller, callee),
    modeGuess(caller, callee),
    replicationGuess(caller, callee),
  ].filter((guess) => guess !== null);

function protocolGuess(caller: ResolvedNode, callee: ResolvedNode): Guess | null {
  // A consumer speaks the protocol of the queue that it takes from.
  const protocol = caller.behaviour === 'buffer' ? protocolOf(caller) : protocolOf(callee);
  if (protocol === undefined || protocol === 'https') return null;
  return { fields: { protocol }, field: 'protocol', key: 'protocol-of', values: { protocol } };
}

function callsGuess(caller: ResolvedNode, callee: ResolvedNode): Guess | null {
  const rare = rareCall(caller, callee);
  if (rare === null) return null;
  const { key, fields } = rare;
  return { fields, field: 'calls', key, values: { visits: { count: 1 / fields.calls } } };
}

const tellingMany: readonly string[] = ['stream', 'pub-sub'];

function modeGuess(caller: ResolvedNode, callee: ResolvedNode): Guess | null {
  if (!tellingMany.includes(callee.kind.id) || caller.behaviour !== 'station') return null;
  return { fields: { mode: 'async' }, field: 'mode', key: 'async-events', values: {} };
}

/** An arrow from a database to its replica means that the one copies to the other, not that it asks it. */
function replicationGuess(caller: ResolvedNode, callee: ResolvedNode): Guess | null {
  if (caller.behaviour !== 'store' || callee.kind.id !== 'read-replica') return null;
  return { fields: { mode: 'async', flows: [] }, field: 'flows', key: 'replication', values: {} };
}
