import { brokenBy } from '../facts/weak-spots';
import { addSpare } from '../fixes/add-replicas';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SPOF-01, by structure: by what is alone, not by a computed availability. */
export const singlePointOfFailure: Rule = {
  id: 'single-point-of-failure',
  code: 'SPOF-01',
  title: 'Single point of failure',
  severity: 'error',
  stage: 'broken',
  message: '{node} is {count} server that {flow} depends on; its availability target is {target}.',
  variants: {
    shard:
      'Each of the {shards} shards of {node} is {count} server that {flow} depends on; its availability target is {target}.',
  },
  why: 'One server is down now and then, for a deploy if for nothing else. What waits for it is down as often.',
  fix: 'Run two or more of {node}, with something before them that picks one that is up.',
  fixes: {
    'add-replicas': 'Run {count, plural, one {# replica} other {# replicas}}, which survive the loss of one.',
    'add-store-replicas':
      'Run {count, plural, one {# replica} other {# replicas}} a shard, which survive the loss of one.',
  },
  source: {
    text: 'AWS Well-Architected, Reliability Pillar, REL 10: fault isolation (assumption: cited from general knowledge)',
  },
  // That the node misses a target of its own, or has one copy only, is the same cause.
  supersedes: ['availability-target-missed', 'no-standby', 'lone-load-balancer', 'lone-scheduler'],
  check: (context: RuleContext): readonly Hit[] =>
    context.design.nodes.flatMap((node): Hit[] => {
      const flow = brokenBy(context.design, node);
      if (flow === undefined) return [];
      const quickFix = addSpare(context, node);
      const { shards } = node.config;
      const values = {
        node: { part: node.id },
        flow: { part: flow.id },
        target: { share: flow.targets.availability ?? 0 },
        count: { count: 1 },
        shards: { count: shards },
      };
      const variant = node.behaviour === 'store' && shards > 1 ? { variant: 'shard' } : {};
      return [{ target: node.id, values, ...variant, ...(quickFix && { quickFix }) }];
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'Two servers',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.9995 } } },
            config: { api: { replicas: 2 } },
          }),
        },
        {
          title: 'Nobody waits for the worker',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            {
              flows: { reads: { rps: 100, targets: { availability: 0.9995 } } },
              config: { api: { replicas: 3 }, jobs: { replicas: 3 }, runner: { replicas: 1, serviceMs: 5 } },
            },
          ),
        },
        {
          title: 'Either of two services of one server',
          design: sketch(
            { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
            'user -> lb -> a, lb -> b',
            {
              flows: { reads: { targets: { availability: 0.9995 } } },
              config: { lb: { replicas: 2 }, a: { replicas: 1 }, b: { replicas: 1 } },
            },
          ),
        },
        {
          title: 'A call that has a fallback',
          design: sketch(
            { user: 'client', api: 'service', prices: 'service', copy: 'service' },
            'user -> api -> prices, api -> copy',
            {
              flows: { reads: { targets: { availability: 0.9995 } } },
              config: { api: { replicas: 2 }, prices: { replicas: 1 }, copy: { replicas: 1 } },
              edges: { 'api -> copy': { fallbackOf: 'api-prices' } },
            },
          ),
        },
        {
          title: 'A target that one server can meet',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.99 } } },
            config: { api: { replicas: 1 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'One server and three nines',
          target: 'api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.999 } } },
            config: { api: { replicas: 1 } },
          }),
        },
        {
          title: 'A database without a replica, and a target of the whole design',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { api: { replicas: 3 }, db: { replicasPerShard: 1 } },
            system: { targets: { availability: 0.9995 } },
          }),
        },
      ],
    };
  },
};
