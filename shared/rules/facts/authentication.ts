import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import type { Config } from '../../model/config';
import { graphOf, isLive, outgoingOf } from './graph';
import { passesOn } from './public-way';
import { isOwnCode } from './roles';

export type Authentication = NonNullable<Config['authentication']>;

/** What the requests of a flow meet before a buffer, a store or another company takes them. */
export interface Doorway {
  /** The first code of one's own that they reach; null where they reach none. */
  readonly code: ResolvedNode | null;
  /** How callers show who they are: the strongest of the way, null where nothing is said. */
  readonly strongest: Authentication | null;
  /** Whether somebody else is asked who the caller is, or a plain box stands on the way, of which nothing is known. */
  readonly isUnknown: boolean;
  /** Where a caller would be asked best: the part before that code, or it, that asks now, else a gateway, else that code. */
  readonly door: ResolvedNode | null;
}

const gateways: ReadonlySet<string> = new Set(['api-gateway', 'graphql-gateway', 'grpc-gateway']);

const strengths: readonly Authentication[] = ['none', 'api-key', 'token', 'mutual-tls'];

const strengthOf = (authentication: Authentication | null): number =>
  authentication === null ? -1 : strengths.indexOf(authentication);

/** Whether a source is another company's program rather than people. */
export const isPartner = ({ kind }: ResolvedNode): boolean => kind.id === 'partner';

/** Follows a flow from its entry as far as its requests are passed on. Linear in what it reaches. */
export function doorwayOf(design: ResolvedDesign, flow: string, entry: string): Doorway {
  const graph = graphOf(design);
  let code: ResolvedNode | null = null;
  let gateway: ResolvedNode | null = null;
  let asking: ResolvedNode | null = null;
  let isInner = false;
  let isUnknown = false;
  const reached = new Set([entry]);
  for (const id of reached) {
    const from = graph.nodes.get(id);
    if (from === undefined || !passesOn(from)) continue;
    for (const edge of outgoingOf(graph, id)) {
      const to = graph.nodes.get(edge.to);
      if (to === undefined) continue;
      // Who issues tokens is often asked by an edge of its own, once for many requests.
      if (to.kind.id === 'identity-provider') isUnknown = true;
      if (!carries(edge, flow)) continue;
      reached.add(edge.to);
      if (to.behaviour === 'pass-through') isUnknown = true;
      if (isOwnCode(to)) code ??= to;
      if (gateways.has(to.kind.id) && !isOwnCode(from)) gateway ??= to;
      if (!answersFor(from, to) || !isStronger(to, asking)) continue;
      asking = to;
      isInner = isOwnCode(from);
    }
  }
  const strongest = asking?.config.other.authentication ?? null;
  return { code, strongest, isUnknown, door: (isInner ? null : asking) ?? gateway ?? code };
}

const carries = (edge: ResolvedEdge, flow: string): boolean => isLive(edge) && edge.flows.includes(flow);

/** Whether what a node asks of its caller says anything of the caller outside: not that of a database, nor a certificate of our own. */
function answersFor(from: ResolvedNode, to: ResolvedNode): boolean {
  if (!passesOn(to) || to.config.other.authentication === undefined) return false;
  return !(isOwnCode(from) && to.config.other.authentication === 'mutual-tls');
}

function isStronger(node: ResolvedNode, than: ResolvedNode | null): boolean {
  const strength = strengthOf(node.config.other.authentication ?? null);
  return strength > strengthOf(than?.config.other.authentication ?? null);
}
