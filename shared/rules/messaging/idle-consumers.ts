import type { ResolvedNode } from '../../catalog/resolved';
import { consumersOf, placesOf } from '../facts/consumers';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { isExternal } from '../facts/roles';
import { morePartitions } from '../fixes/partitions-for';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Not of functions and other services of a provider, which has servers as it needs them. */
export const idleConsumers: Rule = {
  id: 'idle-consumers',
  code: 'Q-05',
  title: 'Idle consumers',
  severity: 'warning',
  stage: 'review',
  message:
    '{idle, plural, one {# of the {servers} servers of {node} idles} other {# of the {servers} servers of {node} idle}}: {buffer} has partitions for {places}.',
  variants: {
    short:
      '{buffer} has partitions for {places} of the {servers} servers of {node}: their capacity is {capacity}, and {offered} arrive.',
  },
  why: 'A partition is read by one consumer of a group, so that its order holds. Servers beyond the partitions cost and do nothing.',
  fix: 'Give {buffer} a partition for each server, or run fewer of them.',
  fixes: {
    'add-partitions':
      'Use {count, plural, one {# partition, which keeps} other {# partitions, which keep}} all {servers} servers busy.',
  },
  source: {
    text: 'Apache Kafka documentation, consumer groups (assumption: cited from general knowledge)',
    url: 'https://kafka.apache.org/documentation/',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const reported = new Set<string>();
    return nodesOfBehaviour(context.design, 'buffer').flatMap((buffer): readonly Hit[] => {
      const places = placesOf(buffer);
      if (places === null) return [];
      return consumersOf(context.design, buffer).flatMap(({ node }): readonly Hit[] => {
        if (!hasServers(node) || node.config.replicas <= places || reported.has(node.id)) return [];
        reported.add(node.id);
        return [hitOf(context, node, buffer, places)];
      });
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Four servers and twelve partitions',
          design: sketch(
            { user: 'client', api: 'service', events: 'stream', runner: 'worker' },
            'user -> api ~> events -> runner',
            { config: { events: { partitions: 12 }, runner: { replicas: 4 } } },
          ),
        },
        {
          title: 'A queue is shared by any number',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            { config: { runner: { replicas: 40 } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'Four servers and two partitions',
          target: 'runner',
          // 2 × 8 concurrent ÷ 10 ms = 1 600 rps, enough for 1 000.
          design: sketch(
            { user: 'client', api: 'service', events: 'stream', runner: 'worker' },
            'user -> api ~> events -> runner',
            { config: { events: { partitions: 2 }, runner: { replicas: 4, concurrency: 8, serviceMs: 10 } } },
          ),
        },
        {
          title: 'One partition for all that arrives at peak',
          target: 'runner',
          // 1 × 8 concurrent ÷ 10 ms = 800 rps: 500 on average, but 1 000 at peak.
          design: sketch(
            { user: 'client', api: 'service', events: 'stream', runner: 'worker' },
            'user -> api ~> events -> runner',
            {
              config: { events: { partitions: 1 }, runner: { replicas: 4, concurrency: 8, serviceMs: 10 } },
              system: { workload: { peakFactor: 2 } },
            },
          ),
        },
      ],
    };
  },
};

const hasServers = (node: ResolvedNode): boolean =>
  node.behaviour === 'station' && node.kind.managed !== true && !isExternal(node);

function hitOf(context: RuleContext, node: ResolvedNode, buffer: ResolvedNode, places: number): Hit {
  const { replicas } = node.config;
  const {
    capacityRps = null,
    offeredRps = null,
    saturated = false,
  } = figuresOf(context.analysis).get(node.id) ?? {};
  const capacity = ((capacityRps ?? 0) * places) / replicas;
  const offered = offeredRps ?? 0;
  const values = {
    node: { part: node.id },
    buffer: { part: buffer.id },
    servers: { count: replicas },
    places: { count: places },
    idle: { count: replicas - places },
    capacity: { rps: capacity },
    offered: { rps: offered },
  };
  const changes = morePartitions(buffer, replicas);
  const partitions = Math.ceil(replicas / (buffer.config.other.consumersPerPartition ?? 1));
  const fixValues = { count: { count: partitions }, servers: { count: replicas } };
  const quickFix = {
    id: 'add-partitions',
    title: 'Use {count, plural, one {# partition} other {# partitions}}',
    values: fixValues,
    changes,
  };
  const isShort = capacityRps !== null && !saturated && offered >= capacity;
  const short = { variant: 'short', severity: 'error', stage: 'broken' } as const;
  return { target: node.id, values, quickFix, ...(isShort && short) };
}
