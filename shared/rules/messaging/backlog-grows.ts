import type { ResolvedNode } from '../../catalog/resolved';
import { averageArrivals } from '../facts/average-arrivals';
import { consumersOf, workingServers } from '../facts/consumers';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { holdsMessages } from '../facts/worked-off-later';
import { addReplicas } from '../fixes/add-replicas';
import { partitionsFor } from '../fixes/partitions-for';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** On average over the day: a backlog of the peak alone is worked off after it, and the peak's own finding. */
export const backlogGrows: Rule = {
  id: 'backlog-grows',
  code: 'Q-01',
  title: 'Backlog grows without bound',
  severity: 'error',
  stage: 'broken',
  message:
    '{node} works off {capacity} of {buffer}, and {arriving} arrive on average: the backlog grows without bound.',
  variants: {
    lost: '{node} works off {capacity} of {buffer}, and {arriving} arrive on average: {buffer} delivers at most once, and {share} of its messages are lost.',
  },
  why: 'A buffer moves work to later. Where later brings as much again, it is never done, and messages expire unread.',
  fix: 'Let {node} take more than arrives: more servers, more partitions, or less work for each message.',
  fixes: {
    'add-replicas':
      'Run {count, plural, one {# server} other {# servers}}: they stay within {limit} at peak, with one of them lost too.',
    'add-partitions':
      'Add partitions until each of its {count, plural, one {# server} other {# servers}} has one to read.',
  },
  source: {
    text: 'Kleinrock, Queueing Systems, volume II, chapter 2: fluid approximation (assumption: cited from general knowledge)',
  },
  supersedes: ['saturated', 'little-headroom', 'idle-consumers'],
  check: (context: RuleContext): readonly Hit[] => {
    const { design, analysis } = context;
    if (analysis === null) return [];
    const reported = new Set<string>();
    return nodesOfBehaviour(design, 'buffer').flatMap((buffer): readonly Hit[] => {
      return groupsOf(context, buffer).flatMap((group): readonly Hit[] => {
        let capacity = 0;
        let arriving = 0;
        for (const node of group) {
          const rate = workedOffRps(context, node);
          if (rate === null) return [];
          capacity += rate;
          const figures = figuresOf(analysis).get(node.id);
          arriving += figures === undefined ? 0 : averageArrivals(design, figures);
        }
        if (arriving === 0 || capacity > arriving) return [];
        const fresh = group.filter((node) => !reported.has(node.id));
        for (const node of fresh) reported.add(node.id);
        return fresh.map((node) => hitOf(context, node, buffer, capacity, arriving));
      });
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Behind at peak only',
          // 8 concurrent ÷ 100 ms = 80 rps; 100 rps at peak, 33 on average.
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            {
              flows: { orders: { kind: 'write', rps: 100 } },
              config: { runner: { replicas: 1, concurrency: 8, serviceMs: 100 } },
              system: { workload: { peakFactor: 3 } },
            },
          ),
        },
        {
          title: 'Servers that are started when they are needed',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            {
              flows: { orders: { kind: 'write', rps: 100 } },
              config: { runner: { replicas: 1, concurrency: 8, serviceMs: 100, autoscaleMax: 4 } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'A worker that does 80 of 100 a second',
          target: 'runner',
          // 8 concurrent ÷ 100 ms = 80 rps.
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            {
              flows: { orders: { kind: 'write', rps: 100 } },
              config: { runner: { replicas: 1, concurrency: 8, serviceMs: 100 } },
            },
          ),
        },
        {
          title: 'A topic that delivers once at most to who does 80 of 100 a second',
          target: 'screens',
          // 8 concurrent ÷ 100 ms = 80 rps.
          design: sketch(
            { user: 'client', api: 'service', news: 'pub-sub', screens: 'worker' },
            'user -> api ~> news -> screens',
            {
              flows: { posts: { kind: 'write', rps: 100 } },
              config: {
                news: { delivery: 'at-most-once' },
                screens: { replicas: 1, concurrency: 8, serviceMs: 100 },
              },
            },
          ),
        },
        {
          title: 'Two workers and one partition',
          target: 'runner',
          // One of two has a partition: 8 concurrent ÷ 100 ms = 80 rps.
          design: sketch(
            { user: 'client', api: 'service', events: 'stream', runner: 'worker' },
            'user -> api ~> events -> runner',
            {
              flows: { orders: { kind: 'write', rps: 100 } },
              config: {
                events: { partitions: 1 },
                runner: { replicas: 2, concurrency: 8, serviceMs: 100 },
              },
            },
          ),
        },
      ],
    };
  },
};

/** The stations that take the same messages: those that compete for them together, every other subscriber by itself. */
function groupsOf({ design }: RuleContext, buffer: ResolvedNode): readonly (readonly ResolvedNode[])[] {
  const competing = new Map<string, ResolvedNode[]>();
  const groups: ResolvedNode[][] = [];
  for (const { node, edge } of consumersOf(design, buffer)) {
    if (node.behaviour !== 'station') continue;
    const group = edge.choice ? competing.get(node.kind.id) : undefined;
    if (group !== undefined) {
      if (!group.includes(node)) group.push(node);
      continue;
    }
    const alone = [node];
    groups.push(alone);
    if (edge.choice) competing.set(node.kind.id, alone);
  }
  return groups;
}

/** Messages a second of the servers that have a partition, as many as may be started counted; null where nothing bounds them. */
function workedOffRps({ design, analysis }: RuleContext, node: ResolvedNode): number | null {
  const capacityRps = figuresOf(analysis).get(node.id)?.capacityRps ?? null;
  if (capacityRps === null) return null;
  const { replicas, other } = node.config;
  const most = Math.max(replicas, other.autoscaleMax ?? 0);
  const working = workingServers(design, node.id, most);
  return (capacityRps * working) / replicas;
}

function hitOf(
  context: RuleContext,
  node: ResolvedNode,
  buffer: ResolvedNode,
  capacityRps: number,
  arrivingRps: number,
): Hit {
  const quickFix = addReplicas(context, node) ?? addPartitions(context, node);
  const values = {
    node: { part: node.id },
    buffer: { part: buffer.id },
    capacity: { rps: capacityRps },
    arriving: { rps: arrivingRps },
  };
  const fix = quickFix === null ? {} : { quickFix };
  if (holdsMessages(buffer)) return { target: node.id, values, ...fix };
  const lost = { ...values, share: { share: 1 - capacityRps / arrivingRps } };
  return { target: node.id, values: lost, variant: 'lost', ...fix };
}

function addPartitions({ design }: RuleContext, node: ResolvedNode): QuickFix | null {
  const changes = partitionsFor(design, node, node.config.replicas);
  if (changes.length === 0) return null;
  const values = { count: { count: node.config.replicas } };
  return { id: 'add-partitions', title: 'Add a partition for each server', values, changes };
}
