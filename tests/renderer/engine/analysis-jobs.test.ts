import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AnalysisJobs, startAnalysis } from '../../../renderer/engine/analysis-jobs';
import type {
  AnalysisReport,
  AnalyzedDesign,
  ReportRequest,
  SentRequest,
} from '../../../renderer/engine/protocol';
import { type FakeJobWorker, fakeJobWorkers } from '../../support/fake-job-worker';
import { noEstimates } from '../../support/no-estimates';

type SentReport = Extract<SentRequest, { readonly about: 'report' }>;

const design = (id: string): AnalyzedDesign => ({ id, name: id, system: {} });

const report = (stage: AnalysisReport['stage'], load = 1): AnalysisReport => ({
  stage,
  analysis: {
    design: { id: '', name: '' },
    load,
    flows: [],
    layers: [],
    hops: [],
    nodes: [],
    edges: [],
    totals,
  },
  errors: [],
  findings: [],
  suppressed: [],
});
const totals = {
  availability: null,
  rpoSeconds: null,
  rtoSeconds: null,
  monthlyCostUsd: null,
  cost: null,
  storageBytes: null,
  servers: null,
  estimates: noEstimates,
  targets: [],
};

describe('the client of the analysis worker', () => {
  let workers: FakeJobWorker[];
  let reports: string[];
  let failures: string[];
  let analysis: AnalysisJobs;
  const worker = (): FakeJobWorker => {
    const newest = workers.at(-1);
    if (newest === undefined) throw new Error('no worker was started');
    return newest;
  };
  const loads = (): readonly number[] => worker().jobs.map(({ request }) => (request as ReportRequest).load);
  /** Outcomes are promises. */
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };

  beforeEach(() => {
    vi.useFakeTimers();
    const fakes = fakeJobWorkers();
    workers = fakes.all;
    reports = [];
    failures = [];
    analysis = startAnalysis(
      {
        onReport: ({ stage, analysis: of }) => reports.push(`${of?.load} ${stage}`),
        onFailure: (reason, message) => failures.push(`${reason} ${message}`.trim()),
      },
      fakes.spawn,
    );
  });

  afterEach(() => {
    analysis.stop();
    vi.useRealTimers();
  });

  test('passes on both reports of a design', async () => {
    analysis.request(design('a'), 1);
    worker().progress(report('means'));
    worker().respond(report('percentiles'));
    await settled();
    expect(reports).toEqual(['1 means', '1 percentiles']);
  });

  test('sends to the worker that was started before there was a request', () => {
    analysis.prepare();
    expect(workers).toHaveLength(1);
    analysis.request(design('a'), 1);
    expect(workers).toHaveLength(1);
    expect(worker().jobs).toHaveLength(1);
  });

  test('sends only the newest of the requests that came while it was busy', () => {
    analysis.request(design('a'), 1);
    analysis.request(design('a'), 2);
    analysis.request(design('a'), 3);
    worker().progress(report('means'));
    expect(loads()).toEqual([1, 3]);
  });

  test('drops the percentiles of a request that has been overtaken', async () => {
    analysis.request(design('a'), 1);
    analysis.request(design('a'), 2);
    worker().progress(report('means'));
    worker().respond(report('percentiles'), 1);
    worker().progress(report('means', 2));
    await settled();
    expect(reports).toEqual(['1 means', '2 means']);
  });

  test('does not pass on figures of a design that has been left', async () => {
    analysis.request(design('a'), 1);
    analysis.request(design('b'), 2);
    worker().progress(report('means'), 1);
    worker().progress(report('means', 2), 2);
    await settled();
    expect(reports).toEqual(['2 means']);
  });

  test('replaces a worker that is silent for five seconds, says so, and sends what waited', async () => {
    analysis.request(design('a'), 1);
    analysis.request(design('a'), 2);
    vi.advanceTimersByTime(5_000);
    await settled();
    expect(failures).toEqual(['hung']);
    expect(workers.map((one) => one.terminated)).toEqual([true, false]);
    expect(loads()).toEqual([2]);
  });

  test('gives the percentiles the rest of the same five seconds', async () => {
    analysis.request(design('a'), 1);
    vi.advanceTimersByTime(4_000);
    worker().progress(report('means'));
    vi.advanceTimersByTime(1_000);
    await settled();
    expect(failures).toEqual(['hung']);
  });

  test('does not send again what made the worker throw', async () => {
    analysis.request(design('a'), 1);
    worker().throw('no such kind');
    await settled();
    expect(failures).toEqual(['threw no such kind']);
    expect(workers).toHaveLength(1);
    analysis.request(design('a'), 2);
    expect(workers).toHaveLength(2);
    expect(loads()).toEqual([2]);
  });

  test('sends a worker what changed in the design since the request before, and a new worker all of it', async () => {
    const cache = { id: 'cache', kind: 'cache' };
    const of = (name: string): AnalyzedDesign => ({
      id: 'a',
      name: 'a',
      system: { nodes: [cache, { id: 'api', kind: 'service', name }] },
    });
    const sentNodes = () =>
      worker().jobs.map(({ request }) =>
        (request as SentReport).design.lists.nodes?.fresh.map(({ id }) => id),
      );
    analysis.request(of('One'), 1);
    worker().respond(report('percentiles'));
    await settled();
    analysis.request(of('Two'), 1);
    expect(sentNodes()).toEqual([['cache', 'api'], ['api']]);
    worker().throw('out of memory');
    await settled();
    analysis.request(of('Three'), 1);
    expect(sentNodes()).toEqual([['cache', 'api']]);
  });

  test('does not start workers without end where the worker itself cannot be loaded', async () => {
    analysis.request(design('a'), 1);
    worker().throw('cannot be loaded');
    worker().throw('cannot be loaded');
    await settled();
    expect(workers).toHaveLength(1);
    expect(failures).toHaveLength(1);
  });

  test('after its response nothing is waited for', async () => {
    analysis.request(design('a'), 1);
    worker().progress(report('means'));
    worker().respond(report('percentiles'));
    vi.advanceTimersByTime(60_000);
    await settled();
    expect(failures).toEqual([]);
  });

  const words = { id: 'a', code: 'A-01', title: 'A', why: 'For it', source: { text: 'A book' } };

  test('gives each look-up its own response, in whatever order they come', async () => {
    const first = analysis.lookUp('rule', { id: 'a' });
    const second = analysis.lookUp('rule', { id: 'b' });
    expect(worker().jobs.map(({ request }) => request)).toEqual([
      { about: 'rule', request: { id: 'a' } },
      { about: 'rule', request: { id: 'b' } },
    ]);
    worker().respond(null, 2);
    worker().respond(words, 1);
    expect(await first).toEqual(words);
    expect(await second).toBeNull();
  });

  test('a look-up neither waits for the analysis nor is dropped for a newer request', async () => {
    analysis.request(design('a'), 1);
    const found = analysis.lookUp('rule', { id: 'a' });
    analysis.request(design('a'), 2);
    expect(worker().jobs).toHaveLength(2);
    worker().progress(report('means'), 1);
    worker().respond(words, 2);
    expect(await found).toEqual(words);
    expect(reports).toEqual(['1 means']);
  });

  test('a look-up at which the worker fails, or that it never responds to, finds nothing', async () => {
    const thrown = analysis.lookUp('rule', { id: 'a' });
    worker().throw('no such rule');
    expect(await thrown).toBeNull();
    const silent = analysis.lookUp('rule', { id: 'a' });
    vi.advanceTimersByTime(60_000);
    expect(await silent).toBeNull();
    const stopped = analysis.lookUp('rule', { id: 'a' });
    analysis.stop();
    expect(await stopped).toBeNull();
  });
});
