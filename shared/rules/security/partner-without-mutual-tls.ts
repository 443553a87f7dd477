import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { doorwayOf, isPartner } from '../facts/authentication';
import { isPublicSource } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SEC-15. Where a writer is not authenticated at all, that is another finding. */
export const partnerWithoutMutualTls: Rule = {
  id: 'partner-without-mutual-tls',
  code: 'SEC-15',
  title: 'A partner known by a key alone',
  severity: 'info',
  stage: 'review',
  message: '{node} shows {door} an API key and nothing stronger.',
  variants: { none: '{node} reads from {door}, which does not authenticate it.' },
  why: 'A key is copied into files and mails and does for whoever has it. A certificate never leaves the partner’s server.',
  fix: 'Let {node} show a certificate (mutual TLS) or a short-lived token.',
  source: {
    text: 'RFC 8705, OAuth 2.0 Mutual-TLS Client Authentication',
    url: 'https://www.rfc-editor.org/rfc/rfc8705',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const flows = flowsByPartner(design);
    const hits: Hit[] = [];
    for (const [node, own] of flows) {
      const hit = hitOf(design, node, own);
      if (hit !== null) hits.push(hit);
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A certificate',
          design: sketch({ shop: 'partner', api: 'service' }, 'shop -> api', {
            flows: { orders: { entry: 'shop' } },
            config: { api: { authentication: 'mutual-tls' } },
          }),
        },
        {
          title: 'People with a browser',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { authentication: 'api-key' } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Another company with an API key',
          target: 'shop',
          design: sketch(
            { shop: 'partner', gateway: 'api-gateway', api: 'service' },
            'shop -> gateway -> api',
            {
              flows: { orders: { entry: 'shop' } },
              config: { gateway: { authentication: 'api-key' } },
            },
          ),
        },
        {
          title: 'A partner that nothing authenticates',
          target: 'shop',
          design: sketch({ shop: 'partner', api: 'service' }, 'shop -> api', {
            flows: { orders: { entry: 'shop' } },
          }),
        },
      ],
    };
  },
};

/** The partners of a design with the flows that they start. */
function flowsByPartner(design: ResolvedDesign): ReadonlyMap<ResolvedNode, readonly ResolvedFlow[]> {
  const partners = new Map<string, { readonly node: ResolvedNode; readonly flows: ResolvedFlow[] }>();
  for (const node of design.nodes) {
    if (isPublicSource(node) && isPartner(node)) partners.set(node.id, { node, flows: [] });
  }
  for (const flow of design.flows) partners.get(flow.entry)?.flows.push(flow);
  return new Map([...partners.values()].map(({ node, flows }) => [node, flows]));
}

/** One finding for a partner: what the first of its flows lacks, and a fix for all of them. */
function hitOf(design: ResolvedDesign, node: ResolvedNode, flows: readonly ResolvedFlow[]): Hit | null {
  const weak = flows.flatMap((flow) => weakDoor(design, flow) ?? []);
  const [first] = weak;
  if (first === undefined) return null;
  const doors = new Set(weak.map(({ door }) => door.id));
  return {
    target: node.id,
    values: { node: { part: node.id }, door: { part: first.door.id } },
    ...(!first.isKey && { variant: 'none' }),
    quickFix: {
      id: 'ask-for-certificate',
      title: 'Require a certificate',
      values: {},
      changes: [...doors].map((id) => ({
        op: 'patch-config',
        id,
        patch: { authentication: 'mutual-tls' },
      })),
    },
  };
}

/** Where the flow comes in by an API key or, if it only reads, by nothing at all. */
function weakDoor(
  design: ResolvedDesign,
  flow: ResolvedFlow,
): { readonly door: ResolvedNode; readonly isKey: boolean } | null {
  const { code, door, strongest, isUnknown } = doorwayOf(design, flow);
  if (code === null || door === null || isUnknown) return null;
  if (strongest === 'token' || strongest === 'mutual-tls') return null;
  const isKey = strongest === 'api-key';
  return isKey || flow.kind === 'read' ? { door, isKey } : null;
}
