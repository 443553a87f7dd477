import type { FigureChange } from '../../shared/analysis/compare';
import { mainFigures, relativeChange } from '../../shared/analysis/main-figures';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { layerTitles } from '../../shared/diagram/palette';
import { metricText, metricTitle } from '../../shared/formats/report/metric-words';
import { tableOf } from '../../shared/formats/report/table';
import { noFigure } from '../../shared/math/format';
import { partNames } from '../../shared/rules/finding-text';
import type { Style } from './style';
import { textTable } from './text-table';

type NameOf = (id: string) => string;

function nameOfPart({ kind, part }: FigureChange, nameOf: NameOf): string {
  if (kind === 'totals') return 'total';
  if (kind !== 'layer') return nameOf(part);
  return Object.entries(layerTitles).find(([id]) => id === part)?.[1] ?? part;
}

/** '+12 %', '−40 %'; nothing where one of both does not exist, or the first is 0. */
function relative(change: FigureChange): string | null {
  const share = relativeChange(change);
  if (share === null) return null;
  const percent = share * 100;
  const digits = Math.abs(percent) < 10 ? 1 : 0;
  return `${percent < 0 ? '−' : '+'}${Math.abs(percent).toFixed(digits)} %`;
}

/** The figures that changed as a table, and how many more did. */
export function figuresTable(
  before: ResolvedDesign,
  after: ResolvedDesign,
  changes: readonly FigureChange[],
  style: Style,
): string {
  const [oldName, newName] = [partNames(before), partNames(after)];
  const nameOf: NameOf = (id) => (newName(id) === id ? oldName(id) : newName(id));
  const main = mainFigures(changes);
  const text = (metric: string, value: number | null) =>
    value === null ? noFigure : metricText(metric, value);
  const table = tableOf('Figures', main, [
    { title: 'Of', align: 'left', text: ({ kind }) => (kind === 'totals' ? 'design' : kind) },
    { title: 'Part', align: 'left', text: (change) => nameOfPart(change, nameOf) },
    { title: 'Figure', align: 'left', text: ({ metric }) => metricTitle(metric) },
    { title: 'Before', text: ({ metric, before }) => text(metric, before) },
    { title: 'After', text: ({ metric, after }) => text(metric, after) },
    { title: 'Change', text: relative },
  ]);
  const others = changes.length - main.length;
  const more = others === 0 ? '' : `${style.faint(`  ${others} more figures changed; --json lists them.`)}\n`;
  if (changes.length === 0) return 'No figure changed.\n';
  return textTable(table, style) + more;
}
