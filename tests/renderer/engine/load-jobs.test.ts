import { describe, expect, test } from 'vitest';
import { startLoadStudies } from '../../../renderer/engine/load-jobs';
import { loadStudy } from '../../../renderer/engine/load-studies';
import type { AnalyzedDesign, LoadProgress } from '../../../renderer/engine/protocol';
import { fakeJobWorkers } from '../../support/fake-job-worker';
import { designOf } from '../../support/resolved';

const design: AnalyzedDesign = { id: 'a', name: 'a', system: {} };

describe('requests about other loads', () => {
  test('of several curves the newest is worked out; the limit is looked for beside them', async () => {
    const { all, spawn } = fakeJobWorkers();
    const study = startLoadStudies(spawn);
    const outcomes = ['f', 'g', 'h'].map((flow) => study('curve', { design, flow }));
    const limits = study('load-limits', { design });
    const worker = all[0];
    // The second never began; the first is dropped at its next progress.
    expect(worker?.jobs.map(({ request }) => (request as { about: string }).about)).toEqual([
      'curve',
      'load-limits',
    ]);
    worker?.progress({ done: 1, of: 24 }, 1);
    expect((await Promise.all(outcomes.slice(0, 2))).map(({ kind }) => kind)).toEqual(['dropped', 'dropped']);
    expect(worker?.aborts).toEqual([1]);
    worker?.respond(null);
    expect(await outcomes[2]).toEqual({ kind: 'done', response: null });
    worker?.respond(null, 4);
    expect((await limits).kind).toBe('done');
  });

  const resolved = designOf({
    nodes: { u: { behaviour: 'source' }, a: { serviceMs: 4 } },
    edges: { 'u -> a': {} },
    flows: { f: { entry: 'u', rateRps: 100, targets: { meanMs: 10 } } },
  });
  const pause = () => Promise.resolve();

  test('the worker reports how far a curve has come, and stops where it is aborted', async () => {
    const reports: LoadProgress[] = [];
    const controller = new AbortController();
    const wanted = { about: 'curve', request: { design, flow: 'f' } } as const;
    const context = { signal: controller.signal, report: (of: LoadProgress) => reports.push(of), pause };
    const whole = await loadStudy(wanted, resolved, context);
    expect(whole).toMatchObject({ saturationLoad: 2.5 });
    expect(reports).toHaveLength(24);
    expect(reports.at(-1)).toEqual({ done: 24, of: 24 });
    const report = () => controller.abort();
    expect(await loadStudy(wanted, resolved, { ...context, report })).toBeNull();
  });

  test('the worker finds limits and growth', async () => {
    const context = { signal: new AbortController().signal, report: () => undefined, pause };
    expect(await loadStudy({ about: 'load-limits', request: { design } }, resolved, context)).toMatchObject({
      misses: [{ metric: 'meanMs', cause: 'a' }],
    });
    expect(await loadStudy({ about: 'growth', request: { design } }, resolved, context)).toMatchObject({
      annualGrowth: 0,
    });
  });
});
