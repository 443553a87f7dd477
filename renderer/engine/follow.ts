import type { Editor } from '../store/editors';
import { t } from '../words/t';
import { type AnalysisJobs, analyzedPart, type Improve, type LookUp, startAnalysis } from './analysis-jobs';
import { workerKinds } from './worker-kinds';

/** Figures older than this are dimmed until the new ones come. */
const dimAfterMs = 150;

/** When the worker is loaded, were there no request until then. */
const prepareAfterMs = 250;

const running = new WeakMap<Editor, AnalysisJobs>();

/** What looks things up in the worker of an editor; it gives null where they cannot be had. */
export const lookUpIn =
  (editor: Editor): LookUp =>
  async (about, request, signal) =>
    (await running.get(editor)?.lookUp(about, request, signal)) ?? null;

/** What searches improvements in the worker of an editor; it gives null where there is none. */
export const improveIn =
  (editor: Editor): Improve =>
  async (request, options) =>
    (await running.get(editor)?.improve(request, options)) ?? null;

/** Requests a report whenever an editor's system or load changes, and keeps it. Returns the function that stops it. */
export function followDocument(editor: Editor, start: typeof startAnalysis = startAnalysis): () => void {
  const { document, report, view } = editor;
  let dim: ReturnType<typeof setTimeout> | undefined;
  const analysis = start({
    onReport(next) {
      if (next.stage === 'percentiles' || next.analysis === null) clearTimeout(dim);
      editor.receiveReport(next);
    },
    onFailure(reason, message) {
      clearTimeout(dim);
      report.setState({ failure: failureText(reason, message), stale: true });
    },
  });
  running.set(editor, analysis);
  const request = (): void => {
    const design = editor.design();
    if (design === null) return;
    clearTimeout(dim);
    dim = setTimeout(() => report.setState({ stale: true }), dimAfterMs);
    analysis.request(analyzedPart(design), view.getState().load);
  };
  const stopDocument = document.subscribe((state, before) => {
    if (state.design?.id !== before.design?.id) editor.clearReport();
    if (state.design?.system !== before.design?.system) request();
  });
  const stopView = view.subscribe((state, before) => {
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
    running.delete(editor);
    analysis.stop();
  };
}

function failureText(reason: 'hung' | 'threw', message: string): string {
  return reason === 'hung'
    ? t('The analysis took longer than {seconds} seconds and was restarted. The figures are from before.', {
        seconds: workerKinds.analysis.limitMs / 1000,
      })
    : t('The analysis failed on this design ({message}). The figures are from before.', { message });
}
