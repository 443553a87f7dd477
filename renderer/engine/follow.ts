import { useDocument } from '../store/document';
import { clearReport, receiveAnswer, useReport } from '../store/report';
import { useView } from '../store/view';
import { t } from '../words/t';
import { type Engine, type Inquire, questionOf, startEngine } from './client';

/** Figures older than this are dimmed until the new ones come. */
const dimAfterMs = 150;

/** When the worker is loaded, were there nothing to ask until then. */
const prepareAfterMs = 250;

let running: Engine | null = null;

/** Looks something up in the worker; null where it cannot be had. */
export const inquire: Inquire = async (about, asked) => (await running?.inquire(about, asked)) ?? null;

/** Asks the worker whenever the system or the load changes, and keeps the report. Returns the function that stops it. */
export function followDocument(start: typeof startEngine = startEngine): () => void {
  let dim: ReturnType<typeof setTimeout> | undefined;
  const engine: Engine = start({
    onAnswer(answer) {
      if (answer.stage === 'percentiles' || answer.analysis === null) clearTimeout(dim);
      receiveAnswer(answer);
    },
    onFailure(reason, message) {
      clearTimeout(dim);
      const text =
        reason === 'hung'
          ? t('The analysis took longer than five seconds and was started again; the figures are of before.')
          : t('The analysis failed on this design ({message}); the figures are of before.', { message });
      useReport.setState({ failure: text, stale: true });
    },
  });
  running = engine;
  const ask = (): void => {
    const { design } = useDocument.getState();
    if (design === null) return;
    clearTimeout(dim);
    dim = setTimeout(() => useReport.setState({ stale: true }), dimAfterMs);
    engine.ask(questionOf(design), useView.getState().load);
  };
  const stopDocument = useDocument.subscribe((state, before) => {
    if (state.design?.id !== before.design?.id) clearReport();
    if (state.design?.system !== before.design?.system) ask();
  });
  const stopView = useView.subscribe((state, before) => {
    if (state.load !== before.load) ask();
  });
  ask();
  // The first page is drawn first; a person then takes longer to choose than the worker to load.
  const early = setTimeout(engine.prepare, prepareAfterMs);
  return () => {
    clearTimeout(early);
    clearTimeout(dim);
    stopDocument();
    stopView();
    running = null;
    engine.stop();
  };
}
