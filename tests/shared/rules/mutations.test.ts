import { describe, expect, test } from 'vitest';
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
import { securityMutations } from './mutations/security';
import { structureMutations } from './mutations/structure';

const mutations = [
  ...figuresMutations,
  ...structureMutations,
  ...capacityMutations,
  ...consistencyMutations,
  ...securityMutations,
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

describe.each(mutations)('$template, changed so that it raises $rule at $target', (mutation) => {
  const { rule, target, template } = mutation;
  const design = mutated(mutation);

  test('raises that and nothing else', () => {
    expect(readDesign(design)).toMatchObject({ ok: true });
    expect(newIn(design, soundFindings(template)).map(keyOf)).toEqual([`${rule} at ${target}`]);
  });

  test('is sound again after the quick fix, if there is one', () => {
    const fix = findingsOf(design).find((finding) => keyOf(finding) === `${rule} at ${target}`)?.quickFix;
    if (fix === undefined) return;
    const mended = applyChanges(design, fix.changes);
    expect(readDesign(mended)).toMatchObject({ ok: true });
    expect(newIn(mended, soundFindings(template)).map(keyOf)).toEqual([]);
    const effect = effectOf(design, fix);
    expect(effect.design).toEqual(mended);
    // A fix of what has no figures yet, or that bears on none, changes none.
    if (!analyze(resolve(design), { percentiles: false }).ok) expect(effect.figures).toEqual([]);
  });
});
