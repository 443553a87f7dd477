import { createStore } from 'zustand/vanilla';
import { figuresWithCollapsed } from '../../shared/diagram/collapsed-figures';
import { type EdgeLabel, labelWidthsOf, shownLabel } from '../../shared/diagram/edge-label';
import { type CardFigures, type FigureIndex, type FlowRow, figuresOf } from '../../shared/diagram/figures';
import { collapsedParts } from '../../shared/model/collapsed';
import { type Design, edgesOf } from '../../shared/model/schema';
import { type Editor, editorHook, perEditor } from '../store/editors';
import { resolvedOf } from '../store/report';
import { language } from '../words/language';

/**
 * The words and figures on cards and edges. Each is the same object as before where it says the same, so that an
 * analysis draws again only the cards that it changes.
 */
interface FigureState {
  readonly index: FigureIndex | null;
}

export const figureStoreOf = perEditor(() => createStore<FigureState>(() => ({ index: null })));

export const useFigures = editorHook(figureStoreOf);

/** Gives the object that was given before for an id, as long as it says the same. */
export function keeper<T>(): (id: string, fresh: T) => T {
  const shown = new Map<string, { readonly value: T; readonly latest: T; readonly text: string }>();
  return (id, fresh) => {
    const old = shown.get(id);
    if (old !== undefined && old.latest === fresh) return old.value;
    const text = JSON.stringify(fresh);
    const value = old !== undefined && old.text === text ? old.value : fresh;
    shown.set(id, { value, latest: fresh, text });
    return value;
  };
}

function keptIndex(): (fresh: FigureIndex) => FigureIndex {
  const cards = keeper<CardFigures | null>();
  const rows = keeper<readonly FlowRow[]>();
  const labels = keeper<EdgeLabel | null>();
  const waits = keeper<ReturnType<FigureIndex['waitsOn']>>();
  return (fresh) => ({
    status: fresh.status,
    card: (id) => cards(id, fresh.card(id)),
    flowRows: (id) => rows(id, fresh.flowRows(id)),
    edge: (id) => labels(id, fresh.edge(id)),
    waitsOn: (id) => waits(id, fresh.waitsOn(id)),
  });
}

const collapsedOf = ({ design }: { readonly design: Design | null }) =>
  design === null ? null : collapsedParts(design);

/** Makes an editor's figures anew whenever the design or its analysis changes. Returns the function that stops it. */
export function followFigures(editor: Editor): () => void {
  const { document, report } = editor;
  const figures = figureStoreOf(editor);
  const keep = keptIndex();
  const renew = (): void => {
    const { design } = document.getState();
    const { analysis } = report.getState();
    if (design === null) {
      figures.setState({ index: null });
      return;
    }
    const resolved = resolvedOf(design).design;
    const index = figuresOf(resolved, analysis, language());
    figures.setState({ index: keep(figuresWithCollapsed(index, design, resolved, analysis, language())) });
  };
  const stopDocument = document.subscribe((state, before) => {
    if (state.design?.system !== before.design?.system || collapsedOf(state) !== collapsedOf(before)) renew();
  });
  const stopReport = report.subscribe((state, before) => {
    if (state.analysis !== before.analysis) renew();
  });
  renew();
  return () => {
    stopDocument();
    stopReport();
  };
}

const none: readonly FlowRow[] = [];

export const useCardFigures = (id: string): CardFigures | null =>
  useFigures((state) => state.index?.card(id) ?? null);

export const useFlowRows = (id: string): readonly FlowRow[] =>
  useFigures((state) => state.index?.flowRows(id) ?? none);

export const useEdgeLabel = (id: string): EdgeLabel | null =>
  useFigures((state) => state.index?.edge(id) ?? null);

/** Name of the saturated part that this one calls and waits for; who waits through others is not marked. */
export const useWaitsOn = (id: string): string | null =>
  useFigures((state) => {
    const waits = state.index?.waitsOn(id);
    return waits?.direct === true ? waits.name : null;
  });

interface Widths {
  readonly scale: number;
  readonly withFigures: boolean;
  readonly px: readonly number[];
  readonly text: string;
}

/** The widths of a label, worked out once while it is drawn alike. */
const widthsOfLabel = new WeakMap<EdgeLabel, Widths>();

const noWidths: Pick<Widths, 'px' | 'text'> = { px: [], text: '' };

function widthsOf(label: EdgeLabel | null, scale: number, withFigures: boolean): Pick<Widths, 'px' | 'text'> {
  if (label === null) return noWidths;
  const known = widthsOfLabel.get(label);
  if (known !== undefined && known.scale === scale && known.withFigures === withFigures) return known;
  const px = labelWidthsOf(shownLabel(label, withFigures), scale);
  const made = { scale, withFigures, px, text: px.join() };
  widthsOfLabel.set(label, made);
  return made;
}

/** The widths that every edge's label asks for, and all of them as one text to tell whether any changed. */
export function labelWidths(
  index: FigureIndex | null,
  design: Design,
  scale: number,
  withFigures: boolean,
): { readonly widths: ReadonlyMap<string, readonly number[]>; readonly key: string } {
  const widths = new Map<string, readonly number[]>();
  const texts: string[] = [];
  for (const { id } of edgesOf(design)) {
    const { px, text } = widthsOf(index?.edge(id) ?? null, scale, withFigures);
    widths.set(id, px);
    texts.push(text);
  }
  return { widths, key: texts.join(' ') };
}
