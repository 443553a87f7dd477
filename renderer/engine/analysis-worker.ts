import { createAnalyzer } from '../../shared/analysis/analyzer';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { evaluateRules } from '../../shared/rules/evaluate';
import { createDesignReceiver } from './design-updates';
import { withKeptFigures } from './kept-figures';
import { loadStudy } from './load-studies';
import { lookUp, safeFixesOf } from './look-ups';
import type { AnalysisProgress, AnalysisReport, AnalysisResponse, SentRequest } from './protocol';
import { createReportSender } from './report-updates';
import { searchImprovements } from './search-improvements';
import { messagesReceived, serveJobs } from './serve-jobs';
import { searchSizes } from './size-search';

/** A request brings a copy of the document, of which only what was edited is worked out again. */
const analyzer = createAnalyzer();

const sender = createReportSender();

/** Means come first, with what takes longer as it was in the report before: percentiles, and the limits of flows. */
function reportOf(design: ResolvedDesign, load: number, stage: AnalysisReport['stage']): AnalysisReport {
  const isFirst = stage === 'means';
  const result = analyzer.analyze(design, { load, percentiles: !isFirst, limits: !isFirst });
  const before = sender.last()?.analysis ?? null;
  const found = result.ok ? result.analysis : null;
  const analysis = found !== null && isFirst ? withKeptFigures(found, before) : found;
  const errors = result.ok ? [] : result.errors;
  const { findings, suppressed } = evaluateRules({ design, analysis, errors });
  return { stage, analysis, errors, findings, suppressed };
}

const receiveDesign = createDesignReceiver();

serveJobs<SentRequest, AnalysisResponse, AnalysisProgress>(async (wanted, { signal, report }) => {
  switch (wanted.about) {
    case 'report': {
      const design = analyzer.resolveCopy(receiveDesign(wanted.design));
      report(sender.updateOf(reportOf(design, wanted.load, 'means')));
      await messagesReceived();
      // Nobody waits for the response to an aborted request, which is not sent: the next is no update of it.
      return signal.aborted ? null : sender.updateOf(reportOf(design, wanted.load, 'percentiles'));
    }
    case 'curve':
    case 'load-limits':
    case 'growth': {
      const design = analyzer.resolveCopy(wanted.request.design);
      return loadStudy(wanted, design, { signal, report, pause: messagesReceived });
    }
    case 'improvements':
      return searchImprovements(wanted, { signal, report });
    case 'sizes':
      return searchSizes(wanted, { report });
    case 'safe-fixes':
      return safeFixesOf(wanted.request, analyzer, { signal, pause: messagesReceived });
    default:
      return lookUp(wanted, analyzer);
  }
});
