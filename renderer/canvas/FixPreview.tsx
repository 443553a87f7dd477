import { useEffect, useMemo } from 'react';
import { inLanes } from '../../shared/edits/in-lanes';
import type { Change } from '../../shared/model/changes';
import type { Design } from '../../shared/model/schema';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import { useView } from '../store/view';
import { fixGhosts } from './fix-ghosts';
import { GhostParts } from './GhostParts';
import { boundsOf, partBoxes } from './part-boxes';
import { reveal } from './viewport';

/** While a quick fix is pointed at: what it would add as outlines, and what it would change or remove marked where it is. */
export function FixPreview() {
  const changes = useView((state) => state.previewedFix);
  const design = useDocument((state) => state.design);
  if (changes === null || design === null) return null;
  return <Ghosts changes={changes} design={design} />;
}

interface GhostsProps {
  readonly changes: readonly Change[];
  readonly design: Design;
}

function Ghosts({ changes, design }: GhostsProps) {
  const editor = useEditor();
  const { setView } = editor;
  const lanes = useView((state) => state.lanes);
  const ghosts = useMemo(() => fixGhosts(design, changes), [design, changes]);
  const boxes = useMemo(() => partBoxes(lanes ? inLanes(design) : design), [design, lanes]);
  const later = useMemo(() => partBoxes(lanes ? inLanes(ghosts.after) : ghosts.after), [ghosts, lanes]);
  useEffect(() => {
    const onEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setView({ previewedFix: null });
    };
    window.addEventListener('keydown', onEscape);
    return () => window.removeEventListener('keydown', onEscape);
  }, [setView]);
  useEffect(() => {
    const seen = [
      ...ghosts.added.map((id) => later.get(id)),
      ...[...ghosts.changed, ...ghosts.removed].map((id) => boxes.get(id)),
    ].flatMap((box) => box ?? []);
    const all = boundsOf(seen);
    // Nothing moves where all of it is in view.
    if (all !== null) reveal(editor, all);
  }, [editor, ghosts, boxes, later]);
  return <GhostParts ghosts={ghosts} boxes={boxes} later={later} />;
}
