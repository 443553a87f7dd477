import { beforeEach, describe, expect, test } from 'vitest';
import { nudgeSelection } from '../../../../renderer/canvas/arrange';
import { keepLanes } from '../../../../renderer/canvas/lanes/show-lanes';
import { shownDesign } from '../../../../renderer/canvas/lanes/shown';
import { addComponent } from '../../../../renderer/canvas/place';
import { cardAt } from '../../../../renderer/canvas/tools/card-at';
import { connectNodes } from '../../../../renderer/canvas/tools/connect-nodes';
import { currentDesign, openDesign, undo, useDocument } from '../../../../renderer/store/document';
import { activeEditor } from '../../../../renderer/store/editors';
import { select } from '../../../../renderer/store/selection';
import { resetView, setView } from '../../../../renderer/store/view';
import { useWorkspace } from '../../../../renderer/store/workspace';
import { inLanes } from '../../../../shared/edits/in-lanes';
import { partBoxes } from '../../../../shared/edits/part-boxes';
import { edgesOf } from '../../../../shared/model/schema';
import { drawnTinyUrl } from '../../../support/drawn-tinyurl';

const design = () => {
  const open = currentDesign();
  if (open === null) throw new Error('no design is open');
  return open;
};

beforeEach(() => {
  resetView();
  openDesign(drawnTinyUrl);
  setView({ lanes: true });
});

describe('a canvas in lanes', () => {
  test('stores nothing of where things stand in them', () => {
    expect(shownDesign(activeEditor())).toBe(inLanes(drawnTinyUrl));
    expect(design()).toBe(drawnTinyUrl);
    setView({ lanes: false });
    expect(shownDesign(activeEditor())).toBe(drawnTinyUrl);
  });

  test('finds a card where the lanes have it', () => {
    const box = partBoxes(inLanes(drawnTinyUrl)).get('redirect-api');
    expect(cardAt(activeEditor(), { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 })).toBe('redirect-api');
  });

  test('moves nothing, and says how it can be moved', () => {
    select(['cdn']);
    expect(nudgeSelection(activeEditor(), 20, 0)).toBe(false);
    expect(design()).toBe(drawnTinyUrl);
    expect(useWorkspace.getState().toasts.at(-1)?.text).toContain('Keep arrangement');
    keepLanes(activeEditor());
    expect(useWorkspace.getState().toasts).toEqual([]);
  });

  test('takes up what is added and connected; a place of the lanes is not kept', () => {
    const id = addComponent(activeEditor(), 'cache', { near: 'redirect-api', at: { x: 9000, y: 9000 } });
    expect(design().layout?.nodes?.[id]?.x).toBeLessThan(8000);
    expect(inLanes(design()).layout?.nodes).toHaveProperty(id);
    expect(connectNodes(activeEditor(), 'shorten-api', id, { fromSide: 'top', toSide: 'bottom' })).toBe(true);
    const edge = edgesOf(design()).find(({ from, to }) => from === 'shorten-api' && to === id);
    expect(edge).toBeDefined();
    expect(design().layout?.edges?.[edge?.id ?? '']).toBeUndefined();
  });

  test('is kept as one step, and undone as one', () => {
    const shown = inLanes(drawnTinyUrl).layout?.nodes;
    keepLanes(activeEditor());
    expect(activeEditor().view.getState().lanes).toBe(false);
    expect(design().layout?.nodes).toEqual(shown);
    expect(useDocument.getState().past).toHaveLength(1);
    undo();
    expect(design().layout).toEqual(drawnTinyUrl.layout);
  });
});
