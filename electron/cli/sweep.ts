import type { StationLimit } from '../../shared/analysis/station-limits';
import { type Sweep, type SweepPoint, sweep } from '../../shared/analysis/sweep';
import { resolve } from '../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { type ColumnOf, figureText, tableOf } from '../../shared/formats/report/table';
import { formatFactor, formatMs, formatRps, formatShare } from '../../shared/math/format';
import { partNames } from '../../shared/rules/finding-text';
import { type Call, done, jsonText, type Outcome, refused } from './command';
import { designTitle } from './design-title';
import { obstacleOf } from './obstacle';
import { printable } from './printable';
import { inputName, readDesign } from './read-design';
import { type Style, styleOf } from './style';
import { textTable } from './text-table';

function pointColumns(design: ResolvedDesign): readonly ColumnOf<SweepPoint>[] {
  const flows = design.flows.flatMap(({ name }, at): readonly ColumnOf<SweepPoint>[] => [
    {
      title: name,
      text: ({ flows }) => figureText(flows[at]?.rateRps ?? null, (rps) => `${formatRps(rps)} rps`),
    },
    { title: 'served', text: ({ flows }) => figureText(flows[at]?.servedShare ?? null, formatShare) },
    { title: 'mean', text: ({ flows }) => figureText(flows[at]?.meanMs ?? null, formatMs) },
    { title: 'p99', text: ({ flows }) => figureText(flows[at]?.p99Ms ?? null, formatMs) },
  ]);
  return [{ title: 'Load', text: ({ load }) => formatFactor(load) }, ...flows];
}

/** What a station runs out of. */
const limitTitles: Readonly<Record<StationLimit['limitedBy'], string>> = {
  work: 'servers',
  places: 'requests in progress',
  bandwidth: 'network',
  connections: 'client connections',
  limit: 'rate limit',
};

function sweepText(design: ResolvedDesign, { saturationLoad, points, order }: Sweep, style: Style): string {
  const nameOf = partNames(design);
  const limit =
    saturationLoad === null ? 'nothing in it saturates' : `saturates at load ${formatFactor(saturationLoad)}`;
  const titles = pointColumns(design).map((column) => ({ ...column, title: printable(column.title) }));
  const giving = tableOf('In the order in which they saturate', order, [
    { title: 'Node', align: 'left', text: ({ node }) => nameOf(node) },
    { title: 'Limited by', align: 'left', text: ({ limitedBy }) => limitTitles[limitedBy] },
    {
      title: 'Held up by',
      align: 'left',
      text: ({ heldUpBy }) => (heldUpBy === null ? '' : nameOf(heldUpBy)),
    },
    { title: 'Planned limit', text: ({ plannedLoad }) => formatFactor(plannedLoad) },
    { title: 'Load', text: ({ load }) => formatFactor(load) },
  ]);
  return [
    `${style.bold(designTitle(design))}: ${limit}\n`,
    // Without flows there is no rate to follow from load to load.
    textTable(tableOf('Loads', design.flows.length === 0 ? [] : points, titles), style),
    textTable(giving, style),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

export async function run({ operands: [name = ''], options, host }: Call): Promise<Outcome> {
  const read = await readDesign(host, name);
  if (!read.ok) return refused(read.message);
  const design = resolve(read.value);
  const result = sweep(design);
  if (!result.ok) return refused(`${inputName(name)}: ${await obstacleOf(design)}`);
  if (options.has('json')) return done(jsonText(result.sweep));
  return done(sweepText(design, result.sweep, styleOf(host.colour)));
}
