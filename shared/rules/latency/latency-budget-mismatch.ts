import type { Analysis, FlowFigures, LayerFigures } from '../../analysis/analysis';
import { meetsTarget } from '../../analysis/targets';
import type { ResolvedDesign, ResolvedFlow } from '../../catalog/resolved';
import { words } from '../../math/message';
import { own } from '../../model/own';
import type { Design, LayerTargets } from '../../model/schema';
import { layerNames } from '../../model/term-names';
import type { LayerId } from '../../model/vocabulary';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

type LayerBudgets = Readonly<Partial<Record<LayerId, LayerTargets>>>;

/**
 * LAT-06. Means add up, so that the budgets of the layers and the network between them are compared with the target of the
 * mean. Percentiles do not: of these only a single layer that may take longer than the whole is a contradiction.
 */
export const latencyBudgetMismatch: Rule = {
  id: 'latency-budget-mismatch',
  code: 'LAT-06',
  title: 'Latency budget does not add up',
  severity: 'info',
  stage: 'review',
  message:
    'The layers of {flow} may take {budget} on average, {network} of network among it; {target} is its target.',
  variants: {
    layer:
      'The {layer} layer alone may take {budget} at p99 for {flow}; {target} is the target of the whole.',
  },
  why: 'Teams hold the budget of their layer. Where the budgets add up to more than the promise, everyone can keep theirs and the promise is still missed.',
  fix: 'Lower the budgets of the layers until they fit the target, or raise the target.',
  fixes: {
    'fit-budgets':
      'Lower the budgets in proportion to their slack: every layer still keeps its own, and they add up.',
  },
  source: {
    text: 'The mean of a sum is the sum of the means; a sum of non-negative times is at least each of them',
  },
  check: ({ design, analysis }: RuleContext): readonly Hit[] => {
    const budgets = design.targets.layers;
    if (analysis === null || budgets === undefined) return [];
    const figures = new Map(analysis.flows.map((flow) => [flow.id, flow]));
    const hits: Hit[] = [];
    for (const flow of design.flows) {
      const of = figures.get(flow.id);
      if (of === undefined || of.meanMs === null) continue;
      const ofMeans = meansHit(design, analysis, flow, of, budgets);
      const ofPercentiles = percentileHit(analysis, flow, budgets);
      const hit = ofMeans ?? ofPercentiles;
      if (hit === null) continue;
      // A fix of the one would leave the other.
      const { quickFix, ...found } = hit;
      const isOnly = ofMeans === null || ofPercentiles === null;
      hits.push({ ...found, ...(isOnly && quickFix && { quickFix }) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Budgets that fit',
          // 60 + 40 ms of layers, 20.5 ms of network.
          design: budgeted({ service: { meanMs: 60 }, data: { meanMs: 40 } }, { meanMs: 150 }),
        },
        {
          title: 'The p99 of two layers may add up to more than that of both',
          design: budgeted({ service: { p99Ms: 150 }, data: { p99Ms: 100 } }, { p99Ms: 200 }),
        },
      ],
      invalid: [
        {
          title: 'Budgets of more than the whole',
          target: 'reads',
          // 60 + 50 ms of layers, 20.5 ms of network: 130.5 of 100 ms.
          design: budgeted({ service: { meanMs: 60 }, data: { meanMs: 50 } }, { meanMs: 100 }),
        },
        {
          title: 'One layer may take longer than the whole',
          target: 'reads',
          design: budgeted({ service: { p99Ms: 300 } }, { p99Ms: 200 }),
        },
      ],
    };
  },
};

function budgeted(layers: LayerBudgets, targets: NonNullable<ResolvedFlow['targets']>): Design {
  return sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
    flows: { reads: { rps: 100, targets } },
    config: { api: { serviceMs: 10 }, db: { readMs: 2 } },
    system: { targets: { layers } },
  });
}

/** The layers in which the flow spends time, with the budget that each has of its mean. */
interface Budgeted {
  readonly layer: LayerFigures;
  readonly meanMs: number;
}

