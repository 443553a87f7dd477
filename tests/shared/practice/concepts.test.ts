import { expect, test } from 'vitest';
import { kindOf, kinds } from '../../../shared/catalog/index';
import { documentSections } from '../../../shared/formats/report/document';
import { configFields } from '../../../shared/model/fields/index';
import { lessonOf, lessons } from '../../../shared/practice/lessons/index';
import { problemTitles } from '../../../shared/practice/problems/titles';
import { sections } from '../../../shared/practice/sections';
import { topics } from '../../../shared/practice/topics/index';
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
  return topics.some(({ id }) => id === place.topic);
}

test.each(Object.entries(concepts))('%s has its place in the program', (_, places) => {
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter((place) => !stands(place))).toEqual([]);
});

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

test('each concept but a problem has a page of the reference, which is found by searching', () => {
  const isOnAPage = (place: Place): boolean =>
    'topic' in place || 'kind' in place || 'rule' in place || 'technology' in place || 'problem' in place;
  expect(
    Object.entries(concepts).flatMap(([name, places]) => (places.some(isOnAPage) ? [] : [name])),
  ).toEqual([]);
});

test('the pages of terms name kinds, rules and lessons that there are, and every lesson stands on one', () => {
  for (const { id, kinds: named, rules: rulesNamed, lesson } of topics) {
    expect([id, named.filter((kind) => kindOf(kind) === undefined)]).toEqual([id, []]);
    expect([id, rulesNamed.filter((rule) => ruleOf(rule) === undefined)]).toEqual([id, []]);
    if (lesson !== undefined) expect([id, lessonOf(lesson)?.id]).toEqual([id, lesson]);
  }
  const shown = new Set(topics.map(({ lesson }) => lesson));
  expect(lessons.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
});
