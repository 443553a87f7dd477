import type { Analysis, TargetFigures } from '../../analysis/analysis';
import type { ResolvedDesign } from '../../catalog/resolved';
import { formatShare, noFigure } from '../../math/format';
import { formatList } from '../../math/format-message';
import { english, type Language } from '../../math/language';
import type { Writing, WrittenApi, WrittenEntity } from '../../model/schema';
import { fixOf, messageOf, partNames } from '../../rules/finding-text';
import type { Finding, Severity } from '../../rules/rule';
import { metricText, metricTitle } from './metric-words';
import { reportWords } from './report-words';
import { type Table, tableOf } from './table';

interface TargetRow extends TargetFigures {
  readonly part: string;
}

/** What is asked of the design, its flows and its components in numbers, what it reaches, and whether that is enough. */
export function targetsTable(
  design: ResolvedDesign,
  analysis: Analysis,
  language: Language = english,
): Table {
  const { say } = reportWords(language);
  const nameOf = partNames(design, language);
  const rowsOf = (part: string, targets: readonly TargetFigures[]): readonly TargetRow[] =>
    targets.map((target) => ({ part, ...target }));
  const rows = [
    ...rowsOf(design.name, analysis.totals.targets),
    ...analysis.flows.flatMap(({ id, targets }) => rowsOf(nameOf(id), targets)),
    ...analysis.nodes.flatMap(({ id, targets }) => rowsOf(nameOf(id), targets)),
  ];
  return tableOf(say('Targets'), rows, [
    { title: say('Part'), align: 'left', text: ({ part }) => part },
    { title: say('Figure'), align: 'left', text: ({ metric }) => say(metricTitle(metric)) },
    { title: say('Target'), text: ({ metric, target }) => targetText(metric, target, language) },
    {
      title: say('Reached'),
      text: ({ metric, actual }) => (actual === null ? noFigure : metricText(metric, actual, language)),
    },
    { title: say('State'), align: 'left', text: ({ met }) => (met ? say('met') : say('missed')) },
  ]);
}

/** A target is printed as it was set, a computed availability with as many nines as the model supports. */
const targetText = (metric: string, target: number, language: Language): string =>
  metric === 'availability' ? formatShare(target, language.numbers) : metricText(metric, target, language);

/** The interfaces of the written design. */
export function apisTable({ apis = [] }: Writing, design: ResolvedDesign, language?: Language): Table {
  const { say } = reportWords(language);
  const nameOf = partNames(design, language);
  const flows = new Set(design.flows.map(({ id }) => id));
  const field =
    (key: 'method' | 'path' | 'request' | 'response' | 'auth' | 'rateLimit') => (api: WrittenApi) =>
      api[key] ?? '';
  return tableOf(say('APIs'), apis, [
    { title: say('Method'), align: 'left', text: field('method') },
    { title: say('Path'), align: 'left', text: field('path') },
    { title: say('Request'), align: 'left', text: field('request') },
    { title: say('Response'), align: 'left', text: field('response') },
    { title: say('Authentication'), align: 'left', text: field('auth') },
    { title: say('Rate limit'), align: 'left', text: field('rateLimit') },
    {
      title: say('Idempotent'),
      align: 'left',
      text: ({ idempotent }) => (idempotent === undefined ? '' : idempotent ? say('yes') : say('no')),
    },
    {
      title: say('Flow'),
      align: 'left',
      text: ({ flow }) => (flow === undefined ? '' : flows.has(flow) ? nameOf(flow) : flow),
    },
  ]);
}

/** 'key text, a key' for each field of an entity. */
const fieldsText = ({ fields = [] }: WrittenEntity, language: Language): string =>
  formatList(
    fields.map(({ name = '', type = '', key }) =>
      [name, type, key === true ? reportWords(language).say('key') : typeof key === 'string' ? key : '']
        .filter((text) => text !== '')
        .join(' '),
    ),
    language,
  );

/** The data model of the written design. */
export function entitiesTable(
  { entities = [] }: Writing,
  design: ResolvedDesign,
  language: Language = english,
): Table {
  const { say } = reportWords(language);
  const nameOf = partNames(design, language);
  const nodes = new Set(design.nodes.map(({ id }) => id));
  return tableOf(say('Data model'), entities, [
    { title: say('Entity'), align: 'left', text: ({ name, id }) => name ?? id },
    {
      title: say('Store'),
      align: 'left',
      text: ({ store }) => (store === undefined ? '' : nodes.has(store) ? nameOf(store) : store),
    },
    { title: say('Fields'), align: 'left', text: (entity) => fieldsText(entity, language) },
    { title: say('Indexes'), align: 'left', text: ({ indexes = [] }) => formatList(indexes, language) },
    { title: say('Partition key'), align: 'left', text: ({ partitionKey = '' }) => partitionKey },
  ]);
}

const severityNames: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
};

/** What the rules found, and what to do about it. */
export function findingsTable(
  design: ResolvedDesign,
  findings: readonly Finding[],
  language: Language = english,
): Table {
  const { say } = reportWords(language);
  const nameOf = partNames(design, language);
  return tableOf(say('Findings'), findings, [
    { title: say('Severity'), align: 'left', text: ({ severity }: Finding) => say(severityNames[severity]) },
    {
      title: say('Part'),
      align: 'left',
      text: ({ target }) => (target === '*' ? design.name : nameOf(target)),
    },
    { title: say('Finding'), align: 'left', text: (finding) => messageOf(finding, nameOf, language) },
    { title: say('What to do'), align: 'left', text: (finding) => fixOf(finding, nameOf, language) },
  ]);
}

/** The heading of a decision, as it is printed where it has no title. */
export const decisionTitle = (title: string | undefined, language: Language = english): string =>
  title === undefined || title === '' ? reportWords(language).say('Decision') : title;
