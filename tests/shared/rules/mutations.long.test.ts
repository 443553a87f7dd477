import { expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { readDesign } from '../../../shared/catalog/read';
import { resolve } from '../../../shared/catalog/resolve';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';
import { effectOf } from '../../../shared/rules/effect';
import { rules } from '../../../shared/rules/index';
import type { Finding } from '../../../shared/rules/rule';
import { findingsOf } from './assess';
import { capacityMutations } from './mutations/capacity';
import { consistencyMutations } from './mutations/consistency';
import { figuresMutations } from './mutations/figures';
import { mutated, soundDesign } from './mutations/mutation';
import { pitfallMutations } from './mutations/pitfalls';
import { securityMutations } from './mutations/security';
import { structureMutations } from './mutations/structure';

const mutations = [
  ...figuresMutations,
  ...structureMutations,
  ...capacityMutations,
  ...consistencyMutations,
  ...securityMutations,
  ...pitfallMutations,
];

const keyOf = ({ rule, target }: Finding): string => `${rule} at ${target}`;

const soundKeys = new Map<string, ReadonlySet<string>>();

/** What is found in a template as it is: remarks only. */
function soundFindings(template: string): ReadonlySet<string> {
  const known = soundKeys.get(template) ?? new Set(findingsOf(soundDesign(template)).map(keyOf));
  soundKeys.set(template, known);
  return known;
}

const newIn = (design: Design, known: ReadonlySet<string>): readonly Finding[] =>
  findingsOf(design).filter((finding) => !known.has(keyOf(finding)));

test('every rule speaks of a mutated template', () => {
  const spoken = new Set(mutations.map(({ rule }) => rule));
  expect(rules.filter(({ id }) => !spoken.has(id)).map(({ id }) => id)).toEqual([]);
});

/** Each mutation drawn, with the quick fix of its finding where it has one. */
const drawn = mutations.map((mutation) => {
  const design = mutated(mutation);
  const own = `${mutation.rule} at ${mutation.target}`;
  const fix = findingsOf(design).find((finding) => keyOf(finding) === own)?.quickFix ?? null;
  return { ...mutation, design, own, fix };
});
const fixed = drawn.flatMap(({ fix, ...rest }) => (fix === null ? [] : [{ ...rest, fix }]));

test.each(drawn)(
  '$template, changed, raises $rule at $target and nothing else',
  ({ design, own, template }) => {
    expect(readDesign(design)).toMatchObject({ ok: true });
    expect(newIn(design, soundFindings(template)).map(keyOf)).toEqual([own]);
  },
);

test('most of them can be fixed by one press', () => {
  expect(fixed.length).toBeGreaterThan(mutations.length / 2);
});

test.each(fixed)(
  '$template is sound again after the quick fix of $rule at $target',
  ({ design, fix, template }) => {
    const after = applyChanges(design, fix.changes);
    expect(readDesign(after)).toMatchObject({ ok: true });
    expect(newIn(after, soundFindings(template)).map(keyOf)).toEqual([]);
    const effect = effectOf(design, fix);
    expect(effect.design).toEqual(after);
    // What has no figures yet has none to compare.
    if (!analyze(resolve(design), { percentiles: false }).ok) expect(effect.figures).toEqual([]);
  },
);
