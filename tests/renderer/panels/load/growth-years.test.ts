import { expect, test } from 'vitest';
import { growthYears } from '../../../../renderer/panels/drawer/load/growth-years';

test('the growth calendar has a row a year, with the month of it in which a station is outgrown', () => {
  const years = growthYears(1, [
    { node: 'a', plannedMonth: 10, capacityMonth: 16 },
    { node: 'b', plannedMonth: 0, capacityMonth: 12 },
    { node: 'c', plannedMonth: null, capacityMonth: null },
    { node: 'd', plannedMonth: 49, capacityMonth: null },
  ]);
  expect(years.map(({ year, load }) => [year, load])).toEqual([
    [0, 1],
    [1, 2],
    [2, 4],
    [3, 8],
    [4, 16],
    [5, 32],
  ]);
  expect(years.map(({ planned }) => planned)).toEqual([
    [{ node: 'b', month: 0 }],
    [{ node: 'a', month: 10 }],
    [],
    [],
    [],
    [{ node: 'd', month: 1 }],
  ]);
  expect(years.map(({ saturated }) => saturated)).toEqual([
    [],
    [{ node: 'b', month: 12 }],
    [{ node: 'a', month: 4 }],
    [],
    [],
    [],
  ]);
});

test('there are three years at least', () => {
  expect(growthYears(0.2, [])).toHaveLength(4);
});
