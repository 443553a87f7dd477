import { t } from '../i18n/t';
import { useDocument } from '../store/document';
import { clearReport, receiveAnswer, useReport } from '../store/report';
import { useView } from '../store/view';
import { type AnalysisJobs, analyzedPart, type LookUp, startAnalysis } from './analysis-jobs';
import { workerKinds } from './worker-kinds';

/** Figures older than this are dimmed until the new ones come. */
const dimAfterMs = 150;

/** When the worker is loaded, were there no request until then. */
const prepareAfterMs = 250;

let running: AnalysisJobs | null = null;

/** Looks something up in the worker; null where it cannot be had. */
export const lookUp: LookUp = async (about, request) => (await running?.lookUp(about, request)) ?? null;

/** Requests a report whenever the system or the load changes, and keeps it. Returns the function that stops it. */
export function followDocument(start: typeof startAnalysis = startAnalysis): () => void {
  let dim: ReturnType<typeof setTimeout> | undefined;
  const analysis: AnalysisJobs = start({
    onReport(report) {
      if (report.stage === 'percentiles' || report.analysis === null) clearTimeout(dim);
      receiveAnswer(report);
    },
    onFailure(reason, message) {
      clearTimeout(dim);
      const text =
        reason === 'hung'
          ? t(
              'The analysis took longer than {seconds} seconds and was restarted. The figures are from before.',
              {
                seconds: workerKinds.analysis.limitMs / 1000,
              },
            )
          : t('The analysis failed on this design ({message}). The figures are from before.', { message });
      useReport.setState({ failure: text, stale: true });
    },
  });
  running = analysis;
  const request = (): void => {
    const { design } = useDocument.getState();
    if (design === null) return;
    clearTimeout(dim);
    dim = setTimeout(() => useReport.setState({ stale: true }), dimAfterMs);
    analysis.request(analyzedPart(design), useView.getState().load);
  };
  const stopDocument = useDocument.subscribe((state, before) => {
    if (state.design?.id !== before.design?.id) clearReport();
    if (state.design?.system !== before.design?.system) request();
  });
  const stopView = useView.subscribe((state, before) => {
    if (state.load !== before.load) request();
  });
  request();
  // The first page is drawn first; a person then takes longer to choose than the worker to load.
  const early = setTimeout(analysis.prepare, prepareAfterMs);
  return () => {
    clearTimeout(early);
    clearTimeout(dim);
    stopDocument();
    stopView();
    running = null;
    analysis.stop();
  };
}
