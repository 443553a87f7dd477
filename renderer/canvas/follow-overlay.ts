import { partsDrawnAs } from '../../shared/diagram/drawn-parts';
import { nearestFlow } from '../../shared/diagram/nearest-flow';
import { type OverlayContext, overlayOf } from '../../shared/diagram/overlay';
import type { OverlayCard } from '../../shared/diagram/overlay-ids';
import type { Editor } from '../store/editors';
import { resolvedOf } from '../store/report';
import { language } from '../words/language';
import { partName } from '../words/part-names';
import { keeper } from './figure-store';
import { overlayStoreOf } from './overlay-store';

/** The flow of the latency overlay: that of the tables. */
function flowOf(editor: Editor): OverlayContext['flow'] {
  const design = editor.design();
  const flows = editor.report.getState().analysis?.flows ?? [];
  const chosen = editor.view.getState().chosenFlow;
  const figures = flows.find(({ id }) => id === chosen) ?? nearestFlow(flows);
  return design === null || figures === null ? null : { figures, name: partName(design, figures.id) };
}

/** Makes what an editor's cards say in an overlay anew whenever anything it follows from changes. Returns the function that stops it. */
export function followOverlay(editor: Editor): () => void {
  const { document, report, view } = editor;
  const store = overlayStoreOf(editor);
  const keep = keeper<OverlayCard | null>();
  const renew = (): void => {
    const { overlay, figures } = view.getState();
    const { analysis, findings, withheld } = report.getState();
    const design = editor.design();
    if (overlay === 'load' || !figures || analysis === null || design === null) {
      if (store.getState().cardOf !== null) store.setState({ cardOf: null });
      return;
    }
    const { nodes } = resolvedOf(design);
    const cardOf = overlayOf(overlay, {
      analysis,
      isSource: (id) => nodes.get(id)?.behaviour === 'source',
      layerOf: (id) => nodes.get(id)?.layer,
      findings: withheld ? null : findings,
      flow: flowOf(editor),
      language: language(),
    });
    const made = new Map<string, OverlayCard | null>();
    store.setState({
      cardOf: (id) => {
        const known = made.get(id);
        if (known !== undefined) return known;
        const card = keep(id, cardOf(partsDrawnAs(design, id)));
        made.set(id, card);
        return card;
      },
    });
  };
  const stops = [
    // The document with its analysis: names and what is collapsed change without one.
    document.subscribe((state, before) => {
      if (state.design !== before.design && view.getState().overlay !== 'load') renew();
    }),
    report.subscribe((state, before) => {
      if (state.analysis !== before.analysis || state.findings !== before.findings) renew();
    }),
    view.subscribe((state, before) => {
      const isSame =
        state.overlay === before.overlay &&
        state.figures === before.figures &&
        state.chosenFlow === before.chosenFlow;
      if (!isSame) renew();
    }),
  ];
  renew();
  return () => {
    for (const stop of stops) stop();
  };
}
