import { useEffect, useState } from 'react';
import type { RequestHop } from '../../../shared/analysis/request-path';
import { collapsedParts } from '../../../shared/model/collapsed';
import { foundOf, lightNothing, withDrawn } from '../../canvas/found';
import { shownHopOf } from '../../canvas/HopLabel';
import { shownDesign } from '../../canvas/lanes/shown';
import { partBoxes } from '../../canvas/part-boxes';
import { bringIntoView, motionMs } from '../../canvas/viewport';
import { useDocument } from '../../store/document';
import { type Editor, useEditor } from '../../store/editors';
import { hopTime } from './hop-words';

/** How long a hop stays lit while they are played, ms: longer for one that takes more of the time. */
const leastStayMs = 700;
const addedStayMs = 1800;

/** Room that the panel takes at the right of the canvas, and the label over a card above it, px. */
const clearance = { topPx: 32, rightPx: 330 } as const;

export interface Hops {
  /** Which hop is lit. */
  readonly at: number;
  readonly isPlaying: boolean;
  /** Lights a hop, and no longer plays. */
  readonly goTo: (at: number) => void;
  readonly togglePlaying: () => void;
}

const partsOf = ({ node, edge }: RequestHop): readonly string[] => (edge === null ? [node] : [node, edge]);

/** Lights a hop on the canvas with its share of the time; the others on the way stay as always, and the rest is dimmed. */
function light(editor: Editor, hops: readonly RequestHop[], hop: RequestHop): void {
  const design = editor.design();
  if (design === null) return;
  foundOf(editor).setState({
    ids: withDrawn(design, partsOf(hop)),
    beside: withDrawn(design, hops.flatMap(partsOf)),
  });
  const card = collapsedParts(design).within.get(hop.node) ?? hop.node;
  shownHopOf(editor).setState({ node: card, words: hopTime(hop) });
}

function bringHopIntoView(editor: Editor, { node }: RequestHop): void {
  const design = shownDesign(editor);
  if (design === null) return;
  const box = partBoxes(design).get(collapsedParts(design).within.get(node) ?? node);
  if (box !== undefined) bringIntoView(editor, box, clearance);
}

/** Which hop of a request is lit on the canvas, and whether they are lit one after the other. */
export function useHops(hops: readonly RequestHop[]): Hops {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const [chosen, setChosen] = useState(0);
  // Who wants no motion steps through the hops by hand, unless it is asked for.
  const [plays, setPlays] = useState(() => motionMs() > 0);
  const last = hops.length - 1;
  const at = Math.min(chosen, last);
  const hop = hops[at];
  const isPlaying = plays && at < last;
  useEffect(() => {
    if (hop !== undefined && design !== null) light(editor, hops, hop);
  }, [editor, design, hops, hop]);
  useEffect(() => {
    if (hop !== undefined) bringHopIntoView(editor, hop);
  }, [editor, hop]);
  useEffect(
    () => () => {
      lightNothing(editor);
      shownHopOf(editor).setState({ node: null, words: '' });
    },
    [editor],
  );
  useEffect(() => {
    if (!isPlaying || hop === undefined) return undefined;
    const timer = setTimeout(() => setChosen(at + 1), leastStayMs + addedStayMs * (hop.share ?? 0));
    return () => clearTimeout(timer);
  }, [isPlaying, at, hop]);
  return {
    at,
    isPlaying,
    goTo: (next) => {
      setPlays(false);
      setChosen(Math.min(last, Math.max(0, next)));
    },
    togglePlaying: () => {
      if (!isPlaying && at >= last) setChosen(0);
      setPlays(!isPlaying);
    },
  };
}
