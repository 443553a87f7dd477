import { describe, expect, test } from 'vitest';
import { cardFigures } from '../../../shared/diagram/figures';
import { rollUp } from '../../../shared/diagram/layer-rows';
import { loadStatus } from '../../../shared/diagram/status-line';
import { formatMessage } from '../../../shared/math/format-message';
import type { Quantity } from '../../../shared/math/quantity';
import type { Design } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { fixOf, messageOf, partNames, titleOf } from '../../../shared/rules/finding-text';
import { rules } from '../../../shared/rules/index';
import type { Finding } from '../../../shared/rules/rule';
import { sketch } from '../../../shared/rules/sketch';
import { templates } from '../../../shared/templates/index';
import { contextOf } from './assess';

const drawn: readonly (readonly [string, Design])[] = [
  ...templates.map(({ id, design }) => [id, design] as const),
  ...rules.flatMap(({ id, examples }) =>
    examples.invalid.map(({ title, design }) => [`${id}: ${title}`, design] as const),
  ),
];

/** A load of many digits too, as the search for a limit sets one. */
const loads = [1, 2.758_620_7, 10];

const found = drawn.flatMap(([title, design]) =>
  loads.map((load) => {
    const context = contextOf(design, load);
    return { title: `${title} at ×${load}`, context, findings: evaluateRules(context).findings };
  }),
);

const numberIn = (quantity: Quantity | undefined, unit: string): number | null => {
  const value: unknown =
    quantity === undefined || typeof quantity === 'string' ? undefined : Reflect.get(quantity, unit);
  return typeof value === 'number' ? value : null;
};

const differ = (a: number, b: number): boolean => Math.abs(a - b) > 1e-6 * Math.max(1, Math.abs(a));

/** These speak of another quantity than their part's, and say so: of records, of writes, on average, of one buffer. */
const ofAnotherQuantity = new Set([
  'backlog-grows',
  'collector-overloaded',
  'idle-consumers',
  'quota-exceeded',
  'slow-autoscaling',
  'write-bottleneck',
]);

test('what a finding says arrives, is carried and is refused is what the figures of its part say', () => {
  const apart = found.flatMap(({ title, context, findings }) => {
    const nodes = new Map((context.analysis?.nodes ?? []).map((node) => [node.id, node]));
    return findings.flatMap(({ rule, target, values }) => {
      const figures = nodes.get(target);
      if (figures === undefined || ofAnotherQuantity.has(rule)) return [];
      return [
        ['offered', numberIn(values['offered'], 'rps'), figures.offeredRps],
        ['capacity', numberIn(values['capacity'], 'rps'), figures.capacityRps],
        ['refused', numberIn(values['refused'], 'share'), figures.refused],
      ].flatMap(([name, said, shown]) =>
        typeof said === 'number' && differ(said, Number(shown ?? 0))
          ? [`${title}, ${rule} at ${target}: ${name} ${said}, the card ${shown}`]
          : [],
      );
    });
  });
  expect(apart).toEqual([]);
});

test('one part has no two findings that both say which share it refuses', () => {
  const twice = found.flatMap(({ title, findings }) => {
    const saying = findings.filter((finding) => finding.message.includes('{refused}'));
    return saying.flatMap(({ target, rule }, at) =>
      saying.findIndex((other) => other.target === target) === at ? [] : [`${title}: ${rule} at ${target}`],
    );
  });
  expect(twice).toEqual([]);
});

test('one cause is one finding: of autoscaling once a design, of a rule once a part, and no list says a thing twice', () => {
  const repeated = found.flatMap(({ title, findings }) => {
    const keys = findings.map(({ rule, target }) => (rule === 'no-autoscaling' ? rule : `${rule} ${target}`));
    const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
    const lists = findings.flatMap(({ rule, values }) =>
      Object.values(values).flatMap((value) => {
        if (typeof value === 'string' || !('list' in value)) return [];
        const items = value.list.map((item) => JSON.stringify(item));
        return new Set(items).size < items.length ? [`${rule} lists ${items.join(', ')}`] : [];
      }),
    );
    return [...twice, ...lists].map((one) => `${title}: ${one}`);
  });
  expect(repeated).toEqual([]);
});

