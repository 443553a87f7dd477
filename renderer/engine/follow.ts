import { activeEditor, type Editor } from '../store/editors';
import { t } from '../words/t';
import { type Engine, type Inquire, questionOf, startEngine } from './client';

/** Figures older than this are dimmed until the new ones come. */
const dimAfterMs = 150;

/** When the worker is loaded, were there nothing to ask until then. */
const prepareAfterMs = 250;

const engines = new WeakMap<Editor, Engine>();

/** Looks something up in the active editor's worker; null where it cannot be had. */
export const inquire: Inquire = async (about, asked) =>
  (await engines.get(activeEditor())?.inquire(about, asked)) ?? null;

/** Asks a worker whenever an editor's system or load changes, and keeps its report. Returns the function that stops it. */
export function followDocument(editor: Editor, start: typeof startEngine = startEngine): () => void {
  const { document, report, view } = editor;
  let dim: ReturnType<typeof setTimeout> | undefined;
  const engine: Engine = start({
    onAnswer(answer) {
      if (answer.stage === 'percentiles' || answer.analysis === null) clearTimeout(dim);
      editor.receiveAnswer(answer);
    },
    onFailure(reason, message) {
      clearTimeout(dim);
      const text =
        reason === 'hung'
          ? t('The analysis took longer than five seconds and was started again; the figures are of before.')
          : t('The analysis failed on this design ({message}); the figures are of before.', { message });
      report.setState({ failure: text, stale: true });
    },
  });
  engines.set(editor, engine);
  const ask = (): void => {
    const design = editor.design();
    if (design === null) return;
    clearTimeout(dim);
    dim = setTimeout(() => report.setState({ stale: true }), dimAfterMs);
    engine.ask(questionOf(design), view.getState().load);
  };
  const stopDocument = document.subscribe((state, before) => {
    if (state.design?.id !== before.design?.id) editor.clearReport();
    if (state.design?.system !== before.design?.system) ask();
  });
  const stopView = view.subscribe((state, before) => {
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
    engines.delete(editor);
    engine.stop();
  };
}
