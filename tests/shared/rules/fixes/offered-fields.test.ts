import { describe, expect, test } from 'vitest';
import { resolve } from '../../../../shared/catalog/resolve';
import { applyChanges } from '../../../../shared/model/apply';
import { rules } from '../../../../shared/rules/index';
import { findingsOf } from '../assess';

const fixed = rules.flatMap((rule) =>
  rule.examples.invalid.flatMap(({ title, design }) =>
    findingsOf(design).flatMap(({ rule: id, quickFix, target }) =>
      id === rule.id && quickFix !== undefined ? [{ id, title, design, target, quickFix }] : [],
    ),
  ),
);

describe.each(fixed)('$id at $target: $title', ({ design, quickFix }) => {
  test('sets only fields that the inspector of the part offers', () => {
    const nodes = new Map(resolve(design).nodes.map(({ id, kind }) => [id, kind]));
    for (const change of quickFix.changes) {
      if (change.op !== 'patch-config') continue;
      const kind = nodes.get(change.id);
      const offered: readonly string[] = kind === undefined ? [] : [...kind.main, ...kind.more];
      const set = Object.entries(change.patch).flatMap(([field, value]) => (value === null ? [] : [field]));
      expect(set.filter((field) => !offered.includes(field))).toEqual([]);
    }
  });

  test('changes the design', () => {
    expect(applyChanges(design, quickFix.changes)).not.toEqual(design);
  });
});