test('a CDN past its rate limit: finding and card have the same figures', () => {
  const design = sketch({ user: 'client', edge: 'cdn', api: 'service' }, 'user -> edge -> api', {
    flows: { reads: { rps: 234_000 } },
    config: { edge: { rateLimitRps: 23_400 } },
  });
  const context = contextOf(design);
  const [node] = context.design.nodes.filter(({ id }) => id === 'edge');
  const figures = context.analysis?.nodes.find(({ id }) => id === 'edge');
  if (node === undefined || figures === undefined) throw new Error('the sketch has a CDN');
  const texts = evaluateRules(context)
    .findings.filter(({ target, stage }) => target === 'edge' && stage === 'broken')
    .map((finding) => messageOf(finding, partNames(context.design)));
  expect(texts).toEqual([
    'CDN is sent 234k rps at peak; its rate limit is 23.4k rps: it refuses 90 % of what is declared.',
  ]);
  expect(cardFigures(node, figures, { sketch: false, bottleneck: false })).toMatchObject({ rps: '234k' });
  expect(figures.carriedRps).toBeCloseTo(23_400, 3);
});

test('what comes from a layer is what its components are called with, one by one, and clients send no more than they offer', () => {
  const apart = found.flatMap(({ title, context: { analysis, design } }) => {
    if (analysis === null || !templates.some(({ id }) => title.startsWith(`${id} `))) return [];
    const offered = loadStatus(analysis.flows)?.offeredRps ?? 0;
    return rollUp(design, analysis, null).rows.flatMap(({ id, hops }) =>
      hops.flatMap(({ from, rps, callees }) => {
        const summed = callees.reduce((sum, callee) => sum + callee.rps, 0);
        const most = from === 'client' ? Math.max(0, ...callees.map((callee) => callee.rps)) : 0;
        return differ(rps, summed) || most > offered * (1 + 1e-6) ? [`${title}: ${from} > ${id}`] : [];
      }),
    );
  });
  expect(apart).toEqual([]);
});

/** Significant digits of each figure in a text, without the zeros that only place the point. */
const digitsOf = (text: string): readonly number[] =>
  [...text.matchAll(/(?<![\w.])\d+(?:\u202f\d{3})*(?:\.\d+)?/gu)].flatMap(([figure]) => {
    const digits = figure.replace(/\u202f/g, '');
    // Nines of an availability are told by what is missing to 100.
    return /^99\.9/.test(digits)
      ? []
      : [
          digits
            .replace(/^0\.0*/, '')
            .replace('.', '')
            .replace(/^0+/, '').length,
        ];
  });

const textsOf = (finding: Finding, nameOf: (id: string) => string): readonly string[] => {
  const { quickFix } = finding;
  const texts = [messageOf(finding, nameOf), fixOf(finding, nameOf)];
  return quickFix === undefined ? texts : [...texts, titleOf(quickFix, nameOf)];
};

describe('no figure has more digits than one can use', () => {
  test('of findings, what to do about them and their buttons', () => {
    const long = found.flatMap(({ title, context, findings }) =>
      findings.flatMap((finding) =>
        textsOf(finding, partNames(context.design)).flatMap((text) =>
          digitsOf(text).some((digits) => digits > 5) ? [`${title}: ${text}`] : [],
        ),
      ),
    );
    expect(long).toEqual([]);
  });

  test('of a factor, in a message and in a tooltip', () => {
    const values = { factor: { factor: 2.758_620_7 } };
    expect(formatMessage({ text: '{factor}', values })).toBe('×2.76');
    expect(digitsOf(formatMessage({ text: '{factor}', values }))).toEqual([3]);
  });
});
