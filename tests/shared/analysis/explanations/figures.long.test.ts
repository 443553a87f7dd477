import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../../shared/analysis/analysis';
import { analyze } from '../../../../shared/analysis/analyze';
import { explain, explainable } from '../../../../shared/analysis/explanations/explain';
import type { Explanation } from '../../../../shared/analysis/explanations/explanation';
import { resolve } from '../../../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../../../shared/catalog/resolved';
import { flatMessage } from '../../../../shared/math/flat-message';
import { formatExact, formatMessage } from '../../../../shared/math/format-message';
import type { Design } from '../../../../shared/model/schema';
import { templates } from '../../../../shared/templates/index';
import { busyDesign } from '../../../support/reference/busy-design';
import { evaluated } from './formula';

/** Everything with figures, by what `explain` calls it. */
const partsOf = (analysis: Analysis): readonly (readonly [kind: string, part: string, figures: object])[] => [
  ...analysis.flows.map((of) => ['flow', of.id, of] as const),
  ...analysis.nodes.map((of) => ['node', of.id, of] as const),
  ...analysis.edges.map((of) => ['edge', of.id, of] as const),
  ...analysis.layers.map((of) => ['layer', `layer:${of.id}`, of] as const),
  ...analysis.hops.map((of) => ['hop', `${of.from}>${of.to}`, of] as const),
  ['total', 'totals', analysis.totals],
];

/** Figures that a distribution or many states lie before, so that no arithmetic of a few inputs gives them. */
const inWords =
  /^(flow (saturated|servedShare|p\d+Ms|completionP\d+Ms|approximate|availability|maxRateRps|bottleneck)|node (saturated|limitedBy|heldUpBy|meanMs|p\d+Ms|withCallsP99Ms)|edge timeoutShare|layer (busiest|flows\..*\.p99Ms))$/;

function difference(value: Explanation['value'], metric: string, computed: number | boolean): string {
  if (typeof value === 'boolean' || typeof computed === 'boolean')
    return value === computed ? '' : `gives ${computed} of ${value}`;
  if (typeof value !== 'number') return `gives a number of ${value}`;
  const isTime = /Ms$/.test(metric) || metric.startsWith('budget.');
  const wanted = isTime ? value / 1000 : value;
  // A probability this small is nothing to a recursion and something to a sum of logarithms.
  return Math.abs(computed - wanted) <= 1e-9 * Math.abs(wanted) + 1e-200
    ? ''
    : `gives ${computed} of ${wanted}`;
}

/** Figures that are inputs themselves. */
const given = /^(node (servers|carriedRps|capacityRps|rpoSeconds|rtoSeconds|withCallsMeanMs)|edge rttMs)$/;

/** What is wrong with an explanation; '' where nothing is. */
function faultOf(kind: string, explanation: Explanation): string {
  const { metric, value, form, message } = explanation;
  const { text: formula, values } = flatMessage(message);
  const texts = [formatMessage(message), ...Object.values(values).map((input) => formatExact(input))];
  if (texts.some((text) => /[{}–∞]|NaN|undefined|null/.test(text) || text.trim() === ''))
    return 'has an open place';
  if ((form === 'none') !== (value === null)) return `is ${value}, explained as ${form}`;
  if (form === 'words') return inWords.test(`${kind} ${metric}`) ? '' : 'is explained in words alone';
  if (form === 'none') return '';
  if (/^\{\w+\}[^{]*(: |$)/.test(formula) && !given.test(`${kind} ${metric}`))
    return 'is explained by itself';
  try {
    return difference(value, metric, evaluated(message));
  } catch (error) {
    return String(error);
  }
}

function faultsOf(
  design: ResolvedDesign,
  load: number,
): { readonly explained: number; readonly faults: readonly string[] } {
  const result = analyze(design, { load });
  if (!result.ok) return { explained: 0, faults: [] };
  const { analysis } = result;
  let explained = 0;
  const faults = partsOf(analysis).flatMap(([kind, part, figures]) =>
    explainable(figures).flatMap((metric) => {
      const explanation = explain(design, analysis, part, metric);
      explained += 1;
      const fault = explanation === null ? 'is not explained' : faultOf(kind, explanation);
      if (fault === '') return [];
      return [
        `${kind} ${part}.${metric} ${fault}: ${explanation === null ? '' : `${flatMessage(explanation.message).text} = ${formatMessage(explanation.message)}`}`,
      ];
    }),
  );
  return { explained, faults };
}

/** Without load, with it, and with stations that saturate; the quick checks look at the middle one alone. */
const loads = Number(process.env['LOADLINE_RUNS'] ?? 100) < 50 ? [1] : [0, 1, 5];

const fixture = JSON.parse(
  readFileSync(new URL('../../../fixtures/designs/v1-every-field.loadline.json', import.meta.url), 'utf8'),
) as Design;
const designs = [...templates.map(({ design }) => design), fixture];

describe.each(designs.map((design) => ({ id: design.id, design: resolve(design) })))('$id', ({ design }) => {
  test.each(loads)('every figure follows from its explanation at load %s', (load) => {
    const { explained, faults } = faultsOf(design, load);
    expect(faults).toEqual([]);
    expect(explained).toBeGreaterThan(300);
  });
});

describe('random designs', () => {
  // Those of the first 120 that add most forms of explanation; the last has a store whose scattered reads are a rank of ranks.
  const seeds = [17, 28, 55, 72, 85, 93, 102, 111, 113];
  const busy = seeds.flatMap((seed) => {
    const design = busyDesign(seed);
    return design === null ? [] : [{ seed, design }];
  });

  test.each(busy)('every figure of random design $seed follows from its explanation', ({ design }) => {
    for (const load of loads) expect(faultsOf(design, load).faults).toEqual([]);
  });
});
