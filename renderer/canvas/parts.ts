import { nodeTitle } from '../../shared/catalog/node-title';
import { type CardForm, cardFormOf } from '../../shared/diagram/card-text';
import type { CardFigures } from '../../shared/diagram/figures';
import type { LayerId } from '../../shared/model/vocabulary';
import { useDocument } from '../store/document';
import { resolvedOf } from '../store/report';
import { language } from '../words/language';

const nodeOf = (state: ReturnType<typeof useDocument.getState>, id: string) =>
  state.design === null ? undefined : resolvedOf(state.design).nodes.get(id);

export const useNodeName = (id: string): string =>
  useDocument((state) => {
    const node = nodeOf(state, id);
    return node === undefined ? '' : nodeTitle(node, language());
  });

export const useNodeIcon = (id: string): string =>
  useDocument((state) => nodeOf(state, id)?.kind.icon ?? 'box');

export const useNodeLayer = (id: string): LayerId =>
  useDocument((state) => nodeOf(state, id)?.layer ?? 'service');

/** How a node's card is laid out. */
export const useCardForm = (id: string, figures: CardFigures | null, withFigures: boolean): CardForm =>
  useDocument((state) => {
    const node = nodeOf(state, id);
    return node === undefined || figures === null ? 'plain' : cardFormOf(node, figures, withFigures);
  });

export const useReadOnly = (): boolean => useDocument((state) => state.readOnly);
