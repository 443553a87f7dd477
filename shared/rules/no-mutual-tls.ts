import type { ResolvedDesign, ResolvedEdge } from '../catalog/resolved';
import { type DesignGraph, graphOf, incomingOf, isLive } from './facts/graph';
import { isOwnCode } from './facts/roles';
import { asked } from './practice';
import type { Hit, Rule, RuleContext } from './rule';
import { sketch } from './sketch';

/** Below this many services that call each other, one team knows every caller. */
const fewestServices = 3;

/** SEC-09. A callee that asks for a token or a certificate knows its callers already. */
export const noMutualTls: Rule = {
  id: 'no-mutual-tls',
  code: 'SEC-09',
  title: 'Services that trust whoever is inside',
  severity: 'info',
  stage: 'review',
  message: '{node} answers whoever reaches it inside: none of its {count} callers shows who it is.',
  variants: {
    one: '{node} answers whoever reaches it inside: its one caller, {from}, does not show who it is.',
    question: 'Do services show each other who they are, as {from} should when it calls {node}?',
  },
  why: 'Whoever breaks into one service can then call every other in its name.',
  fix: 'Let the callers of {node} show certificates, by a service mesh for instance, and list who may call it.',
  source: {
    text: 'NIST SP 800-207, Zero Trust Architecture (assumption: cited from general knowledge)',
    url: 'https://csrc.nist.gov/pubs/sp/800/207/final',
  },
  check: (context: RuleContext): readonly Hit[] => asked(context, 'no-mutual-tls', trusting(context.design)),
  get examples() {
    return {
      valid: [
        {
          title: 'Two services are not yet a network',
          design: sketch({ user: 'client', api: 'service', ledger: 'service' }, 'user -> api -> ledger'),
        },
        {
          title: 'All that are called inside ask for a certificate or a token',
          design: sketch(
            { user: 'client', api: 'service', ledger: 'service', rates: 'service' },
            'user -> api -> ledger, api -> rates',
            { config: { ledger: { authentication: 'mutual-tls' }, rates: { authentication: 'token' } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'Three services',
          target: '*',
          design: sketch(
            { user: 'client', api: 'service', ledger: 'service', rates: 'service' },
            'user -> api -> ledger, api -> rates',
          ),
        },
        {
          title: 'Answered no',
          target: 'ledger',
          design: sketch(
            { user: 'client', api: 'service', ledger: 'service', rates: 'service' },
            'user -> api -> ledger, api -> rates',
            { system: { practices: { 'no-mutual-tls': { answer: 'no' } } } },
          ),
        },
      ],
    };
  },
};

/** A hit for each service that other services call and that does not ask them who they are. */
function trusting(design: ResolvedDesign): readonly Hit[] {
  if (design.nodes.some(({ kind }) => kind.id === 'service-mesh')) return [];
  const graph = graphOf(design);
  const hits: Hit[] = [];
  const talking = new Set<string>();
  for (const node of design.nodes) {
    if (!isOwnCode(node)) continue;
    const inner = incomingOf(graph, node.id).filter((edge) => isInner(graph, edge));
    const [first] = inner;
    if (first === undefined) continue;
    talking.add(node.id);
    for (const { from } of inner) talking.add(from);
    const { authentication } = node.config.other;
    if (authentication === 'token' || authentication === 'mutual-tls') continue;
    const callers = new Set(inner.map(({ from }) => from)).size;
    const values = { node: { part: node.id }, from: { part: first.from }, count: { count: callers } };
    hits.push({ target: node.id, values, ...(callers === 1 && { variant: 'one' }) });
  }
  return talking.size < fewestServices ? [] : hits;
}

function isInner(graph: DesignGraph, edge: ResolvedEdge): boolean {
  const from = graph.nodes.get(edge.from);
  return from !== undefined && from.id !== edge.to && isLive(edge) && isOwnCode(from);
}
