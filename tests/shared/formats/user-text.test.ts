import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { explain, explainable } from '../../../shared/analysis/explanations/explain';
import { readDesign } from '../../../shared/catalog/read';
import { resolve } from '../../../shared/catalog/resolve';
import { changeKind } from '../../../shared/edits/change-kind';
import { remove } from '../../../shared/edits/remove';
import { formats } from '../../../shared/formats';
import { toMarkdown } from '../../../shared/formats/markdown/write';
import { svgFormat } from '../../../shared/formats/svg';
import { formatMessage } from '../../../shared/math/format-message';
import type { Design } from '../../../shared/model/schema';
import { nodesOf } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { fixOf, messageOf, partNames, titleOf } from '../../../shared/rules/finding-text';
import { templates } from '../../../shared/templates/index';
import { wordlessLanguage } from '../../support/wordless';
import { writeJob } from '../../support/write-job';

/** A letter that no text of the program has. */
const letter = 'Ω';

const userFields = /^(name|technology|label|note|text|reason|path|key|choice|title|response|request)$/;

/** The design with every text that a person wrote replaced. */
function renamed(value: unknown, field = ''): unknown {
  if (typeof value === 'string') return userFields.test(field) ? `${letter}${value.length}` : value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner, key)]));
}

/** Ids represent what has no name; percentiles are the same in every language. */
const withoutIds = (text: string): string =>
  text.replace(/\b(shorten|az2|little-headroom|p50|p95|p99(\.9)?)\b/g, '');

const fixture = JSON.parse(
  readFileSync(new URL('../../fixtures/designs/v1-every-field.loadline.json', import.meta.url), 'utf8'),
) as Design;

const designs = [...templates.map(({ design }) => design), fixture].map((design) => {
  const read = readDesign(renamed(design));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { id: design.id, design: read.value };
});

function analysed(design: Design) {
  const resolved = resolve(design);
  const result = analyze(resolved);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const { findings } = evaluateRules({ design: resolved, analysis: result.analysis, errors: [] });
  return { design, resolved, analysis: result.analysis, findings };
}

describe.each(designs)('what a person wrote in $id', ({ design }) => {
  const job = analysed(design);
  const { resolved, analysis, findings } = job;
  const nameOf = partNames(resolved);

  test('is never taken for a text of the program', async () => {
    const { language, lookedUp } = wordlessLanguage();
    for (const format of formats) await format.write(writeJob({ ...job, language }));
    for (const finding of findings) {
      messageOf(finding, nameOf, language);
      fixOf(finding, nameOf, language);
      if (finding.quickFix !== undefined) titleOf(finding.quickFix, nameOf, language);
    }
    for (const figures of [...analysis.nodes, ...analysis.flows, ...analysis.edges])
      for (const metric of explainable(figures)) {
        const explanation = explain(resolved, analysis, figures.id, metric);
        if (explanation !== null) formatMessage(explanation.message, nameOf, language);
      }
    for (const { id } of nodesOf(design))
      for (const result of [changeKind(design, { id, kind: 'service' }), remove(design, { ids: [id] })])
        formatMessage(result.ok ? result.edit.label : result.reason, nameOf, language);
    expect([...lookedUp].filter((text) => text.includes(letter))).toEqual([]);
  });

  test('and the figures are all that is left of its tables in a language without words', () => {
    const { language } = wordlessLanguage();
    const text = withoutIds(toMarkdown({ resolved, analysis, findings, language }));
    expect(text.match(/.*(\p{Script=Latin}{2}|\d\.\d).*/gu) ?? []).toEqual([]);
  });

  test('and of its picture', async () => {
    const { language } = wordlessLanguage();
    const svg = await svgFormat.write(
      writeJob({ ...job, language, options: { caption: true, embed: false } }),
    );
    const text = svg.ok ? String(svg.content) : '';
    const left = [...text.matchAll(/<(?:text|tspan|title|desc)[^>]*>([^<]+)|aria-label="([^"]*)"/g)].map(
      ([, inside = '', label = '']) => withoutIds(inside + label),
    );
    expect(left.length).toBeGreaterThan(20);
    expect(left.filter((one) => /\p{Script=Latin}{3}|\d\.\d/u.test(one))).toEqual([]);
  });
});
