import type { WrittenEntity } from '../model/schema';

type EntityField = NonNullable<WrittenEntity['fields']>[number];

/** The fields of an entity as lines to edit: `id: text, key`. */
export const linesOfFields = ({ fields = [] }: WrittenEntity): string => fields.map(lineOf).join('\n');

function lineOf({ name = '', type = '', key }: EntityField): string {
  const mark = key === true ? 'key' : typeof key === 'string' ? key : '';
  return `${name}${type === '' ? '' : `: ${type}`}${mark === '' ? '' : `, ${mark}`}`;
}

/** The fields that the lines name; what stands after the last comma and a space is the key. */
export const fieldsOfLines = (text: string): readonly EntityField[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(fieldOf);

function fieldOf(line: string): EntityField {
  const comma = line.lastIndexOf(', ');
  const [head, mark] = comma < 0 ? [line, ''] : [line.slice(0, comma), line.slice(comma + 2).trim()];
  const colon = head.indexOf(':');
  const name = (colon < 0 ? head : head.slice(0, colon)).trim();
  const type = colon < 0 ? '' : head.slice(colon + 1).trim();
  return {
    name,
    ...(type === '' ? {} : { type }),
    ...(mark === '' ? {} : { key: mark === 'key' ? true : mark }),
  };
}
