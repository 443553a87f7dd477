import type { ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { words } from '../../math/message';
import { type Authentication, type Doorway, doorwayOf, isPartner } from '../facts/authentication';
import { graphOf } from '../facts/graph';
import { isPublicSource } from '../facts/roles';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SEC-02. Of flows that are not set to be anonymous. Authentication set to none is broken at once; authentication that is not set is found in a review. */
export const unauthenticatedWrites: Rule = {
  id: 'unauthenticated-writes',
  code: 'SEC-02',
  title: 'Writes by anyone',
  severity: 'error',
  stage: 'review',
  message: '{flow} writes through {node} at {rate}, and nothing on its way authenticates the caller.',
  variants: {
    none: '{flow} writes through {node} at {rate}, and {door} is set to authenticate nobody.',
  },
  why: 'Whoever finds the address can write: fill the store, spoil what others wrote, or act in their name.',
  fix: 'Let {door} check a token or a key before the write is done, and what its holder may do.',
  fixes: {
    authenticate: 'Let {door} require {proof} of each caller, and check what its holder may do.',
  },
  source: {
    text: 'OWASP API Security Top 10 (2023), API2: broken authentication; AWS Well-Architected, Security Pillar, SEC 2 (assumption: cited from general knowledge)',
    url: 'https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const graph = graphOf(design);
    return design.flows.flatMap((flow): Hit[] => {
      const source = graph.nodes.get(flow.entry);
      if (flow.kind !== 'write' || flow.anonymous === true) return [];
      if (source === undefined || !isPublicSource(source)) return [];
      const hit = hitOf(flow, source, doorwayOf(design, flow));
      return hit === null ? [] : [hit];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'The service requires a token',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { orders: { kind: 'write', rps: 100 } },
            config: { api: { authentication: 'token' } },
          }),
        },
        {
          title: 'A paste that anyone may write, which is meant',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { pastes: { kind: 'write', rps: 100, anonymous: true } },
          }),
        },
        {
          title: 'The gateway requires a key',
          design: sketch(
            { user: 'client', gateway: 'api-gateway', api: 'service' },
            'user -> gateway -> api',
            {
              flows: { orders: { kind: 'write', rps: 100 } },
              config: { gateway: { authentication: 'api-key' } },
            },
          ),
        },
        {
          title: 'An identity provider says who calls',
          design: sketch(
            { user: 'client', api: 'service', people: 'identity-provider' },
            'user -> api -> people',
            {
              flows: { orders: { kind: 'write', rps: 100 } },
              edges: { 'api -> people': { calls: 0.01 } },
            },
          ),
        },
        {
          title: 'Everyone may read',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api'),
        },
        {
          title: 'A box of which nothing is known is in front of the service',
          design: sketch({ user: 'client', door: 'custom', api: 'service' }, 'user -> door -> api', {
            flows: { orders: { kind: 'write', rps: 100 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Authentication not set',
          target: 'orders',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
            flows: { orders: { kind: 'write', rps: 100 } },
          }),
        },
        {
          title: 'The gateway is open',
          target: 'orders',
          design: sketch(
            { user: 'client', gateway: 'api-gateway', api: 'service' },
            'user -> gateway -> api',
            {
              flows: { orders: { kind: 'write', rps: 100 } },
              config: { gateway: { authentication: 'none' } },
            },
          ),
        },
        {
          title: 'A certificate between two services says nothing of who called the first',
          target: 'orders',
          design: sketch({ user: 'client', api: 'service', ledger: 'service' }, 'user -> api -> ledger', {
            flows: { orders: { kind: 'write', rps: 100 } },
            config: { ledger: { authentication: 'mutual-tls' } },
          }),
        },
      ],
    };
  },
};

function hitOf(flow: ResolvedFlow, source: ResolvedNode, way: Doorway): Hit | null {
  const { code, door, strongest } = way;
  if (code === null || door === null || way.isUnknown) return null;
  if (strongest !== null && strongest !== 'none') return null;
  const values = {
    flow: { part: flow.id },
    node: { part: code.id },
    door: { part: door.id },
    rate: { rps: flow.rateRps },
  };
  const isSaid = door.basis.authentication?.kind === 'document';
  const stage = isSaid ? ({ stage: 'broken', variant: 'none' } as const) : {};
  return { target: flow.id, values, ...stage, quickFix: authenticate(door, source) };
}

/** People sign in and carry a token; another company's program shows its certificate. */
function authenticate(door: ResolvedNode, source: ResolvedNode): QuickFix {
  const authentication: Authentication = isPartner(source) ? 'mutual-tls' : 'token';
  const proof = authentication === 'token' ? words('a token') : words('a certificate');
  return {
    id: 'authenticate',
    title: 'Require {proof} at {door}',
    values: { proof, door: { part: door.id } },
    changes: [{ op: 'patch-config', id: door.id, patch: { authentication } }],
  };
}
