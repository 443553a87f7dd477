import { useEffect, useMemo } from 'react';
import { inLanes } from '../../shared/edits/in-lanes';
import type { Change } from '../../shared/model/changes';
import { type Box, type Design, edgesOf } from '../../shared/model/schema';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import { useView } from '../store/view';
import { partName } from '../words/part-names';
import { CardOutline, ConnectionPreview } from './ConnectionPreview';
import connection from './ConnectionPreview.module.css';
import { useRoutes } from './edges/route-store';
import styles from './FixPreview.module.css';
import { fixGhosts } from './fix-ghosts';
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
  const routes = useRoutes((state) => state.routes);
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
  const edges = new Map(edgesOf(ghosts.after).map((edge) => [edge.id, edge]));
  return (
    <svg className={connection.layer} aria-hidden="true" data-fix-preview="">
      {ghosts.changedEdges.map((id) => (
        <path key={id} className={connection.edge} d={routes.get(id)?.path ?? ''} />
      ))}
      {ghosts.removedEdges.map((id) => (
        <path key={id} className={styles.removedEdge} d={routes.get(id)?.path ?? ''} />
      ))}
      {ghosts.drawnEdges.map((id) => {
        const edge = edges.get(id);
        const [from, to] = [later.get(edge?.from ?? ''), later.get(edge?.to ?? '')];
        if (from === undefined || to === undefined) return null;
        return <ConnectionPreview key={id} connection={{ from, to, sides: {} }} withCard={false} />;
      })}
      {[...ghosts.changed, ...ghosts.removed].map((id) => (
        <Ring key={id} box={boxes.get(id)} isRemoved={ghosts.removed.includes(id)} />
      ))}
      {ghosts.added.map((id) => {
        const box = later.get(id);
        return box === undefined ? null : <AddedCard key={id} box={box} name={partName(ghosts.after, id)} />;
      })}
    </svg>
  );
}

/** Around a card that would be changed or removed. */
function Ring({ box, isRemoved }: { readonly box: Box | undefined; readonly isRemoved: boolean }) {
  if (box === undefined) return null;
  const around = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 };
  return <rect className={styles.ring} data-removed={isRemoved} {...around} rx={14} />;
}

function AddedCard({ box, name }: { readonly box: Box; readonly name: string }) {
  return (
    <g className={styles.added}>
      <rect {...box} rx={10} className={styles.ground} />
      <CardOutline box={box} />
      <text x={box.x + box.width / 2} y={box.y + box.height / 2}>
        {name}
      </text>
    </g>
  );
}
