import { createAnalyzer } from '../../shared/analysis/analyzer';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { evaluateRules } from '../../shared/rules/evaluate';
import { lookUp } from './look-ups';
import type { AnalysisReport, AnalysisRequest, AnalysisResponse } from './protocol';
import { serveJobs } from './serve-jobs';

/** A request brings a copy of the document, of which only what was edited is worked out again. */
const analyzer = createAnalyzer();

function reportOf(design: ResolvedDesign, load: number, stage: AnalysisReport['stage']): AnalysisReport {
  const result = analyzer.analyze(design, { load, percentiles: stage === 'percentiles' });
  const analysis = result.ok ? result.analysis : null;
  const errors = result.ok ? [] : result.errors;
  const { findings, suppressed } = evaluateRules({ design, analysis, errors });
  return { stage, analysis, errors, findings, suppressed };
}

/** Lets the messages in that came while the worker was busy. */
const messagesReceived = (): Promise<void> => new Promise((go) => setTimeout(go, 0));

serveJobs<AnalysisRequest, AnalysisResponse, AnalysisReport>(async (wanted, { signal, report }) => {
  if (wanted.about !== 'report') return lookUp(wanted, analyzer);
  const design = analyzer.resolveCopy(wanted.design);
  const means = reportOf(design, wanted.load, 'means');
  report(means);
  await messagesReceived();
  // Nobody waits for the response to an aborted request.
  return signal.aborted ? means : reportOf(design, wanted.load, 'percentiles');
});
