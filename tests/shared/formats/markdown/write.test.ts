import { describe, expect, test } from 'vitest';
import type { Analysis, LayerFigures } from '../../../../shared/analysis/analysis';
import { resolve } from '../../../../shared/catalog/resolve';
import { toMarkdown } from '../../../../shared/formats/markdown/write';
import type { Finding } from '../../../../shared/rules/rule';
import { drawnAnalysis, drawnResolved, drawnTinyUrl } from '../../../support/drawn-tinyurl';
import { expectGolden } from '../../../support/golden';

const layer = (
  id: LayerFigures['id'],
  offeredRps: number,
  capacityRps: number,
  busiest: string,
  flows: LayerFigures['flows'],
): LayerFigures => ({
  id,
  offeredRps,
  capacityRps,
  headroom: capacityRps / offeredRps,
  utilization: offeredRps / capacityRps,
  busiest,
  availability: null,
  servers: 2,
  monthlyCostUsd: null,
  storageBytes: null,
  flows,
  targets: [],
});

/** Made-up figures with hops, an overloaded part, and a target that is missed. */
const analysis: Analysis = {
  ...drawnAnalysis,
  flows: drawnAnalysis.flows.map((flow, at) => ({
    ...flow,
    meanMs: 20.5 + 2,
    overlapMs: at,
    approximate: at === 0 ? [] : ['parallel'],
    targets: [{ metric: 'p99Ms', target: 70, actual: flow.p99Ms, met: (flow.p99Ms ?? 0) <= 70 }],
  })),
  layers: [
    layer('service', 11_690, 36_000, 'redirect-api', {
      redirect: { meanMs: 2, p99Ms: 6.1 },
      shorten: { meanMs: 3, p99Ms: 8.4 },
    }),
    layer('data', 1273, 1800, 'links', {
      redirect: { meanMs: 0, p99Ms: 0 },
      shorten: { meanMs: null, p99Ms: null },
    }),
  ],
  hops: [
    {
      from: 'traffic',
      to: 'service',
      rps: 11_690,
      flows: { redirect: { meanMs: 20.5 }, shorten: { meanMs: 0 } },
    },
  ],
  totals: { ...drawnAnalysis.totals, availability: 0.9995, servers: 26 },
};

const findings: readonly Finding[] = [
  {
    rule: 'saturated',
    code: 'CAP-01',
    severity: 'error',
    stage: 'broken',
    target: 'links',
    message: '{name} is offered {offered}.',
    fix: 'Give it {servers} servers.',
    values: { name: { part: 'links' }, offered: { rps: 11_690 }, servers: { count: 6 } },
  },
];

const input = { resolved: drawnResolved, analysis };

test('golden tables of TinyURL', () => {
  expectGolden('tinyurl.md', toMarkdown({ ...input, findings }));
});

test('known findings have a section, also where there are none; unknown ones have none', () => {
  expect(toMarkdown({ ...input, findings: [] })).toMatch(/## Findings\n\nNone\.\n$/);
  expect(toMarkdown(input)).not.toContain('Findings');
});

describe('a name', () => {
  const markdownOf = (name: string) => {
    const design = { ...drawnTinyUrl, system: { nodes: [{ id: 'a', kind: 'service', name }] } };
    return toMarkdown({ resolved: resolve(design), analysis: null });
  };
  test.each([
    ['a|b', 'a\\|b'],
    ['*bold* _it_', '\\*bold\\* \\_it\\_'],
    ['<script>', '\\<script\\>'],
    ['[x](y)', '\\[x\\](y)'],
    ['two\nlines', 'two lines'],
    ['a & b', 'a &amp; b'],
    ['back\\slash', 'back\\\\slash'],
  ])('%j stays text in a cell', (name, cell) => {
    expect(markdownOf(name)).toContain(`\n| ${cell} | Service | `);
  });
});

test('of some parts it has their figures, the calls between them and what was found on them, and nothing of the whole', () => {
  const [call] = drawnResolved.edges.filter(({ to }) => to === 'links');
  const only = [call?.from ?? '', 'links'];
  const text = toMarkdown({ ...input, findings, only });
  expect(text).toContain('## Nodes');
  expect(text).toMatch(/## Calls\n\n\| From \| To \| Protocol \|/);
  expect(text).toContain('## Findings');
  expect(text).not.toMatch(/## (?:Totals|Flows|Layers)/);
  const other = drawnResolved.nodes.find(({ id }) => !only.includes(id))?.id ?? '';
  const rest = toMarkdown({ ...input, findings, only: [other] });
  expect(rest).not.toMatch(/## (?:Calls|Findings)/);
});

test('of a design about which something is written are its sections with the tables in them', () => {
  const text = toMarkdown({
    resolved: drawnResolved,
    analysis,
    writing: {
      brief: { useCases: ['Shorten <b>'] },
      sections: { risks: '- **one** region' },
      apis: [{ id: 'a', method: 'GET', path: '/:key', flow: 'redirect' }],
      decisions: [{ id: 'd', title: 'Cache', choice: 'Redis', alternatives: ['None'] }],
    },
  });
  expect(text.match(/^## .*/gm)).toEqual([
    '## Feature expectations',
    '## Estimates',
    '## Design goals',
    '## High-level design',
    '## Deep dive',
    '## Justify',
    '## Risks',
  ]);
  expect(text).toContain('- Shorten \\<b\\>');
  expect(text).toContain('- **one** region');
  expect(text).toContain('| GET | /:key | Redirect |');
  expect(text).toContain('### Cache\n\n- **Choice**: Redis\n- **Alternatives**: None');
});
