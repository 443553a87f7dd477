import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { readDesign, readDesignText } from '../../../shared/catalog/read';
import { resolve } from '../../../shared/catalog/resolve';
import { markBoxes, nodeBoxes, overlaps } from '../../../shared/layout/geometry';
import type { Design } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { templateOf, templates } from '../../../shared/templates/index';

const folder = new URL('../../../shared/templates/', import.meta.url);

function analysisOf(design: Design) {
  const result = analyze(resolve(design));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.analysis;
}

function findingsOf(design: Design) {
  const { findings } = evaluateRules({ design: resolve(design), analysis: analysisOf(design), errors: [] });
  return findings.map(({ rule, severity, target }) => `${severity}: ${rule} at ${target}`);
}

function template(id: string): Design {
  const found = templateOf(id);
  if (found === undefined) throw new Error(id);
  return found.design;
}

describe('the list of templates', () => {
  test('has every file of the folder, and no other', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(files.map((name) => name.replace(/\.json$/, '')).sort()).toEqual(
      templates.map(({ id }) => id).sort(),
    );
  });

  test('finds none by a name that it does not have', () => {
    expect(templateOf('amazon')).toBeUndefined();
  });
});

describe.each(templates)('the template $id', ({ id, title, summary, design }) => {
  test('is a design that is named as the list names it', () => {
    const result = readDesignText(readFileSync(new URL(`${id}.json`, folder), 'utf8'));
    expect(result).toEqual({ ok: true, value: design });
    expect(readDesign(design).ok).toBe(true);
    expect(design.name).toBe(title);
    expect(summary).toMatch(/\.$/);
  });

  test('has a place for every node, and nothing lies on anything else', () => {
    const resolved = resolve(design);
    const boxes = [...nodeBoxes(resolved, design.layout?.nodes ?? {}), ...markBoxes(design)];
    expect(boxes.map(([part]) => part).sort()).toEqual(
      [
        ...resolved.nodes.map((node) => node.id),
        ...(design.layout?.marks ?? []).map((mark) => mark.id),
      ].sort(),
    );
    for (const [at, [one, box]] of boxes.entries()) {
      for (const [other, otherBox] of boxes.slice(at + 1)) {
        expect([one, other, overlaps(box, otherBox)]).toEqual([one, other, false]);
      }
    }
  });

  test('draws in each region what stands in it, and nothing else', () => {
    const resolved = resolve(design);
    for (const [group, box] of Object.entries(design.layout?.groups ?? {})) {
      for (const [part, of] of [...nodeBoxes(resolved, design.layout?.nodes ?? {}), ...markBoxes(design)]) {
        const inside = overlaps(of, box);
        const member = design.system.nodes?.find((node) => node.id === part)?.group === group;
        expect([group, part, inside]).toEqual([group, part, member]);
        if (!inside) continue;
        expect(of.x).toBeGreaterThan(box.x);
        expect(of.y).toBeGreaterThan(box.y);
        expect(of.x + of.width).toBeLessThan(box.x + box.width);
        expect(of.y + of.height).toBeLessThan(box.y + box.height);
      }
    }
  });

  test('says on the canvas what it is about', () => {
    const notes = (design.layout?.marks ?? []).filter(({ kind }) => kind === 'note');
    expect(notes.some(({ text = '' }) => text.length > 100)).toBe(true);
  });

  test('has flows that add up to its workload', () => {
    const { flows, workload } = resolve(design);
    const { dailyActiveUsers = 0, requestsPerUserPerDay = 0, peakFactor = 1 } = workload;
    const peak = ((dailyActiveUsers * requestsPerUserPerDay) / 86_400) * peakFactor;
    const sum = flows.reduce((rps, flow) => rps + flow.rateRps, 0);
    expect(Math.abs(sum - peak) / peak).toBeLessThan(0.01);
  });
});

