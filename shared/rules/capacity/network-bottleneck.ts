import { loadDesign } from '../../analysis/load-design';
import type { ResolvedNode } from '../../catalog/resolved';
import { busyFrom } from '../caching/uncached-reads';
import { figuresOf } from '../facts/graph';
import { serverCountOf } from '../facts/roles';
import { tolerance } from '../facts/tolerance';
import { addReplicas } from '../fixes/add-replicas';
import { offers } from '../fixes/offers';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CAP-09. Only where bytes, and not the time that requests take, are what fills the servers. */
export const networkBottleneck: Rule = {
  id: 'network-bottleneck',
  code: 'CAP-09',
  title: 'Network is the bottleneck',
  severity: 'warning',
  stage: 'broken',
  message:
    'What {node} receives and sends takes {utilization} of the {bandwidth} a second that its network takes; the planned limit is {limit}.',
  why: 'A server whose network is full is as slow as one whose processors are, and neither faster code nor a shorter query helps.',
  fix: 'Send less (compress, page, answer from a cache or a CDN), or spread it over more or larger servers.',
  fixes: {
    'add-replicas':
      'Run {count, plural, one {# replica} other {# replicas}}, which carry it within {limit}, with one of them lost too.',
    'add-shards':
      'Split it into {count, plural, one {# shard} other {# shards}}, which carry it within {limit}.',
  },
  source: {
    text: 'Denning and Buzen, The Operational Analysis of Queueing Network Models, 1978: utilization law, of the network',
  },
  supersedes: ['saturated', 'little-headroom'],
  check: (context: RuleContext): readonly Hit[] => {
    const figures = figuresOf(context.analysis);
    const hits: Hit[] = [];
    for (const node of context.design.nodes) {
      const { bandwidthMbps, maxUtilization } = node.config;
      if (bandwidthMbps === null || bandwidthMbps === 0) continue;
      const at = figures.get(node.id);
      const utilization = at?.utilization ?? 0;
      if (at === undefined || utilization <= maxUtilization + tolerance) continue;
      const bytesPerSecond = serverCountOf(node) * bandwidthMbps * 125_000;
      const byNetwork = bytesAt(context, node) / bytesPerSecond;
      // The utilization is the larger of the two: below it, time is what binds.
      if (byNetwork < utilization * (1 - 1e-6)) continue;
      const quickFix = widen(context, node, byNetwork);
      const values = {
        node: { part: node.id },
        utilization: { share: utilization },
        bandwidth: { bytes: bytesPerSecond },
        limit: { share: maxUtilization },
      };
      const severity = at.saturated ? { severity: 'error' as const } : {};
      hits.push({ target: node.id, values, ...severity, ...(quickFix && { quickFix }) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Room on the network',
          // 1 000 × 10 000 bytes × 8 = 80 of 2 × 100 Mbps.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { responseBytes: 10_000 } },
            config: { api: { replicas: 2, bandwidthMbps: 100 } },
          }),
        },
        {
          title: 'Time is what is short',
          // 80 of 200 Mbps, and 1 000 × 50 ms = 50 of 64 concurrent.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { responseBytes: 10_000 } },
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 50, bandwidthMbps: 100 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Pictures through a small network',
          target: 'api',
          // 1 000 × 20 000 bytes × 8 = 160 ÷ (2 × 100 Mbps) = 0.8.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { responseBytes: 20_000 } },
            config: { api: { replicas: 2, bandwidthMbps: 100 } },
          }),
        },
        {
          title: 'A store that cannot send what it reads',
          target: 'files',
          // 1 000 × 50 000 bytes × 8 = 400 ÷ (3 × 100 Mbps) = 1.33.
          design: sketch(
            { user: 'client', api: 'service', files: 'key-value-store' },
            'user -> api -> files',
            {
              config: { files: { shards: 1, replicasPerShard: 3, bandwidthMbps: 100, itemBytes: 50_000 } },
            },
          ),
        },
      ],
    };
  },
};

/** Bytes a second that pass the node's network, under the load of the analysis. */
function bytesAt({ design, analysis }: RuleContext, node: ResolvedNode): number {
  const result = loadDesign(design, analysis?.load);
  if (!result.ok) return 0;
  const { graph, loads } = result.loaded;
  return loads.nodes[graph.positionOf.get(node.id) ?? -1]?.bytesPerSecond ?? 0;
}

/**
 * More servers; of a store more shards, for replicas may be there for other reasons than to share the load. A store is left no
 * busier than one that may answer its reads itself.
 */
function widen(context: RuleContext, node: ResolvedNode, utilization: number): QuickFix | null {
  if (node.behaviour !== 'store') return addReplicas(context, node);
  const { shards, maxUtilization } = node.config;
  const limit = Math.min(maxUtilization, busyFrom);
  if (!offers(node, 'shards') || limit === 0) return null;
  const count = Math.ceil((shards * utilization) / limit - tolerance);
  return {
    id: 'add-shards',
    title: 'Split into {count, plural, one {# shard} other {# shards}}',
    values: { count: { count }, limit: { share: limit } },
    changes: [{ op: 'patch-config', id: node.id, patch: { shards: count } }],
  };
}
