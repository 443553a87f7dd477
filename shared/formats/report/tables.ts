import type { Analysis, FlowFigures, LayerFigures, NodeFigures } from '../../analysis/analysis';
import { approximationNames } from '../../analysis/approximation-names';
import { nodeTitle } from '../../catalog/node-title';
import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { costMessage } from '../../diagram/cost-text';
import { estimateRows } from '../../diagram/estimate-rows';
import { layerTitles } from '../../diagram/palette';
import { formatList, formatMessage, formatQuantity } from '../../math/format-message';
import type { Language } from '../../math/language';
import { flowKindNames } from '../../model/term-names';
import { partNames } from '../../rules/finding-text';
import { targetsWords } from './metric-words';
import { type ReportWords, reportWords } from './report-words';
import { type ColumnOf, type Table, tableOf } from './table';

/** Figures of the whole design: servers, availability, recovery, cost, storage, and its targets. */
export function totalsTable({ totals }: Analysis, language?: Language): Table {
  const { say, count, availability, seconds, bytes } = reportWords(language);
  const rows = [
    [say('Servers'), count(totals.servers)],
    [say('Availability'), availability(totals.availability)],
    [say('Data loss (RPO)'), seconds(totals.rpoSeconds)],
    [say('Recovery (RTO)'), seconds(totals.rtoSeconds)],
    [say('Cost'), costText(totals.monthlyCostUsd, totals.cost?.unpriced, language)],
    [say('Storage'), bytes(totals.storageBytes)],
    [say('Targets'), targetsWords(totals.targets, language)],
  ] as const;
  return tableOf(
    say('Totals'),
    rows.filter(([, text]) => text !== null && text !== ''),
    [
      { title: say('Figure'), align: 'left', text: ([name]) => name },
      { title: say('Value'), align: 'left', text: ([, text]) => text },
    ],
  );
}

const costText = (usd: number | null, unpriced = false, language?: Language): string | null =>
  usd === null ? null : formatMessage(costMessage(usd, unpriced), undefined, language);

/** What a capacity plan begins with: requests, bytes, what is kept and what is held. */
export function estimatesTable({ totals }: Analysis, language?: Language): Table {
  const { say } = reportWords(language);
  const rows = estimateRows(totals.estimates).filter(({ of }) => of !== null);
  return tableOf(say('Estimates'), rows, [
    { title: say('Figure'), align: 'left', text: ({ title }) => say(title) },
    { title: say('Value'), align: 'left', text: ({ of }) => of && formatQuantity(of, undefined, language) },
  ]);
}

/** Whether the completion of a flow says something that its own latency does not. */
const hasCompletion = ({ approximate, targets }: FlowFigures): boolean =>
  approximate.includes('asynchronous') || targets.some(({ metric }) => metric.startsWith('completion'));

/** One row a flow: rate, latency, completion where one differs, headroom, bottleneck, targets. */
export function flowsTable(design: ResolvedDesign, analysis: Analysis, language?: Language): Table {
  const words = reportWords(language);
  const { say, rps, ms, share, ratio } = words;
  const nameOf = partNames(design, language);
  const kinds = new Map(design.flows.map((flow) => [flow.id, say(flowKindNames[flow.kind])]));
  const completion: readonly ColumnOf<FlowFigures>[] = analysis.flows.some(hasCompletion)
    ? [
        { title: say('Mean completion'), text: ({ completionMeanMs }) => ms(completionMeanMs) },
        { title: say('p99 completion'), text: ({ completionP99Ms }) => ms(completionP99Ms) },
      ]
    : [];
  const columns: readonly ColumnOf<FlowFigures>[] = [
    { title: say('Flow'), align: 'left', text: ({ id }) => nameOf(id) },
    { title: say('Kind'), align: 'left', text: ({ id }) => kinds.get(id) ?? null },
    { title: say('Rate'), text: ({ rateRps }) => rps(rateRps) },
    { title: say('Served'), text: ({ servedShare }) => share(servedShare) },
    { title: say('Mean'), text: ({ meanMs }) => ms(meanMs) },
    { title: 'p50', text: ({ p50Ms }) => ms(p50Ms) },
    { title: 'p95', text: ({ p95Ms }) => ms(p95Ms) },
    { title: 'p99', text: ({ p99Ms }) => ms(p99Ms) },
    { title: 'p99.9', text: ({ p999Ms }) => ms(p999Ms) },
    ...completion,
    { title: say('Apdex'), text: ({ apdex }) => ratio(apdex) },
    { title: say('Availability'), text: ({ availability }) => words.availability(availability) },
    { title: say('At most'), text: ({ maxRateRps }) => rps(maxRateRps) },
    {
      title: say('USD per million'),
      text: ({ usdPerMillionRequests }) => words.count(usdPerMillionRequests),
    },
    { title: say('Limited by'), align: 'left', text: ({ bottleneck }) => bottleneck && nameOf(bottleneck) },
    { title: say('Targets'), align: 'left', text: ({ targets }) => targetsWords(targets, language) },
    {
      title: say('Approximate'),
      align: 'left',
      text: ({ approximate }) => approximationList(approximate, words),
    },
  ];
  return tableOf(say('Flows'), analysis.flows, columns);
}

