import { fieldsOfLines, linesOfFields } from '../../../shared/edits/entity-fields';
import type { WrittenApi, WrittenEntity, WrittenEntry } from '../../../shared/model/schema';
import type { WrittenList } from '../../../shared/model/vocabulary';

/** How a field of an entry is edited: a line, several lines, a choice of the design's parts, yes or no. */
export type EntryInput = 'line' | 'lines' | 'method' | 'flow' | 'store' | 'flag' | 'parts';

/** A field of an entry as text, and the entry with another text in it. */
export interface EntryField {
  readonly id: string;
  readonly title: string;
  readonly input: EntryInput;
  readonly hint?: string;
  readonly textOf: (entry: WrittenEntry) => string;
  readonly patchOf: (text: string) => Readonly<Record<string, unknown>>;
}

interface EntryShape {
  readonly title: string;
  /** The label of the button that adds one. */
  readonly label: string;
  readonly fields: readonly EntryField[];
}

const fieldTitles = {
  method: 'Method',
  path: 'Path',
  flow: 'Flow',
  request: 'Request',
  response: 'Response',
  auth: 'Authentication',
  rateLimit: 'Rate limit',
  name: 'Entity',
  store: 'Store',
  partitionKey: 'Partition key',
  title: 'Decision',
  choice: 'Choice',
  date: 'Date',
  context: 'Context',
  consequences: 'Consequences',
  indexes: 'Indexes',
  alternatives: 'Alternatives',
  targets: 'Concerns',
} as const;

type TitledKey = keyof typeof fieldTitles;

/** A field that is one text in the document. */
const textField = (id: TitledKey, input: EntryInput = 'line'): EntryField => ({
  id,
  title: fieldTitles[id],
  input,
  textOf: (entry) => String((entry as Readonly<Record<string, unknown>>)[id] ?? ''),
  patchOf: (text) => ({ [id]: text.trim() === '' ? undefined : text.trim() }),
});

const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A field that is a list of texts, one a line. */
const listField = (
  id: 'indexes' | 'alternatives' | 'targets',
  input: 'lines' | 'parts' = 'lines',
): EntryField => ({
  id,
  title: fieldTitles[id],
  input,
  hint: 'One a line',
  textOf(entry) {
    const value: unknown = (entry as Readonly<Record<string, unknown>>)[id];
    return Array.isArray(value) ? value.join('\n') : String(value ?? '');
  },
  patchOf(text) {
    const lines = linesIn(text);
    return { [id]: lines.length === 0 ? undefined : lines };
  },
});

const entityFields: EntryField = {
  id: 'fields',
  title: 'Fields',
  input: 'lines',
  hint: 'One a line, such as “id: text, key”',
  textOf: (entry) => linesOfFields(entry as WrittenEntity),
  patchOf(text) {
    const fields = fieldsOfLines(text);
    return { fields: fields.length === 0 ? undefined : fields };
  },
};

const idempotent: EntryField = {
  id: 'idempotent',
  title: 'Idempotent',
  input: 'flag',
  textOf: (entry) => ((entry as WrittenApi).idempotent === true ? 'yes' : ''),
  patchOf: (text) => ({ idempotent: text === 'yes' ? true : undefined }),
};

/** What is written of an interface, an entity and a decision. */
export const entryShapes: Readonly<Record<WrittenList, EntryShape>> = {
  apis: {
    title: 'APIs',
    label: 'Add an API',
    fields: [
      textField('method', 'method'),
      textField('path'),
      textField('flow', 'flow'),
      textField('request'),
      textField('response'),
      textField('auth'),
      textField('rateLimit'),
      idempotent,
    ],
  },
  entities: {
    title: 'Data model',
    label: 'Add an entity',
    fields: [
      textField('name'),
      textField('store', 'store'),
      textField('partitionKey'),
      entityFields,
      listField('indexes'),
    ],
  },
  decisions: {
    title: 'Decisions',
    label: 'Add a decision',
    fields: [
      textField('title'),
      textField('choice'),
      textField('date'),
      textField('context', 'lines'),
      listField('alternatives'),
      textField('consequences', 'lines'),
      listField('targets', 'parts'),
    ],
  },
};

/** The entry with a field of it written; a field without a text goes. */
export function withEntryText(entry: WrittenEntry, field: EntryField, text: string): WrittenEntry {
  const patched: Record<string, unknown> = { ...entry, ...field.patchOf(text) };
  for (const [key, value] of Object.entries(patched)) if (value === undefined) delete patched[key];
  return patched as WrittenEntry;
}
