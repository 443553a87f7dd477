import type { Analysis } from '../../shared/analysis/analysis';
import { analyze } from '../../shared/analysis/analyze';
import { accuracyOf } from '../../shared/analysis/explanations/accuracy';
import { resolve } from '../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import {
  estimatesTable,
  flowsTable,
  layersTable,
  nodesTable,
  totalsTable,
} from '../../shared/formats/report/tables';
import { timeTable } from '../../shared/formats/report/time-table';
import { formatFactor } from '../../shared/math/format';
import { numberOption } from './arguments';
import { type Call, done, jsonText, type Outcome, refused } from './command';
import { designTitle } from './design-title';
import { explainFigure, explanationJson, explanationText } from './explain-figure';
import { obstacleOf } from './obstacle';
import { inputName, readDesign } from './read-design';
import { type Style, styleOf } from './style';
import { textTable } from './text-table';

/** The range of the factor on every flow's rate. */
export const loadRange = [0, 1_000_000] as const;

function analysisText(design: ResolvedDesign, analysis: Analysis, style: Style): string {
  const title = `${style.bold(designTitle(design))}, load ${formatFactor(analysis.load)}\n`;
  const tables = [
    totalsTable(analysis),
    estimatesTable(analysis),
    flowsTable(design, analysis),
    layersTable(design, analysis),
    timeTable(design, analysis),
    nodesTable(design, analysis),
  ];
  return [title, ...tables.map((table) => textTable(table, style)).filter((text) => text !== '')].join('\n');
}

function explainOne(
  design: ResolvedDesign,
  analysis: Analysis,
  figure: string,
  asJson: boolean,
  style: Style,
): Outcome {
  const explained = explainFigure(design, analysis, figure);
  if (!explained.ok) return refused(`analyze: ${explained.message}`);
  const { value } = explained;
  const accuracy = accuracyOf(design, analysis, value);
  return done(
    asJson ? jsonText(explanationJson(value, accuracy)) : explanationText(design, value, accuracy, style),
  );
}

export async function run({ operands: [name = ''], options, host }: Call): Promise<Outcome> {
  const load = numberOption(options, 'load', 1, loadRange);
  if (!load.ok) return refused(`analyze: ${load.message}`);
  const read = await readDesign(host, name);
  if (!read.ok) return refused(read.message);
  const design = resolve(read.value);
  const result = analyze(design, { load: load.value });
  if (!result.ok) return refused(`${inputName(name)}: ${await obstacleOf(design, load.value)}`);
  const { analysis } = result;
  const figure = options.get('explain');
  if (figure !== undefined)
    return explainOne(design, analysis, figure, options.has('json'), styleOf(host.colour));
  if (options.has('json')) return done(jsonText(analysis));
  return done(analysisText(design, analysis, styleOf(host.colour)));
}