function meansHit(
  design: ResolvedDesign,
  analysis: Analysis,
  flow: ResolvedFlow,
  figures: FlowFigures,
  budgets: LayerBudgets,
): Hit | null {
  const targetMs = flow.targets.meanMs;
  // Budgets of layers that work at the same time do not add up.
  if (targetMs === undefined || (figures.overlapMs ?? 0) > 0) return null;
  const layers = analysis.layers.flatMap((layer): Budgeted[] => {
    const meanMs = budgets[layer.id]?.meanMs;
    const isMet = (own(layer.flows, flow.id)?.meanMs ?? 0) > 0;
    return meanMs === undefined || !isMet ? [] : [{ layer, meanMs }];
  });
  if (layers.length === 0) return null;
  let networkMs = 0;
  for (const hop of analysis.hops) networkMs += own(hop.flows, flow.id)?.meanMs ?? 0;
  const budgetMs = networkMs + layers.reduce((sum, { meanMs }) => sum + meanMs, 0);
  if (meetsTarget('meanMs', budgetMs, targetMs)) return null;
  const quickFix = fitBudgets(design, layers, budgetMs, targetMs);
  const values = {
    flow: { part: flow.id },
    budget: { ms: budgetMs },
    network: { ms: networkMs },
    target: { ms: targetMs },
  };
  return { target: flow.id, values, ...(quickFix && { quickFix }) };
}

/** Each budget keeps what its layer takes, and the same share of the slack above that. */
function fitBudgets(
  design: ResolvedDesign,
  layers: readonly Budgeted[],
  budgetMs: number,
  targetMs: number,
): QuickFix | null {
  const slacks = layers.map(({ layer, meanMs }) => {
    const actual = layer.targets.find(({ metric }) => metric === 'meanMs')?.actual ?? null;
    return actual === null ? null : meanMs - actual;
  });
  const known = slacks.filter((slack) => slack !== null && slack >= 0);
  const slackMs = known.reduce<number>((sum, slack) => sum + (slack ?? 0), 0);
  // A budget that is missed already cannot be lowered, nor more be taken than there is slack.
  if (known.length < slacks.length || slackMs <= 0 || budgetMs - targetMs > slackMs) return null;
  const share = (budgetMs - targetMs) / slackMs;
  const next: Partial<Record<LayerId, LayerTargets>> = { ...design.targets.layers };
  layers.forEach(({ layer, meanMs }, i) => {
    const slack = slacks[i] ?? 0;
    const fitted = Math.max(meanMs - slack, roundedDown(meanMs - share * slack));
    next[layer.id] = { ...next[layer.id], meanMs: fitted };
  });
  return fix(next);
}

const roundedDown = (ms: number): number => Math.floor(ms * 100) / 100;

function percentileHit(analysis: Analysis, flow: ResolvedFlow, budgets: LayerBudgets): Hit | null {
  const targetMs = flow.targets.p99Ms;
  if (targetMs === undefined) return null;
  const over = analysis.layers.filter(
    ({ id, flows }) => (own(flows, flow.id)?.meanMs ?? 0) > 0 && (budgets[id]?.p99Ms ?? 0) > targetMs,
  );
  const [first] = over;
  if (first === undefined) return null;
  const next: Partial<Record<LayerId, LayerTargets>> = { ...budgets };
  let fits = true;
  for (const { id, targets } of over) {
    const actual = targets.find(({ metric }) => metric === 'p99Ms')?.actual ?? null;
    if (actual === null || !meetsTarget('p99Ms', actual, targetMs)) fits = false;
    next[id] = { ...next[id], p99Ms: targetMs };
  }
  const values = {
    flow: { part: flow.id },
    layer: words(layerNames[first.id]),
    budget: { ms: budgets[first.id]?.p99Ms ?? 0 },
    target: { ms: targetMs },
  };
  return { target: flow.id, variant: 'layer', values, ...(fits && { quickFix: fix(next) }) };
}

const fix = (layers: LayerBudgets): QuickFix => ({
  id: 'fit-budgets',
  title: 'Lower the budgets',
  values: {},
  changes: [{ op: 'patch-targets', patch: { layers } }],
});
