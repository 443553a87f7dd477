import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../electron/launch/project.mjs';
import { groupFields } from '../../renderer/panels/fields/field-groups';
import { resolve } from '../../shared/catalog/resolve';
import { configSchema } from '../../shared/model/config';
import { type Field, fieldSections } from '../../shared/model/fields/field';
import { configFields, type FieldName, fieldsBySection, sectionOf } from '../../shared/model/fields/index';
import { fieldPage, readersOf } from '../support/field-table';

const fields = Object.entries(configFields) as readonly (readonly [FieldName, Field])[];
const page = join(projectRoot, 'assets/help/fields.md');

/** A value that the field takes. */
function sampleOf({ shape }: Field): unknown {
  if (shape.type === 'price-per-gb') return [{ uptoGb: 10, usd: 0.09 }, { usd: 0.08 }];
  if (shape.type === 'number') return shape.unit === 'share' ? 0.5 : 1;
  if (shape.type === 'choice') return shape.numeric ? Number(shape.options.at(-1)) : shape.options[0];
  if (shape.type === 'several') return [shape.options[0]];
  if (shape.type === 'switch') return true;
  return shape.type === 'text' ? 'text' : {};
}

describe('a field is described once', () => {
  test.each(fields)('%s is checked, resolved, shown and documented from its one entry', (name, field) => {
    const value = sampleOf(field);
    expect(configSchema.safeParse({ [name]: value }).success).toBe(true);
    expect(configSchema.safeParse({ [name]: Symbol.for('no value of a document') }).success).toBe(false);
    const node = { id: 'n', kind: 'custom', config: { [name]: value } };
    const [resolved] = resolve({ id: 'd', name: 'D', system: { nodes: [node] } }).nodes;
    const { other, ...own } = resolved?.config ?? {};
    const configured: object = field.inLoads ? own : (other ?? {});
    expect(configured).toHaveProperty(name, value);
    const shown = groupFields([name]).flatMap((group) => group.fields);
    expect(shown).toEqual(field.offered === false ? [] : [name]);
    expect(readFileSync(page, 'utf8')).toContain(`| \`${name}\` |`);
  });

  test('no two sections have a field of one name, and each field is in a section', () => {
    const names = fieldSections.flatMap((section) => Object.keys(fieldsBySection[section]));
    expect(names.toSorted()).toEqual(fields.map(([name]) => name).toSorted());
    expect(names.filter((name) => sectionOf(name) === undefined)).toEqual([]);
  });

  test('every field that is offered is read by something', () => {
    const unread = fields.filter(([name, { offered }]) => offered !== false && readersOf(name).length === 0);
    expect(unread.map(([name]) => name)).toEqual([]);
  });

  // UPDATE_GOLDEN=1 writes it, as it does the other kept files.
  test('the page of fields is what the fields say', () => {
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(page, fieldPage());
    expect(existsSync(page) && readFileSync(page, 'utf8')).toBe(fieldPage());
  });
});
