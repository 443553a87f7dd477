import { useMemo } from 'react';
import { inLanes } from '../../shared/edits/in-lanes';
import type { Change } from '../../shared/model/changes';
import { type Design, nodesOf } from '../../shared/model/schema';
import { useDocument } from '../store/document';
import { useDrag } from '../store/drag';
import { useView } from '../store/view';
import { CardOutline } from './ConnectionPreview';
import styles from './ConnectionPreview.module.css';
import { useRoutes } from './edges/route-store';
import { fixGhosts } from './fix-ghosts';
import { GhostParts } from './GhostParts';
import { partBoxes } from './part-boxes';

/** Lights the edge on which what is dragged would be inserted, and shows what a kind from the palette would bring there. */
export function DropEdge() {
  const edge = useDrag((state) => state.dropEdge);
  const changes = useDrag((state) => state.dropChanges);
  const design = useDocument((state) => state.design);
  const path = useRoutes((state) => (edge === null ? undefined : state.routes.get(edge)?.path));
  return (
    <>
      {path === undefined ? null : (
        <svg className={styles.layer} aria-hidden="true" data-drop-edge={edge}>
          <path className={styles.edge} d={path} />
        </svg>
      )}
      {changes === null || design === null ? null : <DropGhosts changes={changes} design={design} />}
    </>
  );
}

interface DropGhostsProps {
  readonly changes: readonly Change[];
  readonly design: Design;
}

/** The card that would be new with its edges, and where others go that make room for it. */
function DropGhosts({ changes, design }: DropGhostsProps) {
  const lanes = useView((state) => state.lanes);
  const { ghosts, boxes, later } = useMemo(() => {
    const found = fixGhosts(design, changes);
    return {
      // What leads elsewhere is the edge that is lit.
      ghosts: { ...found, removedEdges: [] },
      boxes: partBoxes(lanes ? inLanes(design) : design),
      later: partBoxes(lanes ? inLanes(found.after) : found.after),
    };
  }, [design, changes, lanes]);
  const moved = nodesOf(design).flatMap(({ id }) => {
    const [from, to] = [boxes.get(id), later.get(id)];
    return from === undefined || to === undefined || (from.x === to.x && from.y === to.y) ? [] : [to];
  });
  return (
    <>
      <svg className={styles.layer} aria-hidden="true">
        {moved.map((box) => (
          <CardOutline key={`${box.x} ${box.y}`} box={box} />
        ))}
      </svg>
      <GhostParts ghosts={ghosts} boxes={boxes} later={later} />
    </>
  );
}
