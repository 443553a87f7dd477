import type { ResolvedNode } from '../../catalog/resolved';
import { message } from '../../math/message';
import { copiesOf } from '../../rules/facts/roles';
import { type Named, namedBy, statementsOf } from '../statements';
import { type Evidence, workersOf } from './evidence';
import type { Judgement } from './point';

/** What all components together weigh in the deep dive. */
const weight = 4;

const stories: readonly Named[] = [
  {
    id: 'availability',
    terms: [
      'replica',
      'failover',
      'zone',
      'copies',
      'redundant',
      'spare',
      'health check',
      'fallback',
      'available',
      'dies',
      'lost',
    ],
  },
  {
    id: 'consistency',
    terms: [
      'consistency',
      'eventual',
      'strong',
      'quorum',
      'stale',
      'leader',
      'idempotent',
      'order',
      'duplicate',
      'invalidate',
      'ttl',
      'transaction',
      'exactly once',
      'at least once',
    ],
  },
  {
    id: 'scale',
    terms: [
      'scale',
      'shard',
      'partition',
      'autoscale',
      'horizontal',
      'hash',
      'batch',
      'capacity',
      'utilization',
      'headroom',
      'servers',
    ],
  },
];

/**
 * For each required role in use: how available, consistent and scalable its component is, by what is set on the graph (three fifths)
 * and by what is written about it by name (two fifths).
 */
export function judgeComponents(evidence: Evidence): readonly Judgement[] {
  const { problem, design, working, resolved } = evidence;
  const needed = problem.roles.filter(({ required }) => required === true);
  return needed
    .flatMap((role): readonly Judgement[] => {
      const ids = workersOf(design, working, role);
      const node = resolved.nodes.find(({ id }) => id === ids[0]);
      if (node === undefined) return [];
      const written = writtenAbout(evidence, node);
      const set = setOn(node);
      const share = stories.reduce(
        (sum, { id }) => sum + (set.has(id) ? 0.6 : 0) + (written.has(id) ? 0.4 : 0),
        0,
      );
      const open = stories
        .filter(({ id }) => !set.has(id) && !written.has(id))
        .map(({ id }) => storyTitles[id] ?? id);
      return [
        {
          id: `component-${role.id}`,
          weight: weight / needed.length,
          share: share / stories.length,
          reason:
            open.length === 0
              ? message('{node}: availability, consistency and scale are set or explained.', {
                  node: { part: node.id },
                })
              : message('{node}: neither set nor explained: {open}.', {
                  node: { part: node.id },
                  open: { list: open },
                }),
          link: { kind: 'node', id: node.id },
        },
      ];
    })
    .concat(
      needed
        .filter((role) => workersOf(design, working, role).length === 0)
        .map((role) => ({
          id: `component-${role.id}`,
          weight: weight / needed.length,
          share: 0,
          reason: message('Nothing to look into: {title}.', { title: role.title }),
          link: { kind: 'section', section: 'deep-dive' },
        })),
    );
}

const storyTitles: Readonly<Record<string, string>> = {
  availability: 'availability',
  consistency: 'consistency',
  scale: 'scale',
};

/** The stories that the graph itself tells: copies in several zones, how copies agree, what grows. */
function setOn(node: ResolvedNode): ReadonlySet<string> {
  const { config, kind, basis, behaviour } = node;
  const isSet = (field: keyof typeof basis): boolean => basis[field]?.kind === 'document';
  const isManaged = kind.managed === true;
  const found = new Set<string>();
  if (isManaged || (copiesOf(node) >= 2 && config.multiZone)) found.add('availability');
  const agreement = [
    'replication',
    'readFrom',
    'readQuorum',
    'writeQuorum',
    'invalidation',
    'ttlSeconds',
    'transactions',
    'delivery',
  ] as const;
  if (behaviour !== 'store' && behaviour !== 'aside-cache' && behaviour !== 'buffer')
    found.add('consistency');
  else if (agreement.some((field) => isSet(field))) found.add('consistency');
  if (isManaged || isSet('autoscaleMax') || config.shards > 1 || isSet('shardKey') || isSet('partitions'))
    found.add('scale');
  return found;
}

/** What is written of a component: in sentences that name it, and in its note. */
function writtenAbout({ said, problem, attempt }: Evidence, node: ResolvedNode): ReadonlySet<string> {
  const role = problem.roles.find(({ kinds }) => kinds.includes(node.kind.id));
  const names: readonly Named[] = [
    { id: 'node', terms: [node.name, ...(role === undefined ? [] : [node.kind.title])] },
  ];
  const statements = said('deep-dive').filter((statement) => namedBy([statement], names).size > 0);
  const note = attempt.design.system.nodes?.find(({ id }) => id === node.id)?.note ?? '';
  return namedBy([...statements, ...statementsOf(note)], stories);
}
