import type { Sizing, Unmet, UnmetReason } from '../../shared/analysis/sizing/size';
import { resolve } from '../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { metricText, metricTitle } from '../../shared/formats/report/metric-words';
import { tableOf } from '../../shared/formats/report/table';
import { formatUsd, noFigure } from '../../shared/math/format';
import { printDesign } from '../../shared/model/print-design';
import { partNames } from '../../shared/rules/finding-text';
import { sizeSoundly } from '../../shared/rules/sized';
import { type Call, jsonText, type Outcome, refused } from './command';
import { designTitle } from './design-title';
import { obstacleOf } from './obstacle';
import { mismatchOf } from './out-format';
import { inputName, readDesign } from './read-design';
import { type Style, styleOf } from './style';
import { textTable } from './text-table';
import { writeOutput } from './write-output';

const reasons: Readonly<Record<UnmetReason, string>> = {
  floor: 'more servers do not make it shorter',
  ceiling: 'it is down for other reasons than too few servers',
  budget: 'the cheapest size that meets the rest costs more',
  recovery: 'copies and backups decide it, not servers',
  limit: 'the largest size that exists is too small',
};

interface SizeChange {
  readonly node: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

function sizeChanges(design: ResolvedDesign, { changes }: Sizing): readonly SizeChange[] {
  const nodes = new Map(design.nodes.map((node) => [node.id, node]));
  return changes.flatMap((change) => {
    if (change.op !== 'patch-config') return [];
    const config = nodes.get(change.id)?.config;
    const known: Readonly<Record<string, unknown>> = { ...config?.other, ...config };
    return Object.entries(change.patch).map(([field, after]) => ({
      node: change.id,
      field,
      before: known[field],
      after,
    }));
  });
}

function sizeText(design: ResolvedDesign, sizing: Sizing, style: Style): string {
  const nameOf = partNames(design);
  const partOf = (id: string): string => (id === 'totals' ? 'the design' : nameOf(id));
  const changes = tableOf('Sizes', sizeChanges(design, sizing), [
    { title: 'Node', align: 'left', text: ({ node }) => nameOf(node) },
    { title: 'Size', align: 'left', text: ({ field }) => field },
    { title: 'Before', text: ({ before }) => String(before ?? noFigure) },
    { title: 'After', text: ({ after }) => String(after) },
  ]);
  const unmet = tableOf('What no size meets', sizing.unmet, [
    { title: 'Part', align: 'left', text: ({ part }: Unmet) => partOf(part) },
    { title: 'Target', align: 'left', text: ({ metric }) => metricTitle(metric) },
    { title: 'Required', text: ({ metric, target }) => metricText(metric, target) },
    { title: 'Reached', text: ({ metric, actual }) => (actual === null ? null : metricText(metric, actual)) },
    { title: 'Why', align: 'left', text: ({ reason }) => reasons[reason] },
  ]);
  const cost = sizing.monthlyCostUsd === null ? '' : ` It costs ${formatUsd(sizing.monthlyCostUsd)}.`;
  const verdict = sizing.unmet.length === 0 ? 'every target is met.' : 'not every target can be met.';
  const none = sizing.changes.length === 0 ? 'The sizes it has are the cheapest.\n' : '';
  return [
    `${style.bold(designTitle(design))}: ${verdict}${cost}\n`,
    none,
    textTable(changes, style),
    textTable(unmet, style),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

export async function run({ operands: [name = ''], options, host }: Call): Promise<Outcome> {
  const out = options.get('out');
  const mismatch = mismatchOf(out ?? '-', 'json');
  if (mismatch !== null) return refused(`size: ${mismatch}`);
  const read = await readDesign(host, name);
  if (!read.ok) return refused(read.message);
  const design = resolve(read.value);
  const result = sizeSoundly(read.value);
  if (!result.ok) return refused(`${inputName(name)}: ${await obstacleOf(design)}`);
  const { sizing } = result;
  const { changes, monthlyCostUsd, unmet } = sizing;
  const output = options.has('json')
    ? jsonText({ changes, monthlyCostUsd, unmet })
    : sizeText(design, sizing, styleOf(host.colour));
  if (out === undefined) return { exit: 0, output, notes: [] };
  const written = await writeOutput(host, out, printDesign(sizing.design));
  // With --out - the design is what standard output is for.
  return out === '-' || written.exit !== 0 ? written : { ...written, output };
}
