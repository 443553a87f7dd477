import { describe, expect, test } from 'vitest';
import { type FoundKind, findEntries, findIn } from '../../../../renderer/panels/find/find-entries';
import { foldingIn } from '../../../../renderer/panels/find/searched-text';
import { emptyDesign } from '../../../../shared/model/empty-design';
import type { Design } from '../../../../shared/model/schema';
import type { Finding } from '../../../../shared/rules/rule';
import { growth } from '../../../support/growth';

describe('texts are compared as a person reads them', () => {
  test.each([
    ['en', 'Café', 'cafe', true],
    ['en', 'Очерёдь', 'очередь', true],
    ['ru', 'ПОДПИСЧИКИ', 'подписчики', true],
    ['ru', 'Мой сервис', 'мои', false],
    ['de', 'Straße', 'STRASSE', true],
    ['de', 'Größe', 'grosse', true],
    ['sv', 'Åtkomst', 'atkomst', false],
    ['en', 'ﬁle', 'file', true],
    ['en', 'Cafe\u0301', 'café', true],
    ['tr', 'İstemci', 'istemci', true],
  ])('in %s “%s” and “%s”: %s', (locale, text, wanted, found) => {
    const fold = foldingIn(locale);
    expect(fold(text).includes(fold(wanted))).toBe(found);
  });
});

const design: Design = {
  ...emptyDesign('a', 'Shop', '2026-01-05T10:00:00.000Z'),
  system: {
    flows: [{ id: 'buy', kind: 'write', name: 'Buy', entry: 'web', rate: { rps: 10 } }],
    nodes: [
      { id: 'web', kind: 'client', name: 'Browser' },
      { id: 'api', kind: 'service', name: 'Checkout', technology: 'Go', note: 'Owned by team Payments' },
      { id: 'store', kind: 'sql-database', technology: 'PostgreSQL' },
    ],
    edges: [
      { id: 'e1', from: 'web', to: 'api', label: 'place order' },
      { id: 'e2', from: 'api', to: 'store' },
    ],
    groups: [{ id: 'eu', kind: 'region', name: 'Frankfurt' }],
  },
  layout: {
    nodes: { web: { x: 0, y: 0 }, api: { x: 300, y: 0 }, store: { x: 600, y: 0 } },
    groups: { eu: { x: 200, y: -100, width: 600, height: 400 } },
    marks: [
      { id: 'n1', kind: 'note', x: 0, y: 300, text: 'Ask about\nrefunds' },
      { id: 'n2', kind: 'note', x: 0, y: 500, text: 'Checkout is slow' },
    ],
  },
};
const finding: Finding = {
  rule: 'single-instance',
  code: 'AV-01',
  severity: 'warning',
  stage: 'broken',
  target: 'store',
  message: '',
  fix: '',
  values: {},
};
const fold = foldingIn('en');
const entries = findEntries({
  design,
  findings: [finding],
  ruleTitle: () => 'Single point of failure',
  fold,
});
const parts = (text: string, ...kinds: readonly FoundKind[]): readonly string[] =>
  findIn(entries, text, new Set(kinds), fold).matches.map(({ part }) => part);

describe('what is found', () => {
  test.each([
    ['by its name', 'checkout', ['api', 'e1', 'e2', 'n2']],
    ['by its kind', 'sql database', ['store', 'e2']],
    ['by its technology', 'postgres', ['store']],
    ['by its note', 'payments', ['api']],
    ['an edge by its label', 'place order', ['e1']],
    ['a group by its name', 'frank', ['eu']],
    ['a group by its kind', 'region', ['eu']],
    ['an annotation by its text, over lines', 'about refunds', ['n1']],
    ['a flow by its name', 'buy', ['buy']],
    ['a finding by the title of its rule, at its part', 'point of failure', ['store']],
    ['a finding by its code', 'av-01', ['store']],
    ['nothing by an empty text', '  ', []],
    ['nothing by words of two texts that only touch', 'checkoutservice', []],
  ])('%s', (_what, text, expected) => {
    expect(parts(text).toSorted()).toEqual([...expected].toSorted());
  });

  test('stands in the order in which one reads the canvas', () => {
    expect(parts('o')[0]).toBe('eu');
    expect(parts('checkout', 'component', 'annotation')).toEqual(['api', 'n2']);
  });

  test('is only of the chosen kinds, while all are counted', () => {
    const found = findIn(entries, 'checkout', new Set<FoundKind>(['edge']), fold);
    expect(found.matches.map(({ part }) => part)).toEqual(['e1', 'e2']);
    expect(found.counts).toMatchObject({ component: 1, edge: 2, annotation: 1, finding: 0 });
  });
});

/** Entries of so many components. */
function entriesOf(count: number) {
  const nodes = Array.from({ length: count }, (_, at) => ({
    id: `n${at}`,
    kind: 'service',
    name: `Größe ${at}`,
  }));
  const large: Design = {
    ...design,
    system: { nodes },
    layout: {
      nodes: Object.fromEntries(nodes.map(({ id }, at) => [id, { x: (at % 100) * 240, y: at * 2 }])),
    },
  };
  return findEntries({ design: large, findings: [], ruleTitle: () => undefined, fold });
}

test('a search takes time in proportion to the components', () => {
  const searching = (known: ReturnType<typeof entriesOf>) => findIn(known, 'grosse 99', new Set(), fold);
  const [small, large] = [entriesOf(1_250), entriesOf(10_000)];
  expect(searching(large).matches).toHaveLength(280);
  // Eight times as many: quadratic growth would be 64.
  expect(
    growth(
      () => searching(small),
      () => searching(large),
    ),
  ).toBeLessThan(32);
});
