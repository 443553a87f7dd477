import type { Analysis } from '../../shared/analysis/analysis';
import { explain, explainable } from '../../shared/analysis/explain';
import type { Explanation } from '../../shared/analysis/explanation';
import type { Source } from '../../shared/catalog/kind';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { metricText } from '../../shared/exporters/report/metric-words';
import { fillTemplate, formatExact, noFigure } from '../../shared/math/format';
import { partNames } from '../../shared/rules/finding-text';
import type { Attempt } from './host';
import { hint } from './nearest';
import { printable } from './printable';
import type { Style } from './style';

/** Everything with figures of its own, by the name under which it is explained. */
function partsOf({ flows, nodes, edges, layers, hops, totals }: Analysis): ReadonlyMap<string, object> {
  const named = [...flows, ...nodes, ...edges].map((part) => [part.id, part] as const);
  const own = new Set(named.map(([id]) => id));
  return new Map<string, object>([
    ...named,
    ...layers.map((layer) => [own.has(layer.id) ? `layer:${layer.id}` : layer.id, layer] as const),
    ...hops.map((hop) => [`${hop.from}>${hop.to}`, hop] as const),
    ['totals', totals],
  ]);
}

/** How the figure that `ID.METRIC` names came about, or in one line why nothing can be told. */
export function explainFigure(
  design: ResolvedDesign,
  analysis: Analysis,
  figure: string,
): Attempt<Explanation> {
  const dot = figure.indexOf('.');
  if (dot <= 0 || dot === figure.length - 1)
    return { ok: false, message: `--explain takes ID.METRIC, such as totals.servers, not "${figure}".` };
  const [part, metric] = [figure.slice(0, dot), figure.slice(dot + 1)];
  const parts = partsOf(analysis);
  const figures = parts.get(part) ?? parts.get(part.replace(/^layer:/, ''));
  if (figures === undefined)
    return {
      ok: false,
      message: `--explain: nothing in the design is called "${part}".${hint(part, [...parts.keys()])}`,
    };
  const explanation = explain(design, analysis, part, metric);
  if (explanation !== null) return { ok: true, value: explanation };
  const known = explainable(figures);
  return { ok: false, message: `--explain: "${part}" has no figure "${metric}".${hint(metric, known)}` };
}

/** Of a figure that stands deeper, the name that tells its unit: of `flows.redirect.p99Ms` the last, of `visits.redirect` the first. */
function unitOf(metric: string): string {
  const names = metric.split('.');
  if (names[0] === 'budget') return 'meanMs';
  return (names[0] === 'visits' ? names[0] : names.at(-1)) ?? metric;
}

function valueText({ metric, value }: Explanation): string {
  if (value === null) return noFigure;
  return typeof value === 'number' ? metricText(unitOf(metric), value) : String(value);
}

function sourceText(source: Source): string {
  if (source.kind === 'assumption') return `Assumption: ${source.text}`;
  return `Source: ${source.text}${source.url === undefined ? '' : ` (${source.url})`}`;
}

/** An explanation on a few lines: the figure, its formula with the figures put in, each input, the source. */
export function explanationText(design: ResolvedDesign, explanation: Explanation, style: Style): string {
  const nameOf = partNames(design);
  const { part, metric, formula, inputs, source } = explanation;
  const width = Math.max(0, ...Object.keys(inputs).map((name) => name.length));
  const lines = [
    style.bold(
      printable(`${part === 'totals' ? design.name : nameOf(part)} ${metric}: ${valueText(explanation)}`),
    ),
    `  ${printable(formula)}`,
    `  ${printable(fillTemplate(formula, inputs, nameOf))}`,
    '',
    ...Object.entries(inputs).map(
      ([name, input]) => `  ${name.padEnd(width)}  ${printable(formatExact(input, nameOf))}`,
    ),
    '',
    `  ${style.faint(printable(sourceText(source)))}`,
  ];
  return `${lines.join('\n')}\n`;
}