/** One row a layer: load, capacity and its nodes. */
export function layersTable(design: ResolvedDesign, analysis: Analysis, language?: Language): Table {
  const words = reportWords(language);
  const { say, rps } = words;
  const nameOf = partNames(design, language);
  const unpriced = new Set(
    design.nodes.flatMap(({ layer }, i) => (analysis.nodes[i]?.cost?.unpriced === true ? [layer] : [])),
  );
  const columns: readonly ColumnOf<LayerFigures>[] = [
    { title: say('Layer'), align: 'left', text: ({ id }) => say(layerTitles[id]) },
    { title: say('Offered'), text: ({ offeredRps }) => rps(offeredRps) },
    { title: say('Capacity'), text: ({ capacityRps }) => rps(capacityRps) },
    { title: say('Headroom'), text: ({ headroom }) => words.factor(headroom) },
    { title: say('Utilization'), text: ({ utilization }) => words.share(utilization) },
    { title: say('Busiest'), align: 'left', text: ({ busiest }) => busiest && nameOf(busiest) },
    { title: say('Servers'), text: ({ servers }) => words.count(servers) },
    { title: say('Availability'), text: ({ availability }) => words.availability(availability) },
    {
      title: say('Cost'),
      text: ({ id, monthlyCostUsd }) => costText(monthlyCostUsd, unpriced.has(id), language),
    },
    { title: say('Storage'), text: ({ storageBytes }) => words.bytes(storageBytes) },
    { title: say('Targets'), align: 'left', text: ({ targets }) => targetsWords(targets, language) },
  ];
  return tableOf(say('Layers'), analysis.layers, columns);
}

interface NodeRow {
  readonly node: ResolvedNode;
  readonly figures: NodeFigures;
}

/** One row a node, in the document's order: load, its own latency and that with its calls, size and cost. */
export function nodesTable(design: ResolvedDesign, analysis: Analysis, language?: Language): Table {
  const words = reportWords(language);
  const { say, rps, ms, share, availability, count } = words;
  const figuresOf = new Map(analysis.nodes.map((figures) => [figures.id, figures]));
  const rows = design.nodes.flatMap((node): readonly NodeRow[] => {
    const figures = figuresOf.get(node.id);
    return figures === undefined ? [] : [{ node, figures }];
  });
  const columns: readonly ColumnOf<NodeRow>[] = [
    { title: say('Node'), align: 'left', text: ({ node }) => nodeTitle(node, language) },
    { title: say('Layer'), align: 'left', text: ({ node }) => say(layerTitles[node.layer]) },
    { title: say('Offered'), text: ({ figures }) => rps(figures.offeredRps) },
    { title: say('Capacity'), text: ({ figures }) => rps(figures.capacityRps) },
    { title: say('Utilization'), text: ({ figures }) => share(figures.utilization) },
    { title: say('Mean'), text: ({ figures }) => ms(figures.meanMs) },
    { title: 'p99', text: ({ figures }) => ms(figures.p99Ms) },
    { title: say('p99 with calls'), text: ({ figures }) => ms(figures.withCallsP99Ms) },
    { title: say('Servers'), text: ({ figures }) => count(figures.servers) },
    { title: say('Availability'), text: ({ figures }) => availability(figures.availability) },
    {
      title: say('Cost'),
      text: ({ figures }) => costText(figures.monthlyCostUsd, figures.cost?.unpriced, language),
    },
    { title: say('State'), align: 'left', text: ({ figures }) => stateWords(figures, words) },
    {
      title: say('Targets'),
      align: 'left',
      text: ({ figures }) => targetsWords(figures.targets, language),
    },
  ];
  return tableOf(say('Nodes'), rows, columns);
}

function stateWords({ saturated, refused }: NodeFigures, { say }: ReportWords): string {
  if (saturated) return say('saturated');
  return refused > 0 ? say('refuses {share}', { share: { share: refused } }) : '';
}

const approximationList = (approximate: FlowFigures['approximate'], { say, language }: ReportWords): string =>
  formatList(
    approximate.map((one) => say(approximationNames[one])),
    language,
  );
