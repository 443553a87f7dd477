import { routeOf } from '../../shared/diagram/route';
import { card } from '../../shared/layout/geometry';
import type { Box } from '../../shared/model/schema';
import styles from './ConnectionPreview.module.css';
import type { DrawnConnection } from './tools/drawn-connection';

interface ConnectionPreviewProps {
  readonly connection: DrawnConnection;
  /** The card that it leads to is not there yet. */
  readonly withCard: boolean;
}

/** An edge that is not there yet, along the route that it will take. */
export function ConnectionPreview({ connection, withCard }: ConnectionPreviewProps) {
  const { from, to, sides } = connection;
  const route = routeOf({ from, to, ...sides });
  return (
    <g className={styles.line} data-target={!withCard}>
      <path d={route.path} />
      <path d={route.arrow} className={styles.arrow} />
      {withCard ? <CardOutline box={to} /> : null}
    </g>
  );
}

/** Where a card will stand. */
export function CardOutline({ box: { x, y, width, height } }: { readonly box: Box }) {
  return <rect className={styles.card} x={x} y={y} width={width} height={height} rx={card.radius} />;
}
