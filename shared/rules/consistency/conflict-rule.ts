import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { flowAt } from '../facts/flow-at';
import { nodesOfBehaviour } from '../facts/nodes';
import { partsOf } from '../facts/parts';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CON-03. Of a store with several leaders, and of two stores that are both written and copy to each other. */
export const conflictRule: Rule = {
  id: 'conflict-rule',
  code: 'CON-03',
  title: 'No rule for conflicting writes',
  severity: 'warning',
  stage: 'review',
  message: '{node} takes writes at several leaders, and nothing says which of two to one record wins.',
  variants: {
    pair: '{node} and {other} both take writes and copy them to each other, and nothing says which of two to one record wins.',
  },
  why: 'Two leaders accept a write of the same record at the same time. Without a rule one of them is lost, or the copies differ permanently.',
  fix: 'Give each record one home, merge what can be merged, or accept that the last write wins.',
  fixes: { 'home-region': 'Write each record at one leader, its home, so that no two writes meet.' },
  source: {
    text: 'Kleppmann, Designing Data-Intensive Applications, chapter 5: multi-leader replication (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] =>
    nodesOfBehaviour(design, 'store').flatMap((node): Hit[] => {
      if (hasRule(node)) return [];
      const quickFix = {
        id: 'home-region',
        title: 'Give each record one home',
        values: {},
        changes: [{ op: 'patch-config', id: node.id, patch: { conflictRule: 'home-region' } }],
      } as const;
      if (node.config.other.multiLeader === true) {
        return [{ target: node.id, values: { node: { part: node.id } }, quickFix }];
      }
      const other = mutualCopy(design, node);
      if (other === null) return [];
      const values = { node: { part: node.id }, other: { part: other.id } };
      return [{ target: node.id, variant: 'pair', values, quickFix }];
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'Each record has a home',
          design: sketch(
            { user: 'client', api: 'service', carts: 'key-value-store' },
            'user -> api -> carts',
            {
              flows: { writes: { kind: 'write', rps: 100 } },
              config: { carts: { multiLeader: true, conflictRule: 'home-region' } },
            },
          ),
        },
        {
          title: 'A copy that is only read',
          design: sketch(
            { user: 'client', api: 'service', carts: 'key-value-store', copy: 'key-value-store' },
            'user -> api -> carts ~> copy',
            { flows: { writes: { kind: 'write', rps: 100 } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'Several leaders',
          target: 'carts',
          design: sketch(
            { user: 'client', api: 'service', carts: 'key-value-store' },
            'user -> api -> carts',
            {
              flows: { writes: { kind: 'write', rps: 100 } },
              config: { carts: { multiLeader: true } },
            },
          ),
        },
        {
          title: 'Two regions that copy to each other',
          target: 'east',
          design: sketch(
            {
              user: 'client',
              us: 'service',
              eu: 'service',
              east: 'key-value-store',
              west: 'key-value-store',
            },
            'user -> us -> east ~> west, user -> eu -> west ~> east',
            {
              flows: { american: { kind: 'write', rps: 100 }, european: { kind: 'write', rps: 100 } },
              edges: {
                'user -> us': { flows: ['american'] },
                'user -> eu': { flows: ['european'] },
                'east -> west': { flows: ['american'] },
                'west -> east': { flows: ['european'] },
              },
            },
          ),
        },
      ],
    };
  },
};

const hasRule = ({ config }: ResolvedNode): boolean => (config.other.conflictRule ?? 'none') !== 'none';

/** The first later store that copies to this one and takes a copy of it, where both are written by flows and neither has a rule. */
function mutualCopy(design: ResolvedDesign, node: ResolvedNode): ResolvedNode | null {
  const part = partsOf(design).byId.get(node.id);
  for (const { isLive, to } of part?.calls ?? []) {
    const other = to.node;
    if (other.behaviour !== 'store' || to === part || !isLive || hasRule(other)) continue;
    const back = to.calls.some((call) => call.to === part && call.isLive);
    if (!back || !isWritten(design, node) || !isWritten(design, other)) continue;
    // Told once, at the one that is first in the document.
    if (part !== undefined && part.at < to.at) return other;
  }
  return null;
}

const isWritten = (design: ResolvedDesign, node: ResolvedNode): boolean =>
  flowAt(design, node.id, 'write') !== null;
