import { expect, test } from 'vitest';
import { kindOf, kinds } from '../../../shared/catalog/index';
import { documentSections } from '../../../shared/formats/report/document';
import { configFields } from '../../../shared/model/fields/index';
import { problemTitles } from '../../../shared/practice/problems/titles';
import { sections } from '../../../shared/practice/sections';
import { ruleOf } from '../../../shared/rules/index';
import { templates } from '../../../shared/templates/index';
import { concepts, type Place } from '../../support/concepts';

const technologies = new Set(
  kinds.flatMap((kind) => kind.technologies.map((one) => (typeof one === 'string' ? one : one.name))),
);

function stands(place: Place): boolean {
  if ('kind' in place) return kindOf(place.kind) !== undefined;
  if ('rule' in place) return ruleOf(place.rule) !== undefined;
  if ('field' in place) return Object.hasOwn(configFields, place.field);
  if ('template' in place) return templates.some(({ id }) => id === place.template);
  if ('problem' in place) return problemTitles.some(({ id }) => id === place.problem);
  if ('technology' in place) return [...technologies].some((name) => name.includes(place.technology));
  if ('item' in place) {
    const [section, item] = place.item.split('/');
    return sections.some(({ id, items }) => id === section && items.some((one) => one.id === item));
  }
  return true;
}

test.each(Object.entries(concepts))(
  '%s has its place in the program, or is said to have none',
  (_, places) => {
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => !stands(place))).toEqual([]);
  },
);

test('each section of practice is one of the document, by the same name', () => {
  const shown = new Map(documentSections.map(({ id, title }) => [id, title]));
  expect(sections.map(({ id }) => [id, shown.get(id)])).toEqual(sections.map(({ id, title }) => [id, title]));
});

test('each problem is a concept', () => {
  const named = new Set(
    Object.values(concepts).flatMap((places) => places.map((place) => 'problem' in place && place.problem)),
  );
  expect(problemTitles.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});
