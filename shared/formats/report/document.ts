import type { Analysis } from '../../analysis/analysis';
import type { ResolvedDesign } from '../../catalog/resolved';
import type { Language } from '../../math/language';
import type { Brief, Writing } from '../../model/schema';
import type { Finding } from '../../rules/rule';
import type { Table } from './table';
import { estimatesTable, flowsTable, layersTable, nodesTable, totalsTable } from './tables';
import { timeTable } from './time-table';
import { apisTable, entitiesTable, findingsTable, targetsTable } from './written-tables';

/** What is in a section beside its text: what a person writes as data, or what is computed. */
export type DocumentBlock =
  | 'brief'
  | 'targets'
  | 'estimates'
  | 'totals'
  | 'apis'
  | 'entities'
  | 'diagram'
  | 'nodes'
  | 'flows'
  | 'layers'
  | 'times'
  | 'decisions'
  | 'findings';

/** A section of the document; its text is that of the same id in `writing.sections`. */
export interface DocumentSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
  /** It is shown only once something is written in it. */
  readonly further?: true;
}

/** The sections of the document in their order: those of practice, with the risks after what justifies the design. */
export const documentSections: readonly DocumentSection[] = [
  { id: 'expectations', title: 'Feature expectations', blocks: ['brief', 'targets'] },
  { id: 'estimates', title: 'Estimates', blocks: ['estimates'] },
  { id: 'goals', title: 'Design goals', blocks: ['totals'] },
  { id: 'high-level', title: 'High-level design', blocks: ['apis', 'entities', 'diagram'] },
  { id: 'deep-dive', title: 'Deep dive', blocks: ['nodes'] },
  { id: 'justify', title: 'Justify', blocks: ['flows', 'layers', 'times', 'decisions'] },
  { id: 'risks', title: 'Risks', blocks: ['findings'] },
  { id: 'metrics', title: 'Key metrics', blocks: [] },
  { id: 'health', title: 'Health monitoring', blocks: [] },
  { id: 'logs', title: 'Log systems', blocks: [] },
  { id: 'security', title: 'Security', blocks: [] },
  { id: 'deployment', title: 'Deployment', blocks: [], further: true },
  { id: 'recovery', title: 'Disaster recovery', blocks: [], further: true },
  { id: 'cost', title: 'Cost', blocks: [], further: true },
  { id: 'compliance', title: 'Compliance', blocks: [], further: true },
  { id: 'ux', title: 'User experience', blocks: [], further: true },
  { id: 'i18n', title: 'Internationalization', blocks: [], further: true },
  { id: 'testing', title: 'Testing', blocks: [], further: true },
  { id: 'rate-limits', title: 'Rate limits', blocks: [], further: true },
  { id: 'data-flow', title: 'Data flow', blocks: [], further: true },
  { id: 'governance', title: 'Data governance', blocks: [], further: true },
];

export interface BriefField {
  readonly id: keyof Brief;
  readonly title: string;
  /** A line for each of several. */
  readonly isList: boolean;
}

/** The fields of the brief, in the order in which they are written. */
export const briefFields: readonly BriefField[] = [
  { id: 'problem', title: 'Problem', isList: false },
  { id: 'useCases', title: 'Use cases', isList: true },
  { id: 'outOfScope', title: 'Not covered', isList: true },
  { id: 'users', title: 'Who uses it, and how many', isList: false },
  { id: 'usagePatterns', title: 'Usage patterns', isList: false },
  { id: 'functional', title: 'Functional requirements', isList: true },
  { id: 'constraints', title: 'Constraints', isList: true },
  { id: 'timeline', title: 'Timeline', isList: false },
];

export interface DocumentInput {
  readonly resolved: ResolvedDesign;
  readonly analysis: Analysis | null;
  readonly findings?: readonly Finding[];
  readonly writing: Writing;
  readonly language?: Language;
}

/**
 * The sections that are shown or printed: further ones once something is written in them or they were `opened`, and any that only
 * the file knows.
 */
export function shownSections(
  { sections = {} }: Writing,
  opened: readonly string[] = [],
): readonly DocumentSection[] {
  const known = new Set(documentSections.map(({ id }) => id));
  const unknown = Object.keys(sections).filter((id) => !known.has(id));
  return [
    ...documentSections.filter(
      ({ id, further }) => further !== true || Object.hasOwn(sections, id) || opened.includes(id),
    ),
    ...unknown.map((id): DocumentSection => ({ id, title: '', blocks: [] })),
  ];
}

/** The table of a block; null for a block that is no table, and where there is nothing to show. */
export function tableOfBlock(block: DocumentBlock, input: DocumentInput): Table | null {
  const table = writtenTable(block, input) ?? computedTable(block, input);
  return table === null || table.rows.length === 0 ? null : table;
}

function writtenTable(block: DocumentBlock, { resolved, writing, language }: DocumentInput): Table | null {
  if (block === 'apis') return apisTable(writing, resolved, language);
  return block === 'entities' ? entitiesTable(writing, resolved, language) : null;
}

function computedTable(block: DocumentBlock, input: DocumentInput): Table | null {
  const { resolved, analysis, findings, language } = input;
  if (block === 'findings')
    return findings === undefined ? null : findingsTable(resolved, findings, language);
  if (analysis === null) return null;
  switch (block) {
    case 'targets':
      return targetsTable(resolved, analysis, language);
    case 'estimates':
      return estimatesTable(analysis, language);
    case 'totals':
      return totalsTable(analysis, language);
    case 'nodes':
      return nodesTable(resolved, analysis, language);
    case 'flows':
      return flowsTable(resolved, analysis, language);
    case 'layers':
      return layersTable(resolved, analysis, language);
    case 'times':
      return timeTable(resolved, analysis, language);
    default:
      return null;
  }
}
