import { type Box, edgesOf } from '../../shared/model/schema';
import { partName } from '../words/part-names';
import { CardOutline, ConnectionPreview } from './ConnectionPreview';
import connection from './ConnectionPreview.module.css';
import { useRoutes } from './edges/route-store';
import type { FixGhosts } from './fix-ghosts';
import styles from './GhostParts.module.css';

interface GhostPartsProps {
  readonly ghosts: FixGhosts;
  /** Where parts stand, and where they would. */
  readonly boxes: ReadonlyMap<string, Box>;
  readonly later: ReadonlyMap<string, Box>;
}

/** What an edit that is not made yet would do: what it adds as outlines, and what it changes or removes marked where it is. */
export function GhostParts({ ghosts, boxes, later }: GhostPartsProps) {
  const routes = useRoutes((state) => state.routes);
  const edges = new Map(edgesOf(ghosts.after).map((edge) => [edge.id, edge]));
  return (
    <svg className={`${connection.layer} ${styles.above}`} aria-hidden="true" data-fix-preview="">
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

/** A card that is not there yet, with its name. */
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
