import type { FlowFigures, LayerFigures, NodeFigures, TargetFigures } from '../../analysis/analysis';
import type { ResolvedNode } from '../../catalog/resolved';
import { words } from '../../math/message';
import { layerNames } from '../../model/term-names';
import { partsOf } from '../facts/parts';
import { tolerance } from '../facts/tolerance';
import { workedOffLater } from '../facts/worked-off-later';
import { relieve } from '../fixes/relieve';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CAP-02. The planned limit is a warning; a target of utilization or headroom that is missed is an error. */
export const littleHeadroom: Rule = {
  id: 'little-headroom',
  code: 'CAP-02',
  title: 'Little headroom',
  severity: 'warning',
  stage: 'broken',
  message: '{node} is {utilization} busy; its planned limit is {limit}.',
  variants: {
    target: '{node} is {utilization} busy; its target is {limit}.',
    layer: 'The {layer} layer is {utilization} busy at {node}; its target is {limit}.',
    growth: '{flow} can grow to {factor} of its rate before {node} saturates; its target is {limit}.',
  },
  why: 'Waits grow with 1 ÷ (1 − utilization): near saturation a small surge, or one server lost, is enough.',
  fix: 'Add servers, or let less of the traffic reach {node}.',
  fixes: {
    'add-cache':
      'Put a cache before {node}, which every read reaches: one that answers {hitRate} of them leaves it {left}.',
    'use-cache':
      'Let only the misses of {cache}, which is read first, reach {node}: with its hit rate of {hitRate}, {left} are left.',
    'add-replicas':
      'Run {count, plural, one {# replica} other {# replicas}}: they stay within {limit}, with one of them lost too.',
    'add-store-replicas':
      'Run {count, plural, one {# replica} other {# replicas}} a shard: they share the reads within {limit}, with one of them lost too.',
    'add-shards':
      'Split it into {count, plural, one {# shard} other {# shards}}, which share the load within {limit}.',
  },
  source: {
    text: 'Google SRE Book, chapter 22, Addressing Cascading Failures (assumption: cited from general knowledge)',
  },
  supersedes: ['uncached-reads'],
  check: (context: RuleContext): readonly Hit[] => {
    const { analysis } = context;
    if (analysis === null) return [];
    const { byId } = partsOf(context.design);
    const saturatedNodes = new Set(analysis.nodes.filter((node) => node.saturated).map((node) => node.id));
    return [
      ...analysis.flows.flatMap((flow) => growthHits(flow, saturatedNodes)),
      ...analysis.nodes.filter(isLoaded).flatMap((figures) => {
        const node = byId.get(figures.id)?.node;
        return node === undefined ? [] : nodeHits(context, node, figures);
      }),
      ...analysis.layers.flatMap((layer) => layerHits(layer, saturatedNodes)),
    ];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'At half of its capacity',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 3200 } },
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10 } },
          }),
        },
        {
          title: 'A planned limit of its own',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 5120 } },
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10, maxUtilization: 0.85 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'At 80 % of its capacity',
          target: 'api',
          // 2 × 32 ÷ 10 ms = 6 400 rps; 5 120 ÷ 6 400 = 0.8.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 5120 } },
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10 } },
          }),
        },
        {
          title: 'A database whose leader writes without pause',
          target: 'links',
          // 4 concurrent ÷ 5 ms = 800 rps; 640 ÷ 800 = 0.8.
          design: sketch(
            { user: 'client', api: 'service', links: 'key-value-store' },
            'user -> api -> links',
            {
              flows: { writes: { kind: 'write', rps: 640 } },
              config: { links: { writeMs: 5, concurrency: 4, shards: 1, replicasPerShard: 3 } },
            },
          ),
        },
      ],
    };
  },
};

/** Whether there is anything to say: nothing is missed where nothing is done, and what is saturated has a finding of its own. */
const isLoaded = ({ saturated, targets, utilization }: NodeFigures): boolean =>
  !saturated && utilization !== null && (utilization > 0 || targets.length > 0);

function nodeHits(context: RuleContext, node: ResolvedNode, figures: NodeFigures): readonly Hit[] {
  const { utilization } = figures;
  if (utilization === null) return [];
  const missed = missedTarget(figures.targets, 'maxUtilization');
  if (missed === null && utilization <= node.config.maxUtilization + tolerance) return [];
  // Nobody feels the wait of what a buffer holds back, as long as the average is within the limit.
  if (missed === null && workedOffLater(context, node, node.config.maxUtilization) !== null) return [];
  const limit = missed?.target ?? node.config.maxUtilization;
  const quickFix = utilization > node.config.maxUtilization + tolerance ? relieve(context, node) : null;
  return [
    {
      target: node.id,
      values: { node: { part: node.id }, utilization: { share: utilization }, limit: { share: limit } },
      ...(missed === null ? {} : { variant: 'target', severity: 'error' as const }),
      ...(quickFix && { quickFix }),
    },
  ];
}

function layerHits(layer: LayerFigures, saturatedNodes: ReadonlySet<string>): readonly Hit[] {
  const missed = missedTarget(layer.targets, 'maxUtilization');
  // Where the busiest is saturated, that is the finding.
  if (missed === null || layer.busiest === null || saturatedNodes.has(layer.busiest)) return [];
  const values = {
    layer: words(layerNames[layer.id]),
    node: { part: layer.busiest },
    utilization: { share: layer.utilization ?? 0 },
    limit: { share: missed.target },
  };
  return [{ target: '*', variant: 'layer', severity: 'error', values }];
}

function growthHits(flow: FlowFigures, saturatedNodes: ReadonlySet<string>): readonly Hit[] {
  const missed = missedTarget(flow.targets, 'headroom');
  if (missed === null || missed.actual === null || flow.bottleneck === null) return [];
  if (saturatedNodes.has(flow.bottleneck)) return [];
  const values = {
    flow: { part: flow.id },
    node: { part: flow.bottleneck },
    factor: { factor: missed.actual },
    limit: { factor: missed.target },
  };
  return [{ target: flow.id, variant: 'growth', severity: 'error', values }];
}

const missedTarget = (targets: readonly TargetFigures[], metric: string): TargetFigures | null =>
  targets.find((target) => target.metric === metric && !target.met) ?? null;
