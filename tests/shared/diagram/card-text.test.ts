import { expect, test } from 'vitest';
import {
  figureLineFit,
  fitLines,
  flowRowPlaces,
  headingBaselines,
  headingOf,
  nameFont,
} from '../../../shared/diagram/card-text';
import type { FlowRow } from '../../../shared/diagram/figures';
import { card } from '../../../shared/layout/geometry';
import { widthOf } from '../../../shared/layout/text';

const long = 'A service with a name that is far too long for its card';
const room = card.nameRight - card.textLeft;

test('a name takes a second line where the first has no room, and an ellipsis where two have none', () => {
  expect(headingOf('Redirect API', 'Go').nameLines).toEqual(['Redirect API']);
  expect(headingOf('Payment reconciliation', 'Go').nameLines).toEqual(['Payment', 'reconciliation']);
  const { nameLines } = headingOf(long, 'Go');
  expect(nameLines).toHaveLength(2);
  expect(nameLines[1]).toMatch(/…$/);
  for (const line of nameLines)
    expect(widthOf(line, nameFont.size, nameFont.weight)).toBeLessThanOrEqual(room);
});

test('a name is one text: its own line breaks count as spaces', () => {
  expect(fitLines(' Links \n cache ', 200, nameFont, 2)).toEqual(['Links cache']);
});

test('the lines of a head stand apart and above the figures, however many there are', () => {
  for (const name of ['CDN', long])
    for (const detail of ['', 'Go · 6 × 32']) {
      const heading = headingOf(name, detail);
      const baselines = headingBaselines(heading);
      const all = [...baselines.name, ...(detail === '' ? [] : [baselines.detail]), card.figuresBaseline];
      expect(baselines.name).toHaveLength(heading.nameLines.length);
      for (const [at, y] of all.slice(1).entries()) expect(y - (all[at] ?? 0)).toBeGreaterThanOrEqual(13);
    }
});

const figures = { rps: '11.6k', rpsUnit: 'rps', p99: '6.1 ms', target: null };

test('where calls, p99 and target do not fit one line, the unit of calls goes first and then the target', () => {
  expect(figureLineFit(figures)).toEqual({ withUnit: true, withTarget: true });
  const target = { text: '≤ 20 ms', met: true };
  expect(figureLineFit({ ...figures, target })).toEqual({ withUnit: false, withTarget: true });
  const wide = { rps: '123.4k', rpsUnit: 'rps at most', p99: '12.5 min', target };
  expect(figureLineFit(wide)).toEqual({ withUnit: false, withTarget: false });
});

const row: FlowRow = {
  id: 'f',
  name: 'Redirect',
  kind: 'read',
  kindWord: 'read',
  rps: '116',
  figure: '79 ms',
  shortFigure: '79 ms',
  ofTarget: 0,
  state: 'plain',
};

test('where a row of a flow has little room, read or write goes before the name is cut', () => {
  expect(flowRowPlaces(row, true)).toMatchObject({ name: 'Redirect', kindLeft: expect.any(Number) });
  const wide = { ...row, rps: '11.6k', figure: '86 / 100 ms' };
  expect(flowRowPlaces(wide, true)).toMatchObject({ name: 'Redirect', kindLeft: null });
  const cut = flowRowPlaces({ ...wide, name: 'Redirect a visitor' }, true);
  expect(cut).toMatchObject({ name: expect.stringMatching(/…$/), kindLeft: null });
});
