import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignLanes, type LaneRequest } from '../../../shared/diagram/lanes';
import { stackBlocks } from '../../../shared/layout/stack';

const gutter = { low: 100, high: 200 };

describe('lanes of a gutter', () => {
  test('a run alone takes the middle', () => {
    expect(assignLanes([{ ...gutter, start: 0, end: 80 }])).toEqual([150]);
  });

  test('runs that do not meet share a lane', () => {
    const runs = [
      { ...gutter, start: 0, end: 80 },
      { ...gutter, start: 100, end: 180 },
    ];
    expect(assignLanes(runs)).toEqual([150, 150]);
  });

  test('of edges that go down, the one that starts lowest turns first, so that they do not cross', () => {
    const runs = [
      { ...gutter, start: 0, end: 100 },
      { ...gutter, start: 18, end: 240 },
    ];
    // Two lanes, 22 px apart, around 150.
    expect(assignLanes(runs)).toEqual([161, 139]);
  });

  const run = fc.record({
    low: fc.integer({ min: 0, max: 300 }),
    width: fc.integer({ min: 0, max: 150 }),
    start: fc.integer({ min: 0, max: 500 }),
    end: fc.integer({ min: 0, max: 500 }),
  });

  test('runs that meet have different lanes, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 40 }), (list) => {
        // So wide that lanes are never drawn together.
        const requests = list.map(({ start, end }) => ({ low: 0, high: 10_000, start, end }));
        const positions = assignLanes(requests);
        const reach = ({ start, end }: LaneRequest) =>
          [Math.min(start, end), Math.max(start, end) + 10] as const;
        const meet = (a: LaneRequest, b: LaneRequest) =>
          reach(a)[0] < reach(b)[1] && reach(b)[0] < reach(a)[1];
        requests.forEach((a, i) => {
          requests.slice(i + 1).forEach((b, j) => {
            if (meet(a, b)) expect(positions[i]).not.toBe(positions[i + 1 + j]);
          });
        });
      }),
    );
  });

  test('many runs of one gutter have lanes in a time that does not grow with their square', () => {
    // 40 000 runs that all meet: 800 million pairs.
    const requests = Array.from({ length: 40_000 }, (_, at) => ({
      low: 0,
      high: 1e6,
      start: at,
      end: 50_000 + at,
    }));
    expect(new Set(assignLanes(requests)).size).toBe(40_000);
  });

  test('every run stays within its room', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 30 }), (list) => {
        const requests: LaneRequest[] = list.map(({ low, width, start, end }) => ({
          low,
          high: low + width,
          start,
          end,
        }));
        const positions = assignLanes(requests);
        requests.forEach((request, i) => {
          expect(positions[i]).toBeGreaterThanOrEqual(request.low - 1e-9);
          expect(positions[i]).toBeLessThanOrEqual(request.high + 1e-9);
        });
      }),
    );
  });
});

describe('a stack', () => {
  test('keeps its blocks apart in every column, whatever pulls at them', () => {
    const block = fc.record({
      firstColumn: fc.nat({ max: 4 }),
      span: fc.nat({ max: 3 }),
      height: fc.integer({ min: 1, max: 300 }),
    });
    const pull = fc.record({ from: fc.nat(), to: fc.nat() });
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 15 }),
        fc.array(pull, { maxLength: 20 }),
        (list, wishes) => {
          const blocks = list.map(({ firstColumn, span, height }) => ({
            firstColumn,
            lastColumn: firstColumn + span,
            height,
          }));
          const pulls = wishes.map(({ from, to }) => ({
            from: from % blocks.length,
            to: to % blocks.length,
            fromOffset: 0,
            toOffset: 0,
          }));
          const tops = stackBlocks(blocks, pulls, 40);
          blocks.forEach((above, i) => {
            blocks.slice(i + 1).forEach((below, j) => {
              const apart = above.lastColumn < below.firstColumn || below.lastColumn < above.firstColumn;
              if (apart) return;
              expect((tops[i + 1 + j] ?? 0) - (tops[i] ?? 0)).toBeGreaterThanOrEqual(
                above.height + 40 - 1e-6,
              );
            });
          });
        },
      ),
    );
  });
});
