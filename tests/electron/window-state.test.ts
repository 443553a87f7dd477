import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  fitBounds,
  initialWindowState,
  parseWindowState,
  readWindowState,
  type WindowState,
  writeWindowState,
} from '../../electron/window-state';

const laptop = { x: 0, y: 25, width: 1512, height: 920 };
const monitor = { x: 1512, y: 0, width: 2560, height: 1400 };

describe('where a window is opened', () => {
  test('stays where it was on any of the screens', () => {
    const onMonitor = { x: 1700, y: 100, width: 1600, height: 1000 };
    expect(fitBounds(onMonitor, [laptop, monitor])).toEqual(onMonitor);
  });

  test('is forgotten when its screen is gone', () => {
    expect(fitBounds({ x: 1700, y: 100, width: 1600, height: 1000 }, [laptop])).toBeNull();
  });

  test('is forgotten when the title bar is above or below the screen', () => {
    expect(fitBounds({ x: 100, y: -300, width: 1200, height: 800 }, [laptop])).toBeNull();
    // 25 + 920 = 945 is the lower edge: 40 px of title bar from 906 on no longer fit.
    expect(fitBounds({ x: 100, y: 906, width: 1200, height: 800 }, [laptop])).toBeNull();
    expect(fitBounds({ x: 100, y: 905, width: 1200, height: 800 }, [laptop])).not.toBeNull();
  });

  test('is forgotten when less than 160 px of it are on the screen', () => {
    // 1512 - 1353 = 159
    expect(fitBounds({ x: 1353, y: 100, width: 1200, height: 800 }, [laptop])).toBeNull();
    expect(fitBounds({ x: 1352, y: 100, width: 1200, height: 800 }, [laptop])).not.toBeNull();
  });

  test('is shrunk to a smaller screen and grown to what the layout stands', () => {
    expect(fitBounds({ x: 0, y: 25, width: 2560, height: 1400 }, [laptop])).toEqual({ ...laptop });
    expect(fitBounds({ x: 10, y: 30, width: 300, height: 200 }, [laptop])).toEqual({
      x: 10,
      y: 30,
      width: 1024,
      height: 640,
    });
  });
});

describe('the file it is kept in', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loadline-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const state: WindowState = {
    bounds: { x: 1, y: 2, width: 1200, height: 800 },
    maximized: true,
    theme: 'dark',
  };

  test('gives back what was written and leaves nothing beside it', () => {
    const file = join(folder, 'window.json');
    expect(writeWindowState(file, state)).toBe(true);
    expect(readWindowState(file)).toEqual(state);
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  test('says so where it cannot be written', () => {
    expect(writeWindowState(join(folder, 'gone', 'window.json'), state)).toBe(false);
  });

  test.each([
    ['nothing', null],
    ['a torn file', '{"bounds":{"x":1'],
    ['another shape', '{"bounds":{"x":"1"},"maximized":1}'],
    ['a size of none', '{"bounds":{"x":0,"y":0,"width":0,"height":0},"maximized":false,"theme":"dark"}'],
  ])('%s reads as the first start', (_what, text) =>
    expect(parseWindowState(text)).toEqual(initialWindowState),
  );

  test('a missing file reads as the first start', () => {
    expect(readWindowState(join(folder, 'window.json'))).toEqual(initialWindowState);
  });
});
