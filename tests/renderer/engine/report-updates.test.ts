import { expect, test } from 'vitest';
import { withKeptFigures } from '../../../renderer/engine/kept-figures';
import type { AnalysisReport } from '../../../renderer/engine/protocol';
import { createReportReceiver, createReportSender } from '../../../renderer/engine/report-updates';
import { createReport } from '../../../renderer/store/editor/report';
import { createAnalyzer } from '../../../shared/analysis/analyzer';
import type { Design, Node } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { sceneOf } from '../../bench/scene';

/** The last service of a row: what nothing else waits for. */
const edited = 'n-3-5';

const withReplicas = (design: Design, replicas: number): Design => ({
  ...design,
  system: {
    ...design.system,
    nodes:
      design.system.nodes?.map(
        (node): Node => (node.id === edited ? { ...node, config: { replicas } } : node),
      ) ?? [],
  },
});

/** Both reports of a design, as the worker makes them. */
function reporter() {
  const analyzer = createAnalyzer();
  return (design: Design): readonly AnalysisReport[] =>
    (['means', 'percentiles'] as const).map((stage) => {
      const resolved = analyzer.resolve(design);
      const result = analyzer.analyze(resolved, { percentiles: stage === 'percentiles' });
      const analysis = result.ok ? result.analysis : null;
      const errors = result.ok ? [] : result.errors;
      return { stage, analysis, errors, ...evaluateRules({ design: resolved, analysis, errors }) };
    });
}

/** What a report is once it went from one thread to the other. */
function channel() {
  const [sender, receive] = [createReportSender(), createReportReceiver()];
  return (report: AnalysisReport) => {
    const update = structuredClone(sender.updateOf(report));
    return { update, report: receive(update) };
  };
}

const scene = sceneOf(110);
const withoutFlows: Design = { ...scene, system: { ...scene.system, flows: [] } };
const smaller = sceneOf(55);

test('every report arrives as it was sent, whatever came before it', () => {
  const [reportsOf, send] = [reporter(), channel()];
  for (const design of [scene, withReplicas(scene, 1), scene, withoutFlows, smaller, scene])
    for (const report of reportsOf(design)) expect(send(report).report).toEqual(report);
});

test('of a design with one edit what changed is sent, and all else stays the same objects', () => {
  const [reportsOf, send] = [reporter(), channel()];
  const [, before] = reportsOf(scene).map((report) => send(report));
  const [, next] = reportsOf(withReplicas(scene, 7));
  if (before === undefined || next === undefined) throw new Error('There are two reports.');
  const after = send({ ...next, stage: 'percentiles' });
  const size = (value: unknown): number => JSON.stringify(value).length;
  // Means stand between both: what is sent is an update of the last report alone.
  expect(size(after.update)).toBeLessThan(size(after.report) / 2);
  const nodeOf = (of: AnalysisReport, id: string) => of.analysis?.nodes.find((node) => node.id === id);
  expect(nodeOf(after.report, edited)).not.toBe(nodeOf(before.report, edited));
  expect(nodeOf(after.report, 'n-9-1')).toBe(nodeOf(before.report, 'n-9-1'));
});

test('a finding that comes moves those after it, which stay the same objects', () => {
  const [reportsOf, send] = [reporter(), channel()];
  const [, second] = reportsOf(scene);
  if (second === undefined) throw new Error('There are two reports.');
  const [first, ...rest] = second.findings;
  if (first === undefined) throw new Error('The scene has findings.');
  const without = send({ ...second, findings: rest }).report.findings;
  const { update, report } = send(second);
  expect(report.findings.slice(1).every((finding, i) => finding === without[i])).toBe(true);
  expect(update.lists.findings?.fresh).toEqual([first]);
});

test('a worker that is started anew begins with a whole report', () => {
  const [reportsOf, receive] = [reporter(), createReportReceiver()];
  const [means, percentiles] = reportsOf(scene);
  if (means === undefined || percentiles === undefined) throw new Error('There are two reports.');
  receive(createReportSender().updateOf(means));
  expect(receive(createReportSender().updateOf(percentiles))).toEqual(percentiles);
});

test('means keep the percentiles and limits of the report before, but of what is saturated', () => {
  const reportsOf = reporter();
  const [, before] = reportsOf(scene);
  const [means] = reportsOf(withReplicas(scene, 7));
  if (!before?.analysis || !means?.analysis) throw new Error('The scene has figures.');
  const kept = withKeptFigures(
    {
      ...means.analysis,
      flows: means.analysis.flows.map((flow, i) => ({
        ...flow,
        maxRateRps: null,
        bottleneck: null,
        meanMs: i === 0 ? null : flow.meanMs,
      })),
    },
    before.analysis,
  );
  const [saturated, flow] = kept.flows;
  expect(saturated).toMatchObject({ p99Ms: null, maxRateRps: before.analysis.flows[0]?.maxRateRps });
  expect(flow).toMatchObject({
    meanMs: means.analysis.flows[1]?.meanMs,
    p99Ms: before.analysis.flows[1]?.p99Ms,
    bottleneck: before.analysis.flows[1]?.bottleneck,
  });
  expect(kept.nodes.map(({ p99Ms }) => p99Ms)).toEqual(before.analysis.nodes.map(({ p99Ms }) => p99Ms));
  expect(withKeptFigures(means.analysis, { ...before.analysis, design: { id: 'other', name: '' } })).toBe(
    means.analysis,
  );
});

test('the findings of a part are the same list while they are the same', () => {
  const [reportsOf, send] = [reporter(), channel()];
  const { report, receiveReport } = createReport();
  for (const of of reportsOf(scene)) receiveReport(send(of).report);
  const before = report.getState();
  for (const of of reportsOf(withReplicas(scene, 7))) receiveReport(send(of).report);
  const after = report.getState();
  const [target = ''] = [...before.findingsOf.keys()].filter((id) => id.startsWith('n-9'));
  expect(after.findingsOf.get(target)).toBe(before.findingsOf.get(target));
  expect(after.edges).toBe(before.edges);
});
