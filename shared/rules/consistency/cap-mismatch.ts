import { consistencyOf } from '../../analysis/recovery';
import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { isWrittenAndRead } from '../facts/flow-at';
import { nodesOfBehaviour } from '../facts/nodes';
import { strictestWrite } from '../facts/strictest-write';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Copies so far apart are in different regions: zones of one are within two or three milliseconds. */
const regionsApartMs = 10;

/** From this availability target on, minutes without a majority in a year are too many. */
const strictFrom = 0.9999;

/** CON-07. A remark: the trade-off may be meant, and then wants to be written down. */
export const capMismatch: Rule = {
  id: 'cap-mismatch',
  code: 'CON-07',
  title: 'Consistency against availability',
  severity: 'info',
  stage: 'review',
  message:
    '{node} waits for copies {distance} away, and cannot write while it is cut off from them; the availability target of {flow} is {target}.',
  variants: {
    available:
      '{node} acknowledges a write once its leader has it, and strong consistency is required: a failover loses what the {copies} copies do not have yet.',
  },
  why: 'When the network parts, a store either stops or lets its copies differ. While it does not, waiting for copies costs their distance on every write.',
  fix: 'Decide which of the two is given up, and write the decision down.',
  fixes: {
    'use-quorum':
      'Let {quorum} of {copies, plural, one {# copy} other {# copies}} have a write before it is answered.',
  },
  source: {
    text: 'Gilbert and Lynch, Brewer’s Conjecture, SIGACT News 2002; Abadi, Consistency Tradeoffs in Modern Distributed Database System Design, IEEE Computer 2012',
  },
  check: ({ design }: RuleContext): readonly Hit[] =>
    nodesOfBehaviour(design, 'store').flatMap((node): Hit[] => {
      if (node.config.replicasPerShard === 1) return [];
      const hit = stopsWhenParted(design, node) ?? losesWhenParted(design, node);
      return hit === null ? [] : [hit];
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'A majority in one region',
          design: sketch(
            { user: 'client', api: 'service', links: 'key-value-store' },
            'user -> api -> links',
            {
              flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
              config: { links: { replication: 'quorum', replicaRttMs: 1.5 } },
              system: { targets: { consistency: 'strong' } },
            },
          ),
        },
        {
          title: 'Far copies that nobody waits for',
          design: sketch(
            { user: 'client', api: 'service', links: 'key-value-store' },
            'user -> api -> links',
            {
              flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
              config: { links: { replication: 'async', replicaRttMs: 70 } },
              system: { targets: { consistency: 'eventual' } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'A majority over regions and four nines',
          target: 'links',
          design: sketch(
            { user: 'client', api: 'service', links: 'key-value-store' },
            'user -> api -> links',
            {
              flows: { reads: {}, writes: { kind: 'write', rps: 100, targets: { availability: 0.9999 } } },
              config: {
                api: { replicas: 4, instanceAvailability: 0.9999 },
                links: { replication: 'quorum', replicasPerShard: 5, replicaRttMs: 70 },
              },
            },
          ),
        },
        {
          title: 'Strong consistency from a leader whose copies follow',
          target: 'links',
          design: sketch(
            { user: 'client', api: 'service', links: 'key-value-store' },
            'user -> api -> links',
            {
              flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
              config: { links: { replication: 'async', replicasPerShard: 3, readFrom: 'leader' } },
              system: { targets: { consistency: 'strong' } },
            },
          ),
        },
      ],
    };
  },
};

/** A store whose writes wait for another region, under a target that leaves no time for that region to be away. */
function stopsWhenParted(design: ResolvedDesign, node: ResolvedNode): Hit | null {
  const { replication, replicaRttMs } = node.config;
  if (replicaRttMs < regionsApartMs || (replication !== 'sync' && replication !== 'quorum')) return null;
  const flow = strictestWrite(design, node, strictFrom);
  if (flow === null) return null;
  const values = {
    node: { part: node.id },
    distance: { ms: replicaRttMs },
    flow: { part: flow.id },
    target: { share: flow.targets.availability ?? 0 },
  };
  return { target: node.id, values };
}

/** A store that sees one's own writes but not, after a failover, everyone's, where that is required. */
function losesWhenParted(design: ResolvedDesign, node: ResolvedNode): Hit | null {
  if (design.targets.consistency !== 'strong' || consistencyOf(node) !== 'read-your-writes') return null;
  if (node.config.replication !== 'async') return null;
  if (!isWrittenAndRead(design, node.id)) return null;
  const copies = node.config.replicasPerShard;
  const values = { node: { part: node.id }, copies: { count: copies } };
  const hit = { target: node.id, variant: 'available', values };
  // A majority of two is both, and stands still with either.
  if (copies < 3) return hit;
  const patch = { replication: 'quorum', readQuorum: null, writeQuorum: null } as const;
  const quickFix = {
    id: 'use-quorum',
    title: 'Read and write by quorum',
    values: { quorum: { count: Math.floor(copies / 2) + 1 } },
    changes: [{ op: 'patch-config', id: node.id, patch }] as const,
  };
  return { ...hit, quickFix };
}
