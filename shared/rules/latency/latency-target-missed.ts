import type { Analysis, BudgetShare, FlowFigures, TargetFigures } from '../../analysis/analysis';
import { words } from '../../math/message';
import type { Quantities } from '../../math/quantity';
import { own } from '../../model/own';
import { layerNames } from '../../model/term-names';
import { graphOf } from '../facts/graph';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';
import { isSuppressed } from '../suppressions';

const metricNames: Readonly<Record<string, string>> = {
  meanMs: 'Mean',
  p50Ms: 'p50',
  p95Ms: 'p95',
  p99Ms: 'p99',
  p999Ms: 'p99.9',
  withCallsMeanMs: 'Mean with calls',
  withCallsP99Ms: 'p99 with calls',
  completionMeanMs: 'Mean completion',
  completionP99Ms: 'p99 completion',
};

/** Until all that a request set off is done, of which the budget of its answer says nothing. */
const isCompletion = (metric: string): boolean => metric.startsWith('completion');

/** The finding on a saturated node: that it is, or in its place why. */
const saturationRules: readonly string[] = [
  'saturated',
  'write-bottleneck',
  'hot-shard',
  'quota-exceeded',
  'network-bottleneck',
  'retry-storm',
];

/**
 * LAT-01, for flows, nodes and layers. Where a latency does not exist because a node on the way is saturated, that node's finding is
 * the cause and the flow waits on it: no finding here, unless a person has dismissed that one.
 */
export const latencyTargetMissed: Rule = {
  id: 'latency-target-missed',
  code: 'LAT-01',
  title: 'Latency target missed',
  severity: 'error',
  stage: 'broken',
  message: '{metric} of {part} is {actual}; its target is {target}.',
  variants: {
    node: '{metric} of {part} is {actual}; its target is {target}; most of the mean is {node} with {share}.',
    network:
      '{metric} of {part} is {actual}; its target is {target}; most of the mean is the way from {from} to {to} with {share}.',
    completion:
      '{metric} of {part} is {actual}, until all that a request sets off is done; its target is {target}.',
    layer: '{metric} of the {layer} layer is {actual} for {part}; its target is {target}.',
    endless: '{metric} of {part} is unbounded while {node} is saturated; its target is {target}.',
  },
  why: 'The computed latency is longer than what was promised at this load.',
  fix: 'Shorten, cache or run in parallel what takes most of it, or bring it nearer.',
  source: {
    text: 'Mean and percentiles of a network of queues, composed by convolution; Jackson, Management Science 10(1), 1963',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { analysis } = context;
    if (analysis === null) return [];
    return [
      ...analysis.flows.flatMap((flow) => flowHits(context, flow)),
      ...analysis.nodes
        .filter(({ targets }) => targets.length > 0)
        .flatMap(({ id, targets }) => {
          const worst = worstOf(targets);
          return worst === null
            ? []
            : [{ target: id, values: { part: { part: id }, ...missedValues(worst) } }];
        }),
      ...analysis.layers.flatMap(({ id, targets }) => {
        const worst = worstOf(targets);
        if (worst === null) return [];
        const part = slowestFlow(analysis, id);
        return [
          {
            target: '*',
            variant: 'layer',
            values: { layer: words(layerNames[id]), part, ...missedValues(worst) },
          },
        ];
      }),
    ];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Well within its target',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { p99Ms: 200 } } },
          }),
        },
        {
          title: 'The flow waits on a saturated service, which is the finding',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 10_000, targets: { p99Ms: 100 } } },
            config: { api: { replicas: 1 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A slow service',
          target: 'reads',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 100, targets: { p99Ms: 100 } } },
            config: { api: { delayMs: 80 } },
          }),
        },
        {
          title: 'A far service',
          target: 'reads',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { meanMs: 60 } } },
            config: { api: { delayMs: 20 } },
            edges: { 'user -> api': { rttMs: 50 } },
          }),
        },
        {
          title: 'A service with a target of its own',
          target: 'api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            nodes: { api: { targets: { meanMs: 5 } } },
            config: { api: { delayMs: 10 } },
          }),
        },
      ],
    };
  },
};

