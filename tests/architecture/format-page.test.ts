import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDesign } from '../../shared/catalog/read';
import { readScenarios } from '../../shared/edits/what-if-schema';
import { designSchema } from '../../shared/model/schema';

const page = readFileSync(new URL('../../assets/help/format.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text);

/** What stands between braces where a page shows one field of an object. */
const parsed = (text: string): unknown => JSON.parse(text.trim().startsWith('{') ? text : `{${text}}`);

test('the page of the format names every field of a design, of its system and of its prices', () => {
  const { shape } = designSchema;
  const { prices } = shape.system.shape;
  const fields = [
    ...Object.keys(shape),
    ...Object.keys(shape.system.shape),
    ...Object.keys(prices.def.innerType.shape),
  ];
  expect(fields.filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
});

test('its examples can be read, alone and together', () => {
  const [whole, scenarios, prices] = blocks.map(parsed) as [
    { system: object },
    { scenarios: unknown },
    { prices: unknown },
  ];
  expect(readDesign(whole)).toMatchObject({ ok: true });
  expect(readScenarios(scenarios.scenarios)).toHaveLength(1);
  const all = { ...whole, ...scenarios, system: { ...whole.system, ...prices } };
  expect(readDesign(all)).toMatchObject({ ok: true });
});
