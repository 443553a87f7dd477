import type { Analysis, FlowFigures, LayerFigures, NodeFigures, TotalFigures } from '../../analysis/analysis';
import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { layerTitles } from '../../diagram/palette';
import {
  formatAvailability,
  formatBytes,
  formatCount,
  formatFactor,
  formatMs,
  formatRate,
  formatSeconds,
  formatShare,
  formatUsd,
} from '../../math/format';
import { formatList, inLanguage } from '../../math/format-message';
import { english } from '../../math/language';
import { partNames } from '../../rules/finding-text';
import { targetsWords } from './metric-words';
import { type ColumnOf, figureText, type Table, tableOf } from './table';

const rps = (value: number | null): string | null => figureText(value, formatRate);
const ms = (value: number | null): string | null => figureText(value, formatMs);

/** Figures of the whole design: servers, availability, recovery, cost, storage, and its targets. */
export function totalsTable({ totals }: Analysis): Table {
  const rows = [
    ['Servers', figureText(totals.servers, formatCount)],
    ['Availability', figureText(totals.availability, formatAvailability)],
    ['Data loss (RPO)', figureText(totals.rpoSeconds, formatSeconds)],
    ['Recovery (RTO)', figureText(totals.rtoSeconds, formatSeconds)],
    ['Cost', figureText(totals.monthlyCostUsd, formatUsd)],
    ['Storage', figureText(totals.storageBytes, formatBytes)],
    ['Targets', ownTargets(totals)],
  ] as const;
  return tableOf(
    'Totals',
    rows.filter(([, text]) => text !== null && text !== ''),
    [
      { title: 'Figure', align: 'left', text: ([name]) => name },
      { title: 'Value', align: 'left', text: ([, text]) => text },
    ],
  );
}

const ownTargets = (totals: TotalFigures): string => targetsWords(totals.targets);

/** One row a flow: rate, latency, headroom, bottleneck, targets. */
export function flowsTable(design: ResolvedDesign, analysis: Analysis): Table {
  const nameOf = partNames(design);
  const kinds = new Map(design.flows.map((flow) => [flow.id, flow.kind]));
  const columns: readonly ColumnOf<FlowFigures>[] = [
    { title: 'Flow', align: 'left', text: ({ id }) => nameOf(id) },
    { title: 'Kind', align: 'left', text: ({ id }) => kinds.get(id) ?? null },
    { title: 'Rate', text: ({ rateRps }) => rps(rateRps) },
    { title: 'Served', text: ({ servedShare }) => formatShare(servedShare) },
    { title: 'Mean', text: ({ meanMs }) => ms(meanMs) },
    { title: 'p50', text: ({ p50Ms }) => ms(p50Ms) },
    { title: 'p95', text: ({ p95Ms }) => ms(p95Ms) },
    { title: 'p99', text: ({ p99Ms }) => ms(p99Ms) },
    { title: 'p99.9', text: ({ p999Ms }) => ms(p999Ms) },
    { title: 'Apdex', text: ({ apdex }) => figureText(apdex, (value) => value.toFixed(2)) },
    { title: 'Availability', text: ({ availability }) => figureText(availability, formatAvailability) },
    { title: 'At most', text: ({ maxRateRps }) => rps(maxRateRps) },
    { title: 'Limited by', align: 'left', text: ({ bottleneck }) => bottleneck && nameOf(bottleneck) },
    { title: 'Targets', align: 'left', text: ({ targets }) => targetsWords(targets) },
    { title: 'Approximate', align: 'left', text: ({ approximate }) => formatList(approximate) },
  ];
  return tableOf('Flows', analysis.flows, columns);
}

/** One row a layer: load, capacity and its nodes. */
export function layersTable(design: ResolvedDesign, analysis: Analysis): Table {
  const nameOf = partNames(design);
  const columns: readonly ColumnOf<LayerFigures>[] = [
    { title: 'Layer', align: 'left', text: ({ id }) => layerTitles[id] },
    { title: 'Offered', text: ({ offeredRps }) => rps(offeredRps) },
    { title: 'Capacity', text: ({ capacityRps }) => rps(capacityRps) },
    { title: 'Headroom', text: ({ headroom }) => figureText(headroom, formatFactor) },
    { title: 'Utilization', text: ({ utilization }) => figureText(utilization, formatShare) },
    { title: 'Busiest', align: 'left', text: ({ busiest }) => busiest && nameOf(busiest) },
    { title: 'Servers', text: ({ servers }) => figureText(servers, formatCount) },
    { title: 'Availability', text: ({ availability }) => figureText(availability, formatAvailability) },
    { title: 'Cost', text: ({ monthlyCostUsd }) => figureText(monthlyCostUsd, formatUsd) },
    { title: 'Storage', text: ({ storageBytes }) => figureText(storageBytes, formatBytes) },
    { title: 'Targets', align: 'left', text: ({ targets }) => targetsWords(targets) },
  ];
  return tableOf('Layers', analysis.layers, columns);
}

interface NodeRow {
  readonly node: ResolvedNode;
  readonly figures: NodeFigures;
}

/** One row a node, in the document's order: load, its own latency and that with its calls, size and cost. */
export function nodesTable(design: ResolvedDesign, analysis: Analysis): Table {
  const figuresOf = new Map(analysis.nodes.map((figures) => [figures.id, figures]));
  const rows = design.nodes.flatMap((node): readonly NodeRow[] => {
    const figures = figuresOf.get(node.id);
    return figures === undefined ? [] : [{ node, figures }];
  });
  const columns: readonly ColumnOf<NodeRow>[] = [
    { title: 'Node', align: 'left', text: ({ node }) => node.name },
    { title: 'Layer', align: 'left', text: ({ node }) => layerTitles[node.layer] },
    { title: 'Offered', text: ({ figures }) => rps(figures.offeredRps) },
    { title: 'Capacity', text: ({ figures }) => rps(figures.capacityRps) },
    { title: 'Utilization', text: ({ figures }) => figureText(figures.utilization, formatShare) },
    { title: 'Mean', text: ({ figures }) => ms(figures.meanMs) },
    { title: 'p99', text: ({ figures }) => ms(figures.p99Ms) },
    { title: 'p99 with calls', text: ({ figures }) => ms(figures.withCallsP99Ms) },
    { title: 'Servers', text: ({ figures }) => figureText(figures.servers, formatCount) },
    { title: 'Availability', text: ({ figures }) => figureText(figures.availability, formatAvailability) },
    { title: 'Cost', text: ({ figures }) => figureText(figures.monthlyCostUsd, formatUsd) },
    { title: 'State', align: 'left', text: ({ figures }) => stateWords(figures) },
    { title: 'Targets', align: 'left', text: ({ figures }) => targetsWords(figures.targets) },
  ];
  return tableOf('Nodes', rows, columns);
}

function stateWords({ saturated, refused }: NodeFigures): string {
  if (saturated) return 'saturated';
  return refused > 0 ? inLanguage(english, 'refuses {share}', { share: { share: refused } }) : '';
}
