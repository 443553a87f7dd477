import { kinds } from '../../shared/catalog/index';
import type { Kind } from '../../shared/catalog/kind';
import { layerIds } from '../../shared/model/vocabulary';
import { rules } from '../../shared/rules/index';
import { type Rule, type Severity, type Stage, severities } from '../../shared/rules/rule';

type Row = readonly string[];

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const stageWords: Readonly<Record<Stage, string>> = {
  broken: 'at once',
  unfinished: 'while drawing',
  review: 'in review',
  question: 'as a question',
};

const folded = (title: string, body: string): string =>
  `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;

function kindRow({ title, id, purpose, technologies, managed }: Kind): Row {
  const names = technologies.map(({ name }) => name).join(', ');
  return [title, `\`${id}\``, purpose, names, managed === true ? 'a provider' : 'oneself'];
}

/** Every component kind, a table a layer. */
export function kindTables(): string {
  return layerIds
    .flatMap((layer) => {
      const inLayer = kinds.filter((kind) => kind.layer === layer);
      if (inLayer.length === 0) return [];
      const rows = table(
        ['Component', 'Kind', 'What it is for', 'Technologies', 'Run by'],
        inLayer.map(kindRow),
      );
      return [folded(`${layer}: ${inLayer.map(({ title }) => title).join(', ')}`, rows)];
    })
    .join('\n');
}

const severityWords: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'hint',
};

/** Ids of the rules of which an example is mended by a quick fix. */
export type Mended = ReadonlySet<string>;

function ruleRow({ id, title, code, severity, stage, why }: Rule, mended: Mended): Row {
  return [
    title,
    `\`${id}\` ${code}`,
    `${severityWords[severity]}, ${stageWords[stage]}`,
    why,
    mended.has(id) ? 'yes' : '',
  ];
}

/** Every design rule, a table a severity. */
export function ruleTables(mended: Mended): string {
  return severities
    .map((severity) => {
      const those = rules.filter((rule) => rule.severity === severity);
      const rows = table(
        ['Finding', 'Rule', 'Said', 'Why', 'Quick fix'],
        those.map((rule) => ruleRow(rule, mended)),
      );
      return folded(`${those.length} ${severityWords[severity]}s`, rows);
    })
    .join('\n');
}

/** The text with what stands between a pair of markers replaced. */
export function withSection(text: string, name: string, body: string): string {
  const start = `<!-- ${name} -->`;
  const end = `<!-- /${name} -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README has no ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n${body}\n${text.slice(to)}`;
}