type Missed = TargetFigures & { readonly actual: number };

const isLatency = (target: TargetFigures): boolean => Object.hasOwn(metricNames, target.metric);

/** The missed latency target that is missed by the largest factor; the figures that do not exist are not among them. */
function worstOf(targets: readonly TargetFigures[]): Missed | null {
  const missed = targets.filter(
    (target): target is Missed => !target.met && target.actual !== null && isLatency(target),
  );
  const excess = (target: Missed) => target.actual / target.target;
  return missed.reduce<Missed | null>(
    (worst, target) => (worst === null || excess(target) > excess(worst) ? target : worst),
    null,
  );
}

function missedValues({ metric, actual, target }: Missed): Quantities {
  return { metric: words(metricNames[metric] ?? metric), actual: { ms: actual }, target: { ms: target } };
}

function flowHits(context: RuleContext, flow: FlowFigures): readonly Hit[] {
  const part = { part: flow.id };
  const worst = worstOf(flow.targets);
  if (worst === null) return endlessHits(context, flow);
  const values = { part, ...missedValues(worst) };
  if (isCompletion(worst.metric)) return [{ target: flow.id, variant: 'completion', values }];
  const most = flow.budget.reduce<BudgetShare | null>(
    (largest, share) => ((share.meanMs ?? 0) > (largest?.meanMs ?? 0) ? share : largest),
    null,
  );
  if (most === null) return [{ target: flow.id, values }];
  const share = { ms: most.meanMs ?? 0 };
  if ('node' in most) {
    return [{ target: flow.id, variant: 'node', values: { ...values, share, node: { part: most.node } } }];
  }
  const edge = context.design.edges.find(({ id }) => id === most.edge);
  if (edge === undefined) return [{ target: flow.id, values }];
  const ends = { from: { part: edge.from }, to: { part: edge.to } };
  return [{ target: flow.id, variant: 'network', values: { ...values, share, ...ends } }];
}

/** A latency target of a flow that has no latency, where the finding on its cause was dismissed. */
function endlessHits(context: RuleContext, flow: FlowFigures): readonly Hit[] {
  // Without its percentiles, which come later than the means, there is no finding yet.
  const missed = flow.targets.find(
    (target) =>
      isLatency(target) &&
      !target.met &&
      target.actual === null &&
      (flow.meanMs === null || isCompletion(target.metric)),
  );
  if (missed === undefined) return [];
  const graph = graphOf(context.design);
  const blocking = (context.analysis?.nodes ?? []).filter(
    (node) => node.saturated && graph.nodes.has(node.id) && (own(node.visits, flow.id) ?? 0) > 0,
  );
  const [first] = blocking;
  if (first === undefined || !blocking.every(({ id }) => isSetAside(context, id))) return [];
  const values = {
    part: { part: flow.id },
    node: { part: first.id },
    metric: words(metricNames[missed.metric] ?? missed.metric),
    target: { ms: missed.target },
  };
  return [{ target: flow.id, variant: 'endless', values }];
}

/** Whether a person has dismissed the finding on the saturated node. */
const isSetAside = ({ design }: RuleContext, node: string): boolean =>
  saturationRules.some((rule) => isSuppressed(design, rule, node));

/** The flow that spends the most in a layer. */
function slowestFlow(analysis: Analysis, layer: string): { readonly part: string } | string {
  const flows = analysis.layers.find(({ id }) => id === layer)?.flows ?? {};
  const [slowest] = Object.entries(flows).sort(([, a], [, b]) => (b.meanMs ?? 0) - (a.meanMs ?? 0));
  return slowest === undefined ? '' : { part: slowest[0] };
}
