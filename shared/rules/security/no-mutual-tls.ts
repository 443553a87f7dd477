import type { ResolvedDesign } from '../../catalog/resolved';
import { nodesOfKind } from '../facts/nodes';
import { type Call, type Part, partsOf } from '../facts/parts';
import { isOwnCode } from '../facts/roles';
import { questionHitsOf } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Below this many services that call each other, one team knows every caller. */
const fewestServices = 3;

/** SEC-09. A callee that requires a token or a certificate authenticates its callers already. */
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
  check: (context: RuleContext): readonly Hit[] =>
    questionHitsOf(context, 'no-mutual-tls', trusting(context.design), hitOf),
  get examples() {
    return {
      valid: [
        {
          title: 'Two services are not yet a network',
          design: sketch({ user: 'client', api: 'service', ledger: 'service' }, 'user -> api -> ledger'),
        },
        {
          title: 'All internal callees require a certificate or a token',
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

/** The services that other services call without authentication. */
function trusting(design: ResolvedDesign): readonly Part[] {
  if (nodesOfKind(design, 'service-mesh').length > 0) return [];
  const found: Part[] = [];
  const talking = new Set<Part>();
  for (const part of partsOf(design).all) {
    if (!isOwnCode(part.node) || !part.callers.some(isInner)) continue;
    if (talking.size < fewestServices) {
      talking.add(part);
      for (const call of part.callers) if (isInner(call)) talking.add(call.from);
    }
    const { authentication } = part.node.config.other;
    if (authentication !== 'token' && authentication !== 'mutual-tls') found.push(part);
  }
  return talking.size < fewestServices ? [] : found;
}

const isInner = ({ from, isLive, to }: Call): boolean => from !== to && isLive && isOwnCode(from.node);

function hitOf({ node, callers }: Part): Hit {
  const inner = new Set(callers.filter(isInner).map(({ from }) => from.node.id));
  const [first = node.id] = inner;
  const values = { node: { part: node.id }, from: { part: first }, count: { count: inner.size } };
  return { target: node.id, values, ...(inner.size === 1 && { variant: 'one' }) };
}
