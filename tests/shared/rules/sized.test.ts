import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import type { Design } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { sizeSoundly } from '../../../shared/rules/sized';
import { templates } from '../../../shared/templates/index';

function pressing(written: Design): ReadonlySet<string> {
  const design = resolve(written);
  const result = analyze(design);
  if (!result.ok) return new Set();
  const { findings } = evaluateRules({ design, analysis: result.analysis, errors: [] });
  return new Set(
    findings.filter(({ severity }) => severity !== 'info').map((of) => `${of.rule} ${of.target}`),
  );
}

/** Designs whose sizes are found within a second or two each. */
const quick = new Set(['monolith', 'three-tier', 'publish-subscribe', 'active-passive']);

describe('sizes that are proposed', () => {
  test.each(templates.filter(({ id }) => quick.has(id)).map(({ id, design }) => ({ id, design })))(
    'raise no error and no warning in $id that was not there',
    ({ design }) => {
      const result = sizeSoundly(design);
      if (!result.ok) throw new Error(JSON.stringify(result.errors));
      const before = pressing(design);
      expect([...pressing(result.sizing.design)].filter((key) => !before.has(key))).toEqual([]);
    },
    120_000,
  );
});
