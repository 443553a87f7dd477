import { kinds } from '../../shared/catalog/index';
import type { Kind } from '../../shared/catalog/kind';
import { layerTitles } from '../../shared/diagram/palette';
import { layerIds } from '../../shared/model/vocabulary';
import { familyOf, ruleFamilies } from '../../shared/rules/families';
import { rules } from '../../shared/rules/index';
import type { Rule } from '../../shared/rules/rule';
import { severityTitles, stageTitles } from '../../shared/rules/titles';
import { rulesWithQuickFix } from '../../shared/rules/with-quick-fix';

type Row = readonly string[];

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const page = (title: string, lead: string, sections: readonly (readonly [title: string, body: string])[]) =>
  `${[`# ${title}`, lead, ...sections.map(([heading, body]) => `## ${heading}\n\n${body}`)].join('\n\n')}\n`;

function kindRow({ title, id, purpose, technologies, managed }: Kind): Row {
  const names = technologies.map(({ name }) => name).join(', ');
  return [title, `\`${id}\``, purpose, names, managed === true ? 'provider' : 'you'];
}

/** The page of the components: a table a layer. */
export function kindsPage(): string {
  const sections = layerIds.flatMap((layer) => {
    const rows = kinds.filter((kind) => kind.layer === layer).map(kindRow);
    const head = ['Component', 'Kind', 'Purpose', 'Technologies', 'Operated by'];
    return rows.length === 0 ? [] : [[layerTitles[layer], table(head, rows)] as const];
  });
  const lead = `The ${kinds.length} kinds of components, by layer. In the window: Help, Reference.`;
  return page('Components', lead, sections);
}

const ruleRow = ({ id, title, code, severity, stage, why }: Rule): Row => [
  code,
  title,
  `\`${id}\``,
  severityTitles[severity],
  stageTitles[stage],
  why,
  rulesWithQuickFix.has(id) ? 'yes' : '',
];

/** The page of the design rules: a table a family. */
export function rulesPage(): string {
  const sections = ruleFamilies.map(({ code, title }) => {
    const rows = rules.filter((rule) => familyOf(rule.code).code === code).map(ruleRow);
    const head = ['Code', 'Finding', 'Rule', 'Severity', 'Shown', 'Why', 'Quick fix'];
    return [title, table(head, rows)] as const;
  });
  const lead = `The ${rules.length} design rules, by family. In the window: Help, Reference.`;
  return page('Design rules', lead, sections);
}

/** The text with what is between a pair of markers replaced. */
export function withSection(text: string, name: string, body: string): string {
  const start = `<!-- ${name} -->`;
  const end = `<!-- /${name} -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README has no ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n${body}\n${text.slice(to)}`;
}
