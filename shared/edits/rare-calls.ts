import type { ResolvedNode } from '../catalog/resolved';
import { own } from '../model/own';
import type { Edge } from '../model/schema';

/** A call that is made far less often than once a visit, and why: a key of `assumptionTexts`. */
export interface RareCall {
  readonly key: 'dns-lookups' | 'few-lookups' | 'dead-letters' | 'copies';
  readonly fields: Pick<Edge, 'flows' | 'mode'> & { readonly calls: number };
}

/** The share of requests for which a client queries DNS: the lookups that miss the time to live of its answer. */
const dnsLookup: RareCall = { key: 'dns-lookups', fields: { calls: 0.01 } };
/** Signing in; a token is checked without a call to its issuer. */
const signIn: RareCall = { key: 'few-lookups', fields: { calls: 0.01 } };
/** A secret is kept in memory until it is renewed. */
const secret: RareCall = { key: 'few-lookups', fields: { calls: 0.001 } };
/** What failed at every try. */
const deadLetter: RareCall = { key: 'dead-letters', fields: { calls: 0.001, mode: 'async' } };
/** Many writes are gathered into one piece of a copy. */
const copy: RareCall = { key: 'copies', fields: { calls: 0.0001, mode: 'async', flows: 'write' } };

const rareAt: Readonly<Record<string, RareCall>> = {
  'identity-provider': signIn,
  'secret-manager': secret,
  'dead-letter-queue': deadLetter,
  backup: copy,
};

/** How seldom a node most likely calls another, where that is not once a visit. */
export function rareCall(caller: ResolvedNode, callee: ResolvedNode): RareCall | null {
  if (callee.kind.id === 'dns') return caller.behaviour === 'source' ? dnsLookup : null;
  return own(rareAt, callee.kind.id) ?? null;
}
