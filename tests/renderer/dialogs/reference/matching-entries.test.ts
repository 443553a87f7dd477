import { expect, test } from 'vitest';
import * as reference from '../../../../renderer/dialogs/reference/matching-entries';
import { lookUp } from '../../../../renderer/engine/look-ups';
import type { ListedRule } from '../../../../renderer/engine/protocol';
import { kinds } from '../../../../shared/catalog/index';
import { topics } from '../../../../shared/practice/topics/index';
import { rules } from '../../../../shared/rules/index';

const { matchingKinds } = reference;
const listed = lookUp({ about: 'rules', request: {} }) as readonly ListedRule[];
const matchingRules = (text: string) => reference.matchingRules(listed, text);

const idsOf = (sections: readonly { readonly entries: readonly { readonly id: string }[] }[]) =>
  sections.flatMap(({ entries }) => entries.map(({ id }) => id));

test('without a text the reference has every kind and every rule once', () => {
  expect(idsOf(matchingKinds('')).sort()).toEqual(kinds.map(({ id }) => id).sort());
  expect(idsOf(matchingRules('')).sort()).toEqual(rules.map(({ id }) => id).sort());
});

test('a kind is found by its technology, a rule by its code, and both by several words in any case', () => {
  expect(idsOf(matchingKinds('rabbitmq'))).toContain('queue');
  expect(idsOf(matchingRules('CAP-01'))).toEqual(['saturated']);
  expect(idsOf(matchingKinds('BALANCER network'))).toContain('network-load-balancer');
  expect(idsOf(matchingRules('no such rule anywhere'))).toEqual([]);
});

test('what is found stands under its layer or family alone', () => {
  expect(matchingKinds('redis').every(({ entries }) => entries.length > 0)).toBe(true);
  expect(matchingKinds('postgresql').map(({ id }) => id)).toEqual(['data']);
  expect(matchingRules('CAP-01').map(({ id }) => id)).toEqual(['capacity']);
});

test('a term is found by its name, by another word for it, and by its formula', () => {
  const { matchingTopics } = reference;
  expect(idsOf(matchingTopics('')).sort()).toEqual(topics.map(({ id }) => id).sort());
  expect(idsOf(matchingTopics('JWT'))).toEqual(['oauth-jwt']);
  expect(idsOf(matchingTopics('prepared statement'))).toEqual(['injection']);
  expect(idsOf(matchingTopics('R + W > N'))).toEqual(['quorums']);
  expect(idsOf(matchingTopics('apdex'))).toEqual(['apdex']);
});
