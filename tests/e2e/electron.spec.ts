import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { electronBinary, electronObstacle } from '../../electron/launch/electron.mjs';
import { projectRoot } from '../../electron/launch/project.mjs';

const executablePath = electronBinary(projectRoot);
const obstacle = electronObstacle({
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
});

test.skip(executablePath === null, 'no Electron binary');
test.skip(obstacle !== null, obstacle ?? '');

test('the shell opens the window, with its bridge and nothing of Node', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'loadline-profile-'));
  const app = await _electron.launch({
    executablePath: executablePath ?? '',
    args: [projectRoot, `--user-data-dir=${profile}`],
  });
  try {
    const window = await app.firstWindow();
    await expect(window).toHaveTitle(/Loadline/);
    const seen = await window.evaluate(() => ({
      address: location.href,
      bridge: Object.keys(Reflect.get(globalThis, 'loadline')).sort(),
      node: ['process', 'require', 'module', 'Buffer'].filter((name) => name in globalThis),
    }));
    expect(seen.address).toMatch(/^app:\/\/loadline\//);
    expect(seen.bridge).toEqual(['on', 'request']);
    expect(seen.node).toEqual([]);
  } finally {
    await app.close();
    rmSync(profile, { recursive: true });
  }
});
