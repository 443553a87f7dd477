import type { ResolvedDesign, ResolvedGroup } from '../../catalog/resolved';
import { nodesSaying } from '../facts/nodes';
import { isExternal, keeps } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SEC-10. A trust boundary around the node is taken for the zone that is audited. */
export const cardDataWithoutTokens: Rule = {
  id: 'card-data-without-tokens',
  code: 'SEC-10',
  title: 'Card numbers outside a guarded zone',
  severity: 'warning',
  stage: 'review',
  message: '{node} handles card numbers themselves, and is in no trust boundary.',
  why: 'Every part that sees a card number, and every part that can reach it, is audited under PCI DSS. Tokens keep the others out.',
  fix: 'Keep a token in {node} in the place of the number, or draw the trust boundary in which card numbers are allowed.',
  fixes: {
    tokenize:
      'Keep a token in {node} in the place of the number, and the number in a vault, your own or the payment provider’s.',
  },
  source: {
    text: 'PCI DSS v4.0, scope of requirements; PCI SSC, Tokenization Guidelines (assumption: cited from general knowledge)',
    url: 'https://www.pcisecuritystandards.org/document_library/',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const guarded = guardedGroups(design);
    const hits: Hit[] = [];
    for (const node of nodesSaying(design, 'dataClasses')) {
      if (!keeps(node, 'payment-card') || node.config.other.tokenized === true) continue;
      if (isExternal(node)) continue;
      if (node.group !== null && guarded.has(node.group)) continue;
      hits.push({
        target: node.id,
        values: { node: { part: node.id } },
        quickFix: {
          id: 'tokenize',
          title: 'Keep tokens only',
          values: {},
          changes: [{ op: 'patch-config', id: node.id, patch: { tokenized: true } }],
        },
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Tokens only',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database' },
            'user -> api -> orders',
            {
              config: { orders: { dataClasses: ['payment-card'], tokenized: true } },
            },
          ),
        },
        {
          title: 'Inside the zone that is audited',
          design: sketch(
            { user: 'client', vault: 'service', cards: 'sql-database' },
            'user -> vault -> cards',
            {
              config: {
                vault: { dataClasses: ['payment-card'] },
                cards: { dataClasses: ['payment-card'], encryptedAtRest: true },
              },
              nodes: { vault: { group: 'pci' }, cards: { group: 'rack' } },
              system: {
                groups: [
                  { id: 'pci', kind: 'trust-boundary' },
                  { id: 'rack', kind: 'cluster', parent: 'pci' },
                ],
              },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Card numbers beside the orders',
          target: 'orders',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database' },
            'user -> api -> orders',
            {
              config: { orders: { dataClasses: ['payment-card'], encryptedAtRest: true } },
            },
          ),
        },
        {
          title: 'A service that passes them on, in a cluster like any other',
          target: 'checkout',
          design: sketch({ user: 'client', checkout: 'service' }, 'user -> checkout', {
            config: { checkout: { dataClasses: ['payment-card'] } },
            nodes: { checkout: { group: 'rack' } },
            system: { groups: [{ id: 'rack', kind: 'cluster' }] },
          }),
        },
      ],
    };
  },
};

/** Ids of the trust boundaries and of all groups that lie in one. */
function guardedGroups({ groups }: ResolvedDesign): ReadonlySet<string> {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const guarded = new Set<string>();
  for (const group of groups) if (isGuarded(group, byId)) guarded.add(group.id);
  return guarded;
}

function isGuarded(group: ResolvedGroup, byId: ReadonlyMap<string, ResolvedGroup>): boolean {
  const seen = new Set<string>();
  let at: ResolvedGroup | undefined = group;
  while (at !== undefined && !seen.has(at.id)) {
    if (at.kind === 'trust-boundary') return true;
    seen.add(at.id);
    at = at.parent === null ? undefined : byId.get(at.parent);
  }
  return false;
}
