import { createStore } from 'zustand/vanilla';
import { useDocument } from '../store/document';
import { editorHook, perEditor } from '../store/editors';
import styles from './HopLabel.module.css';
import { useShownDesign } from './lanes/shown';
import { partBoxes } from './part-boxes';

/** What is said on the canvas of the hop that is followed: at which part, and how much of the time it takes. */
interface ShownHop {
  readonly node: string | null;
  readonly words: string;
}

export const shownHopOf = perEditor(() => createStore<ShownHop>(() => ({ node: null, words: '' })));

const useShownHop = editorHook(shownHopOf);

/** Over the card of the hop that is followed: its share of the request's time. */
export function HopLabel() {
  const node = useShownHop((state) => state.node);
  const words = useShownHop((state) => state.words);
  const hasDesign = useDocument((state) => state.design !== null);
  const design = useShownDesign();
  if (node === null || design === null || !hasDesign) return null;
  const box = partBoxes(design).get(node);
  if (box === undefined) return null;
  const at = `translate(${box.x + box.width / 2}px, ${box.y}px) translate(-50%, calc(-100% - 10px))`;
  return (
    <div className={styles.label} style={{ transform: at }} data-hop-label="" aria-hidden="true">
      {words}
    </div>
  );
}
