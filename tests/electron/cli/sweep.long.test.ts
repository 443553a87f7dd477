import { describe, expect, test } from 'vitest';
import { call } from '../../support/cli-host';

describe('sweep', () => {
  test('--json prints forty loads from 0.05 to 1.2 times saturation', async () => {
    const { saturationLoad, points, order } = JSON.parse(
      String((await call('sweep', 'a.json', '--json')).output),
    );
    expect(points).toHaveLength(40);
    expect(points[0].load / saturationLoad).toBeCloseTo(0.05, 9);
    expect(points[39].load / saturationLoad).toBeCloseTo(1.2, 9);
    expect(order[0].load).toBeCloseTo(saturationLoad, 9);
  });

  test('text has a row a load and says what saturates first', async () => {
    const text = String((await call('sweep', 'b.json')).output);
    expect(text).toMatch(/^TinyURL without its cache: saturates at load ×0\.6\d/);
    expect(text.match(/^ +×[\d.]+ /gm)).toHaveLength(40);
    expect(text).toMatch(
      /In the order in which they saturate\n.*Limited by.*Planned limit.*\n {2}Links +servers +×0\.\d+ +×0\.6\d\n/,
    );
  });
});
