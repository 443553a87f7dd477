import { english } from '../../math/language';
import { own } from '../../model/own';
import type { WrittenDecision } from '../../model/schema';
import { partNames } from '../../rules/finding-text';
import {
  briefFields,
  type DocumentBlock,
  type DocumentInput,
  type DocumentSection,
  shownSections,
  tableOfBlock,
} from '../report/document';
import { reportWords } from '../report/report-words';
import { decisionTitle } from '../report/written-tables';
import { escapeMarkdown, markdownTable } from './markup';

/**
 * The written design section by section, with the tables of the analysis where they belong. What a person wrote in a section is
 * Markdown and stays as it is; sections in which nothing would stand are left out.
 */
export function writtenDocument(input: DocumentInput): readonly string[] {
  return shownSections(input.writing).flatMap((section) => {
    const text = (own(input.writing.sections, section.id) ?? '').trim();
    const blocks = section.blocks.flatMap((block) => blockText(block, input));
    const parts = [...(text === '' ? [] : [text]), ...blocks];
    return parts.length === 0 ? [] : [`## ${titleOf(section, input)}`, ...parts];
  });
}

const titleOf = ({ id, title }: DocumentSection, { language }: DocumentInput): string =>
  title === '' ? escapeMarkdown(id) : reportWords(language).say(title);

function blockText(block: DocumentBlock, input: DocumentInput): readonly string[] {
  if (block === 'brief') return briefText(input);
  if (block === 'decisions') return (input.writing.decisions ?? []).map((one) => decisionText(one, input));
  const table = tableOfBlock(block, input);
  return table === null ? [] : [`### ${table.title}`, markdownTable(table)];
}

function briefText({ writing: { brief = {} }, language }: DocumentInput): readonly string[] {
  const { say } = reportWords(language);
  return briefFields.flatMap(({ id, title }) => {
    const value = brief[id];
    if (value === undefined || value.length === 0) return [];
    const body =
      typeof value === 'string'
        ? escapeMarkdown(value)
        : value.map((line) => `- ${escapeMarkdown(line)}`).join('\n');
    return [`### ${say(title)}`, body];
  });
}

function decisionText(decision: WrittenDecision, input: DocumentInput): string {
  const { language = english, resolved } = input;
  const { say } = reportWords(language);
  const { title, context, choice, consequences, date, targets = [] } = decision;
  const nameOf = partNames(resolved, language);
  const known = new Set([...resolved.nodes, ...resolved.flows].map(({ id }) => id));
  const lines = [
    [say('Context'), context],
    [say('Choice'), choice],
    [say('Alternatives'), alternativesOf(decision).join('; ')],
    [say('Consequences'), consequences],
    [say('About'), targets.map((id) => (known.has(id) ? nameOf(id) : id)).join(', ')],
    [say('Date'), date],
  ] as const;
  const said = lines.flatMap(([name, text = '']) =>
    text === '' ? [] : [`- **${name}**: ${escapeMarkdown(text)}`],
  );
  return [`### ${escapeMarkdown(decisionTitle(title, language))}`, '', ...said].join('\n').trimEnd();
}

/** What else could have been chosen, one a line. */
export const alternativesOf = ({ alternatives = [] }: WrittenDecision): readonly string[] =>
  typeof alternatives === 'string' ? alternatives.split('\n').filter((line) => line !== '') : alternatives;
