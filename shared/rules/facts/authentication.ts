import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import type { Config } from '../../model/config';
import { partsOf } from './parts';
import { passesOn } from './public-way';
import { isOwnCode } from './roles';

export type Authentication = NonNullable<Config['authentication']>;

/** What the requests of a flow meet before a buffer, a store or another company takes them. */
export interface Doorway {
  /** The first code of one's own that they reach; null where they reach none. */
  readonly code: ResolvedNode | null;
  /** Authentication of callers: the strongest on the way, null where none is set. */
  readonly strongest: Authentication | null;
  /** Whether another service authenticates the caller, or a plain box is on the way, of which nothing is known. */
  readonly isUnknown: boolean;
  /** Where callers are best authenticated: the part before that code, or it, that authenticates now, else a gateway, else that code. */
  readonly door: ResolvedNode | null;
}

const gateways: ReadonlySet<string> = new Set(['api-gateway', 'graphql-gateway', 'grpc-gateway']);

const strengths: readonly Authentication[] = ['none', 'api-key', 'token', 'mutual-tls'];

const strengthOf = (authentication: Authentication | null): number =>
  authentication === null ? -1 : strengths.indexOf(authentication);

/** Whether a source is another company's program rather than people. */
export const isPartner = ({ kind }: ResolvedNode): boolean => kind.id === 'partner';

/** Follows a flow from its entry as far as its requests are passed on. Linear in what it reaches. */
export function doorwayOf(design: ResolvedDesign, flow: ResolvedFlow): Doorway {
  const { all, byId } = partsOf(design);
  const position = design.flows.indexOf(flow);
  let code: ResolvedNode | null = null;
  let gateway: ResolvedNode | null = null;
  let authenticating: ResolvedNode | null = null;
  let isInner = false;
  let isUnknown = false;
  const entry = byId.get(flow.entry);
  const seen = new Uint8Array(all.length);
  // It grows during the walk, so it is its own queue.
  const reached = entry === undefined ? [] : [entry];
  for (const { at } of reached) seen[at] = 1;
  for (const { node: from, calls } of reached) {
    if (!passesOn(from)) continue;
    for (const { to: callee, carries } of calls) {
      const to = callee.node;
      // The issuer of tokens is often called by an edge of its own, once for many requests.
      if (to.kind.id === 'identity-provider') isUnknown = true;
      if (carries[position] !== 1) continue;
      if (seen[callee.at] !== 1) reached.push(callee);
      seen[callee.at] = 1;
      if (to.behaviour === 'pass-through') isUnknown = true;
      if (isOwnCode(to)) code ??= to;
      if (gateways.has(to.kind.id) && !isOwnCode(from)) gateway ??= to;
      if (!answersFor(from, to) || !isStronger(to, authenticating)) continue;
      authenticating = to;
      isInner = isOwnCode(from);
    }
  }
  const strongest = authenticating?.config.other.authentication ?? null;
  return { code, strongest, isUnknown, door: (isInner ? null : authenticating) ?? gateway ?? code };
}

/** Whether the authentication of a node identifies the external caller: not that of a database, nor an internal certificate. */
function answersFor(from: ResolvedNode, to: ResolvedNode): boolean {
  if (!passesOn(to) || to.config.other.authentication === undefined) return false;
  return !(isOwnCode(from) && to.config.other.authentication === 'mutual-tls');
}

function isStronger(node: ResolvedNode, than: ResolvedNode | null): boolean {
  const strength = strengthOf(node.config.other.authentication ?? null);
  return strength > strengthOf(than?.config.other.authentication ?? null);
}
