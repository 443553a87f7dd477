import type { ResolvedNode } from '../../catalog/resolved';
import { nodesOfBehaviour } from '../facts/nodes';
import { isExternal } from '../facts/roles';
import { narrowPlacesOf } from '../facts/weak-spots';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** DATA-06. Where an availability target is at stake, that is `one-zone`. */
export const replicasInOneZone: Rule = {
  id: 'replicas-in-one-zone',
  code: 'DATA-06',
  title: 'Copies in one zone',
  severity: 'info',
  stage: 'review',
  message: 'All {copies} copies of {node} are in one zone.',
  variants: { drawn: 'All {copies} copies of {node} are in {zone}.' },
  why: 'A copy is there for when the first is lost. In the same zone one fire, one power cut or one flood takes them all.',
  fix: 'Put the copies into different zones.',
  fixes: { 'several-zones': 'Put the copies into different zones.' },
  source: {
    text: 'AWS Trusted Advisor, fault tolerance checks',
    url: 'https://docs.aws.amazon.com/awssupport/latest/user/fault-tolerance-checks.html',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const reported = narrowPlacesOf(design);
    return nodesOfBehaviour(design, 'store').flatMap((node): Hit[] => {
      if (!hasCopiesTogether(node) || reported.has(node.id)) return [];
      const values = { node: { part: node.id }, copies: { count: node.config.replicasPerShard } };
      if (node.zone !== null) {
        return [{ target: node.id, variant: 'drawn', values: { ...values, zone: { part: node.zone } } }];
      }
      const changes = [{ op: 'patch-config', id: node.id, patch: { multiZone: true } }] as const;
      const quickFix = { id: 'several-zones', title: 'Spread over zones', values: {}, changes };
      return [{ target: node.id, values, quickFix }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Spread over zones, as by default',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db'),
        },
        {
          title: 'One copy is somewhere',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { db: { replicasPerShard: 1 } },
            nodes: { db: { group: 'east' } },
            system: { groups: [{ id: 'east', kind: 'zone', name: 'East' }] },
          }),
        },
      ],
      invalid: [
        {
          title: 'Set to one zone',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { db: { multiZone: false } },
          }),
        },
        {
          title: 'Drawn in one zone',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            nodes: { db: { group: 'east' } },
            system: { groups: [{ id: 'east', kind: 'zone', name: 'East' }] },
          }),
        },
      ],
    };
  },
};

const hasCopiesTogether = (node: ResolvedNode): boolean =>
  node.config.replicasPerShard > 1 &&
  node.kind.managed !== true &&
  !isExternal(node) &&
  (node.zone !== null || !node.config.multiZone);
