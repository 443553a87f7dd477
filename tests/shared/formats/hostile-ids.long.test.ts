import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { compareFigures } from '../../../shared/analysis/compare';
import { explain, explainable } from '../../../shared/analysis/explanations/explain';
import { readDesignText } from '../../../shared/catalog/read';
import { resolve } from '../../../shared/catalog/resolve';
import { formats } from '../../../shared/formats';
import { arrangementOf } from '../../../shared/layout/arrangement';
import { layoutByLayer } from '../../../shared/layout/layered';
import { applyChanges } from '../../../shared/model/apply';
import { diffDesigns } from '../../../shared/model/diff';
import { emptyDesign } from '../../../shared/model/empty-design';
import { copyFragment, insertable } from '../../../shared/model/fragment';
import { parseDesign } from '../../../shared/model/parse';
import { printDesign } from '../../../shared/model/print-design';
import { reuse } from '../../../shared/model/reuse';
import type { Design } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { fixOf, messageOf, partNames } from '../../../shared/rules/finding-text';
import { designWithIds, hostileIds, ordinaryOf, withHostileIds } from '../../support/hostile-ids';
import { writeJob } from '../../support/write-job';

const permuted = fc.shuffledSubarray([...hostileIds], { minLength: hostileIds.length });

function analysed(design: Design) {
  const resolved = resolve(design);
  const result = analyze(resolved);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return { design, resolved, analysis: result.analysis };
}

function explanations({ resolved, analysis }: ReturnType<typeof analysed>) {
  const { flows, nodes, edges, layers } = analysis;
  return [...flows, ...nodes, ...edges, ...layers].flatMap((part) =>
    explainable(part).map((metric) => [part.id, metric, explain(resolved, analysis, part.id, metric)]),
  );
}

function found({ resolved, analysis }: ReturnType<typeof analysed>) {
  const nameOf = partNames(resolved);
  const { findings, suppressed } = evaluateRules({ design: resolved, analysis, errors: [] });
  return {
    findings: findings.map((finding) => [finding, messageOf(finding, nameOf), fixOf(finding, nameOf)]),
    suppressed,
  };
}

/** What the window and a quick fix do with every part, each after the other. */
function edited(design: Design, ids: readonly string[]): Design {
  const [flow = '', service = '', cache = '', edge = '', group = '', practice = '', rule = ''] = ids;
  return applyChanges(design, [
    {
      op: 'place',
      places: { [cache]: { x: 5, y: 6 } },
      boxes: { [group]: { x: 0, y: 0, width: 9, height: 9 } },
    },
    { op: 'route', id: edge, points: [{ x: 1, y: 2 }] },
    { op: 'patch-config', id: cache, patch: { hitRates: { [flow]: 0.75 } } },
    { op: 'answer', practice, answer: 'no' },
    { op: 'answer', practice: rule, answer: 'yes' },
    { op: 'suppress', suppression: { rule, target: service } },
    { op: 'patch-group', id: 'zone', patch: { name: 'Another zone' } },
  ]);
}

/** All that is made of a design, as text. */
async function everythingOf(design: Design, ids: readonly string[]) {
  const known = analysed(design);
  const changed = edited(design, ids);
  const findings = evaluateRules({ design: known.resolved, analysis: known.analysis, errors: [] }).findings;
  const job = writeJob({ ...known, findings, options: { caption: true, embed: false } });
  const files = formats.map(async (format) => [format.id, await format.write(job)] as const);
  return {
    read: parseDesign(design),
    analysis: known.analysis,
    explanations: explanations(known),
    rules: found(known),
    arrangement: arrangementOf(design, known.resolved),
    byLayer: layoutByLayer(known.resolved),
    ...Object.fromEntries(await Promise.all(files)),
    changed,
    diff: diffDesigns(design, changed),
    figures: compareFigures(known.analysis, analysed(changed).analysis),
    pasted: insertable(emptyDesign('other', 'Other', '2026-01-01'), copyFragment(design, ids), {
      x: 10,
      y: 10,
    }),
    removed: ids.map((id) => applyChanges(design, [{ op: 'remove', ids: [id] }])),
    again: reuse(design, structuredClone(changed)),
  };
}

describe('a design whose parts have names that every object has', () => {
  test.each(['placed', 'unplaced'] as const)('is treated as one with ordinary ids, %s', async (parts) => {
    await fc.assert(
      fc.asyncProperty(permuted, async (ids) => {
        const ordinary = ids.map(ordinaryOf);
        const plain = await everythingOf(designWithIds(ordinary, parts), ordinary);
        const hostile = await everythingOf(designWithIds(ids, parts), ids);
        for (const [name, value] of Object.entries(hostile))
          expect([name, withHostileIds(value)]).toEqual([
            name,
            withHostileIds(plain[name as keyof typeof plain]),
          ]);
      }),
      { numRuns: 8 },
    );
  });

  test('keeps its places and answers when it is printed and read again', () => {
    const design = designWithIds([
      'valueOf',
      '__proto__',
      'length',
      'toString',
      'hasOwnProperty',
      'constructor',
      'x',
    ]);
    const text = printDesign(design);
    const read = readDesignText(text);
    expect(read.ok && printDesign(read.value)).toBe(text);
    expect(text).toContain('"__proto__": {');
  });

  test('has its places, boxes, answers and hit rates checked under every name', () => {
    for (const id of hostileIds) {
      const wrong = (place: unknown): string =>
        `{"format":"loadline","version":1,"id":"d","name":"","system":{},"layout":{"nodes":{"${id}":${JSON.stringify(place)}}}}`;
      const result = readDesignText(wrong({ x: 1e9, y: 'far' }));
      expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([
        ['layout', 'nodes', id, 'x'],
        ['layout', 'nodes', id, 'y'],
      ]);
    }
  });

  test.each(hostileIds)('and a technology called %s is one that is not known', (technology) => {
    const of = (name: string) => {
      const design = designWithIds([...hostileIds].map(ordinaryOf));
      const [first, ...nodes] = design.system.nodes ?? [];
      if (first === undefined) throw new Error('no node');
      return analysed({
        ...design,
        system: { ...design.system, nodes: [first, ...nodes.map((node) => ({ ...node, technology: name }))] },
      }).analysis;
    };
    expect(of(technology)).toEqual(of('nobody-knows-it'));
  });
});
