import { describe, expect, test } from 'vitest';
import { formatMessage } from '../../../shared/math/format-message';
import type { Quantities, Quantity } from '../../../shared/math/quantity';
import { rules } from '../../../shared/rules/index';
import type { Finding } from '../../../shared/rules/rule';
import { findingsOf } from './assess';

/** What is counted in texts of rules. */
const nouns =
  'servers|replicas|shards|copies|partitions|connections|requests|messages|calls|edges|places|months|pools|stores|components|services|owners|regions|callers|items|round trips|parts';
const oneOfMany = new RegExp(
  `(?<!\\b(?:[Aa]ll|[Tt]he|[Ii]ts|each of) )(?<![\\d.])\\b1 (?:more |other |parallel |concurrent |such )?(?:${nouns})\\b`,
);

const ofOne = (quantity: Quantity): Quantity =>
  typeof quantity === 'object' && 'count' in quantity ? { count: 1 } : quantity;
const allOfOne = (values: Quantities): Quantities =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, ofOne(value)]));

const found = rules.flatMap((rule) =>
  rule.examples.invalid.flatMap(({ title, design }) =>
    findingsOf(design).flatMap((finding) =>
      finding.rule === rule.id ? [{ id: rule.id, title, finding }] : [],
    ),
  ),
);

const textsOf = ({ message, fix, values, quickFix }: Finding): readonly string[] => {
  const all = { ...values, ...quickFix?.values };
  return [message, fix, ...(quickFix === undefined ? [] : [quickFix.title])].map((text) =>
    formatMessage({ text, values: allOfOne(all) }),
  );
};

describe.each(found)('$id: $title', ({ finding }) => {
  test('counts one thing in the singular', () => {
    expect(textsOf(finding).filter((text) => oneOfMany.test(text))).toEqual([]);
  });
});

/** A fix says what to do: it starts with a verb, not with a figure, an article, a part's name or a condition. */
const startsOtherwise =
  /^(?:\{|[\d×$]|(?:A|An|The|Its|All|Each|Every|With|Where|When|After|Before|If|At|Up|In|From|Only|Left|One|Two|Of|It|Without|Failover|Servers|Replicas|Shards|Queue limit|Disks|Pools|Automatic|Sessions)\b)/;

const saidFixes = [
  ...rules.flatMap(({ id, fix, fixes = {} }) => [fix, ...Object.values(fixes)].map((text) => ({ id, text }))),
  ...found.flatMap(({ id, finding: { quickFix } }) =>
    quickFix === undefined ? [] : [{ id, text: quickFix.title }],
  ),
];

test('what to do, in words and on the button, is an imperative', () => {
  expect(saidFixes.filter(({ text }) => startsOtherwise.test(text))).toEqual([]);
});

/** Fields that a text names in words, by their titles in the inspector. */
const namedFields: Readonly<Record<string, readonly string[]>> = {
  servers: ['replicas'],
  replicas: ['replicas', 'replicasPerShard'],
  'queue limit': ['queueLimit'],
};

test('a quick fix that speaks of servers, replicas or a queue limit sets that field', () => {
  const silent = found.flatMap(({ id, finding: { quickFix } }) => {
    if (quickFix === undefined) return [];
    const changed = JSON.stringify(quickFix.changes);
    const named = Object.entries(namedFields).filter(([word]) => quickFix.title.includes(word));
    // Autoscaling bounds and consumers have fields of their own for the count of servers.
    const isSet = (fields: readonly string[]) =>
      [...fields, 'autoscaleMin', 'autoscaleMax', 'add-node'].some((field) => changed.includes(`"${field}"`));
    return named.flatMap(([word, fields]) => (isSet(fields) ? [] : [`${id}: ${word}`]));
  });
  expect(silent).toEqual([]);
});