describe.each(templates.filter(({ id }) => id !== 'tinyurl-without-cache'))(
  'the design of $id',
  ({ design }) => {
    test('is sound: no error, no warning, no question left open', () => {
      const { findings } = evaluateRules({
        design: resolve(design),
        analysis: analysisOf(design),
        errors: [],
      });
      const loud = findings.filter(({ severity, stage }) => severity !== 'info' || stage !== 'review');
      expect(loud.map(({ rule, target }) => `${rule} at ${target}`)).toEqual([]);
    });

    test('meets every target that it names', () => {
      const { flows, layers, nodes, totals } = analysisOf(design);
      const targets = [...flows, ...layers, ...nodes, totals].flatMap((part) => part.targets);
      expect(targets.length).toBeGreaterThan(0);
      expect(targets.filter(({ met }) => !met)).toEqual([]);
    });
  },
);

describe('TinyURL', () => {
  const design = template('tinyurl');
  const { nodes, flows } = analysisOf(design);
  const utilization = (id: string) => nodes.find((node) => node.id === id)?.utilization;

  test('raises no error and no warning', () => {
    expect(findingsOf(design).filter((finding) => !finding.startsWith('info'))).toEqual([]);
  });

  test('meets every latency target', () => {
    const latencies = flows.flatMap((flow) => flow.targets.filter(({ metric }) => metric.endsWith('Ms')));
    expect(latencies.length).toBe(2);
    expect(latencies.filter((target) => !target.met)).toEqual([]);
  });

  test('answers a redirect in 86 ms at p99, four of them because of DNS', () => {
    const p99 = (of: Design) => analysisOf(of).flows.find((flow) => flow.id === 'redirect')?.p99Ms ?? 0;
    expect(p99(design)).toBeCloseTo(86.3, 0);
    const edges = (design.system.edges ?? []).filter((edge) => edge.id !== 'visitors-dns');
    expect(p99({ ...design, system: { ...design.system, edges } })).toBeCloseTo(82.2, 0);
  });

  test('keeps the store at 0.18 and everything under its planned limit', () => {
    // Each of 4 leaders: 11 600 × 0.1 misses ÷ 4 × 2 ms + 116 writes ÷ 4 × 5 ms = 0.725 of 4 concurrent
    expect(utilization('links')).toBeCloseTo(0.725 / 4, 6);
    // 11 600 × 0.667 ms ÷ (10 × 2)
    expect(utilization('redirect-api')).toBeCloseTo(0.38686, 6);
    expect(nodes.filter((node) => (node.utilization ?? 0) > 0.5)).toEqual([]);
  });

  test('takes in a few writes beside a hundred times as many reads', () => {
    const [redirect, shorten] = resolve(design).flows;
    expect([redirect?.rateRps, shorten?.rateRps, shorten?.storedBytes]).toEqual([11_600, 116, 500]);
  });
});

describe('TinyURL without its cache', () => {
  const design = template('tinyurl-without-cache');

  test('is TinyURL but for the cache', () => {
    const ids = (of: Design) =>
      [...(of.system.nodes ?? []), ...(of.system.edges ?? [])].map((part) => part.id);
    const bare = ids(design);
    expect(ids(template('tinyurl')).filter((id) => !bare.includes(id))).toEqual([
      'hot-links',
      'redirect-api-hot-links',
    ]);
    expect(bare.filter((id) => !ids(template('tinyurl')).includes(id))).toEqual([]);
  });

  test('overloads its store by half, and that is the bottleneck', () => {
    const { nodes, flows } = analysisOf(design);
    const links = nodes.find((node) => node.id === 'links');
    // Each of 4 leaders: 11 600 ÷ 4 × 2 ms + 116 ÷ 4 × 5 ms = 5.945 of 4 concurrent
    expect(links?.utilization).toBeCloseTo(5.945 / 4, 6);
    expect(links?.saturated).toBe(true);
    expect(nodes.filter((node) => node.saturated).map((node) => node.id)).toEqual(['links']);
    expect(flows.map((flow) => flow.bottleneck)).toEqual(['links', 'links']);
  });

  test('says so as an error', () => {
    expect(findingsOf(design)).toContain('error: saturated at links');
  });
});
