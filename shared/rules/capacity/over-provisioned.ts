import { copiesOf } from '../../analysis/storage';
import type { ResolvedNode } from '../../catalog/resolved';
import { figuresOf } from '../facts/graph';
import { isExternal } from '../facts/roles';
import { fewerReplicas } from '../fixes/fewer-replicas';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Busier servers than these are not idle. */
const idleBelow = 0.15;
/** Two are there so that one may fail. */
const fewestServers = 3;

/** Fewer are set up ahead, since a store is hard to split once it is full. */
const fewestShards = 6;
/** What one shard keeps without being the larger part of a server's disk: a terabyte. */
const shardBytes = 1e12;

/**
 * CAP-03. Of what computes: replicas of a store or a cache are there for what they keep, servers of a broker for their majority; of a
 * store only shards that a person set, where neither load nor bytes need them. Only where fewer would keep every promise.
 */
export const overProvisioned: Rule = {
  id: 'over-provisioned',
  code: 'CAP-03',
  title: 'Over-provisioned',
  severity: 'info',
  stage: 'review',
  message: 'The {count} servers of {node} are {utilization} busy at peak; below {limit} they are idle.',
  why: 'Servers that have nothing to do cost as much as those that have.',
  variants: {
    shards:
      'The {count} shards of {node} are {utilization} busy at peak; below {limit} they are idle, and {bytes} is all that they keep.',
  },
  fix: 'Run fewer servers of {node}.',
  fixes: {
    'fewer-replicas':
      'Run {enough, plural, one {# server, which is} other {# servers, which are}} enough at peak, with one of them lost and the planned growth too.',
    'fewer-shards':
      'Run {enough, plural, one {# shard, which is} other {# shards, which are}} enough at peak, for the planned growth and for what is kept.',
  },
  source: {
    text: 'AWS Well-Architected, Cost Optimization Pillar: right sizing (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const figures = figuresOf(context.analysis);
    const hits: Hit[] = [];
    for (const node of context.design.nodes) {
      if (node.behaviour === 'store') for (const hit of idleShards(context, node)) hits.push(hit);
      const { replicas } = node.config;
      if (replicas < fewestServers || !isThereToCompute(node)) continue;
      const utilization = figures.get(node.id)?.utilization ?? 0;
      if (utilization === 0 || utilization >= idleBelow) continue;
      const enough = fewerReplicas(context, node);
      if (enough === null) continue;
      hits.push({
        target: node.id,
        values: {
          node: { part: node.id },
          count: { count: replicas },
          utilization: { share: utilization },
          limit: { share: idleBelow },
        },
        quickFix: {
          id: 'fewer-replicas',
          title: 'Run {enough, plural, one {# replica} other {# replicas}}',
          values: { enough: { count: enough } },
          changes: [{ op: 'patch-config', id: node.id, patch: { replicas: enough } }],
        },
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Two servers, so that one may fail',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 100 } },
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10 } },
          }),
        },
        {
          title: 'Servers that wait for a surge',
          // 1 000 × 10 ms ÷ (10 × 32) = 0.03 busy; in the surge 0.63, with one lost 0.69.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 10, concurrency: 32, serviceMs: 10 } },
            system: { workload: { spikeFactor: 20, spikeSeconds: 600 } },
          }),
        },
        {
          title: 'Servers that hold requests while others work',
          // 1 000 × (10 + 0.5 + 250) ms = 260 held, 32 a server: 9, and 10 with one lost.
          design: sketch({ user: 'client', api: 'service', search: 'service' }, 'user -> api -> search', {
            config: {
              api: { replicas: 10, concurrency: 32, serviceMs: 10, maxInFlight: 32 },
              search: { replicas: 15, concurrency: 32, serviceMs: 250 },
            },
          }),
        },
        {
          title: 'Servers that hold connections',
          design: sketch({ user: 'client', chat: 'service' }, 'user -> chat', {
            config: { chat: { replicas: 12, concurrency: 32, serviceMs: 10, connectionsPerReplica: 50_000 } },
          }),
        },
        {
          title: 'Caches, for what they remember',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            {
              config: { cache: { replicas: 6 } },
              edges: { 'api -> db': { onMissOf: 'cache' } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Twelve shards for four writes a second',
          target: 'db',
          // 4 × 5 ms ÷ 32 and 100 × 2 ms ÷ 32 are 0.007 of one shard; 4 × 1 kB × 2 × a year of 31.6 Ms = 252 GB.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 100 }, writes: { kind: 'write', rps: 4, storedBytes: 1000 } },
            config: { db: { shards: 12, shardKey: 'id' } },
            system: { workload: { retentionYears: 1 } },
          }),
        },
        {
          title: 'Twelve servers for the work of one',
          target: 'api',
          // 1 000 × 10 ms ÷ 32 = 0.31 busy; ÷ 0.7 is one server, and 2 with one lost.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 12, concurrency: 32, serviceMs: 10 } },
          }),
        },
        {
          title: 'More than the availability target needs',
          target: 'api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.999, p99Ms: 200 } } },
            config: { api: { replicas: 12, concurrency: 32, serviceMs: 10 } },
          }),
        },
      ],
    };
  },
};

/** Shards that somebody chose and that a few would do for; a provider's own are not counted by anyone. */
function idleShards({ analysis, design }: RuleContext, node: ResolvedNode): readonly Hit[] {
  const { shards, maxUtilization, hotShare, scatter } = node.config;
  if (shards < fewestShards || node.basis.shards?.kind !== 'document') return [];
  if (node.kind.managed === true || isExternal(node) || hotShare > 0 || scatter) return [];
  const { utilization, storageBytes } = figuresOf(analysis).get(node.id) ?? {};
  if (utilization === undefined || utilization === null || utilization === 0 || utilization >= idleBelow)
    return [];
  // Nothing is known to be kept: the shards may be there for what nobody has counted.
  if (storageBytes === undefined || storageBytes === null || storageBytes === 0) return [];
  const { annualGrowth = 0, spikeFactor = 1 } = design.workload;
  const load = utilization * shards * Math.max(1 + annualGrowth, spikeFactor);
  const forBytes =
    storageBytes / copiesOf(node) / Math.min(shardBytes, node.config.other.diskBytes ?? shardBytes);
  const enough = Math.max(1, Math.ceil(load / maxUtilization), Math.ceil(forBytes));
  if (enough * 2 > shards) return [];
  return [
    {
      target: node.id,
      variant: 'shards',
      values: {
        node: { part: node.id },
        count: { count: shards },
        utilization: { share: utilization },
        limit: { share: idleBelow },
        bytes: { bytes: storageBytes },
      },
      quickFix: {
        id: 'fewer-shards',
        title: 'Run {enough, plural, one {# shard} other {# shards}}',
        values: { enough: { count: enough } },
        changes: [{ op: 'patch-config', id: node.id, patch: { shards: enough } }],
      },
    },
  ];
}

/** Not for a majority, nor for the connections or sessions that its servers hold: the load does not say how many that takes. */
function isThereToCompute(node: ResolvedNode): boolean {
  if (node.behaviour !== 'station' && node.behaviour !== 'distributor') return false;
  const { sessions, leaderElection } = node.config.other;
  const holds =
    node.config.connectionsPerReplica !== null || sessions === 'in-memory' || leaderElection === true;
  return !holds && !isExternal(node);
}
