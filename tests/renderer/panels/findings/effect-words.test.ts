import { describe, expect, test } from 'vitest';
import { effectLines } from '../../../../renderer/panels/findings/effect-words';
import type { FigureChange } from '../../../../shared/analysis/compare';

const names: Readonly<Record<string, string>> = { read: 'Redirect', write: 'Shorten', links: 'Links' };
const nameOf = (id: string): string => names[id] ?? id;

const flow = (part: string, metric: string, before: number | null, after: number | null): FigureChange => ({
  kind: 'flow',
  part,
  metric,
  before,
  after,
});
const totals = (metric: string, before: number | null, after: number | null): FigureChange => ({
  kind: 'totals',
  part: 'totals',
  metric,
  before,
  after,
});
const linesOf = (changes: readonly FigureChange[], target = 'links') => effectLines(changes, target, nameOf);

describe('the effect of a quick fix, in words', () => {
  test('gives both values of a figure, and of the cost the difference', () => {
    expect(linesOf([flow('read', 'p99Ms', 149.2, 85.9), totals('monthlyCostUsd', 400, 520)])).toEqual([
      'Redirect p99 149 ms → 86 ms',
      '+$120 a month',
    ]);
    expect(linesOf([totals('monthlyCostUsd', 1_500, 300)])).toEqual(['−$1.2k a month']);
  });

  test('says where a latency was unbounded before', () => {
    expect(linesOf([flow('read', 'p99Ms', null, 86)])).toEqual(['Redirect p99 unbounded → 86 ms']);
  });

  test('tells the flow that is spoken of first, then the one that changes most', () => {
    // ln(40 ÷ 20) = 0.69 is more than ln(100 ÷ 90) = 0.11.
    const changes = [
      flow('read', 'p99Ms', 100, 90),
      flow('write', 'p99Ms', 40, 20),
      flow('other', 'p99Ms', 100, 99),
    ];
    expect(linesOf(changes)).toEqual(['Shorten p99 40 ms → 20 ms', 'Redirect p99 100 ms → 90 ms']);
    expect(linesOf(changes, 'read')[0]).toBe('Redirect p99 100 ms → 90 ms');
  });

  test('passes over what both figures as written do not show, and figures by which nothing is judged', () => {
    expect(linesOf([flow('read', 'p99Ms', 20.01, 20.04), flow('read', 'p50Ms', 20, 10)])).toEqual([]);
  });

  test('is at most four lines, of which the cost is one', () => {
    const changes = [
      flow('read', 'servedShare', 0.67, 1),
      flow('write', 'servedShare', 0.67, 1),
      flow('read', 'p99Ms', null, 86),
      flow('write', 'p99Ms', null, 120),
      { kind: 'node', part: 'links', metric: 'utilization', before: 1.49, after: 0.2 } as const,
      flow('read', 'availability', 0.99, 0.999),
    ];
    expect(linesOf(changes)).toEqual([
      'Redirect served 67 % → 100 %',
      'Redirect p99 unbounded → 86 ms',
      'Shorten p99 unbounded → 120 ms',
      'Links utilization 149 % → 20 %',
    ]);
    expect(linesOf([...changes, totals('monthlyCostUsd', 100, 400)])).toEqual([
      'Redirect served 67 % → 100 %',
      'Redirect p99 unbounded → 86 ms',
      'Shorten p99 unbounded → 120 ms',
      '+$300 a month',
    ]);
  });
});
