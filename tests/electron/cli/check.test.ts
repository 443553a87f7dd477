import { describe, expect, test } from 'vitest';
import { run } from '../../../electron/cli/run';
import type { Design } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';
import { call, files, hostWith, tinyurl } from '../../support/cli-host';

describe('check', () => {
  test('--json prints findings with their words filled in, and how many there are', async () => {
    const { exit, output } = await call('check', 'b.json', '--json');
    const report = JSON.parse(String(output));
    expect(exit).toBe(1);
    expect(Object.keys(report)).toEqual(['findings', 'suppressed', 'counts']);
    const saturated = report.findings.find((finding: { rule: string }) => finding.rule === 'saturated');
    expect(Object.keys(saturated)).toEqual(['rule', 'severity', 'stage', 'target', 'message', 'fix']);
    expect(saturated).toMatchObject({ severity: 'error', stage: 'broken', target: 'links' });
    expect(saturated.message + saturated.fix).not.toMatch(/[{}]/);
    expect(report.counts.error).toBe(
      report.findings.filter((finding: { severity: string }) => finding.severity === 'error').length,
    );
  });

  test('a dismissed finding is listed apart and does not fail the check', async () => {
    const design = files['b.json'];
    const suppressions = [{ rule: 'saturated', target: 'links', reason: 'Known.' }];
    const { host } = hostWith({ 'c.json': { ...design, system: { ...design.system, suppressions } } });
    const report = JSON.parse(String((await run(['check', 'c.json', '--json'], host, '')).output));
    expect(report.suppressed).toMatchObject([{ rule: 'saturated', target: 'links' }]);
    expect(report.findings.some((finding: { rule: string }) => finding.rule === 'saturated')).toBe(false);
  });

  test('fails from the severity that is asked for', async () => {
    // One server without a spare draws a warning at most, no error.
    const lone: Design = {
      ...tinyurl,
      system: { nodes: [{ id: 'api', kind: 'service' }] },
    };
    const { host } = hostWith({ 'lone.json': lone });
    const exits = await Promise.all(
      ['error', 'warning', 'info'].map(
        async (least) => (await run(['check', 'lone.json', '--min-severity', least], host, '')).exit,
      ),
    );
    const report = JSON.parse(String((await run(['check', 'lone.json', '--json'], host, '')).output));
    const { error, warning, info } = report.counts;
    expect(exits).toEqual([
      error > 0 ? 1 : 0,
      error + warning > 0 ? 1 : 0,
      error + warning + info > 0 ? 1 : 0,
    ]);
    expect(exits[2]).toBe(1);
  });

  test('exits with 1 where a queue limit refuses 12 % of what arrives', async () => {
    const refusing = sketch({ user: 'client', api: 'service' }, 'user -> api', {
      config: { api: { replicas: 2, concurrency: 32, serviceMs: 10, queueLimit: 14 } },
      flows: { reads: { rps: 1200 } },
    });
    const { host } = hostWith({ 'refusing.json': refusing });
    const { exit, output } = await run(['check', 'refusing.json', '--min-severity', 'error'], host, '');
    expect(exit).toBe(1);
    expect(output).toContain('Service refuses 12 % of 1.2k rps');
  });

  test('shows colours where they may be shown', async () => {
    const { host } = hostWith(files, true);
    expect((await run(['check', 'b.json'], host, '')).output).toContain('\u001b[31merror');
  });
});
