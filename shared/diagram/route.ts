import type { ResolvedDesign } from '../catalog/resolved';
import type { Box, Design, EdgeStyle, Point, Side } from '../model/schema';
import { drawnEdges } from './drawn-edges';
import { directLine, joined, linesOf, styleOf } from './edge-lines';
import { handlesOf, type LabelledEdge, type LabelPlace, labelPlaces } from './label-places';
import { arrowHead, arrowHeadFrom, curvedPath, roundedPath, simplified } from './path';
import type { Ports, RouteEdge } from './ports';
import { elbowBetween } from './route-plan';
import { type SpatialIndex, spatialIndex } from './spatial-index';
import { uncounted, type Work } from './work';

/** The line of an edge as it is drawn. */
export interface Route {
  /** SVG path data, corners rounded. */
  readonly path: string;
  /** SVG path data of the open arrow head at its end. */
  readonly arrow: string;
  /** Its corners, from the card it leaves to the card it enters; of a curved one, those that it is bent towards. */
  readonly points: readonly Point[];
  /** What is drawn, as straight pieces: the corners, but for a curved line. */
  readonly line: readonly Point[];
  readonly style: EdgeStyle;
  /** Where its label stands; null where there is no room for one. */
  readonly label: LabelPlace | null;
  readonly fromSide: Side;
  readonly toSide: Side;
}

type Unlabelled = Omit<Route, 'label'>;

function drawnAlong(
  points: readonly Point[],
  style: EdgeStyle,
  { from, to }: Ports,
  isClear: (area: Box) => boolean,
): Unlabelled {
  const ends = { points, style, fromSide: from.side, toSide: to.side };
  const tip = points.at(-1) ?? to;
  if (style === 'curved') {
    const { path, line } = curvedPath(points, isClear);
    return { ...ends, path, line, arrow: arrowHead(tip, to.side) };
  }
  const arrow = style === 'straight' ? arrowHeadFrom(points.at(-2) ?? from, tip) : arrowHead(tip, to.side);
  return { ...ends, path: roundedPath(points), line: points, arrow };
}

const styled = (style: EdgeStyle | undefined) => (style === undefined ? {} : { style });

/**
 * Routing's view of a design's edges: their ends, and what a person placed. Where a collapsed group represents an end, bends and sides
 * wait for it to be expanded, and edges between the same two ends are one.
 */
export function routeEdgesOf(design: Design, resolved: ResolvedDesign): readonly RouteEdge[] {
  const placed = design.layout?.edges ?? {};
  const usual = design.layout?.edgeStyle;
  const collapsed = drawnEdges(design);
  return resolved.edges.flatMap(({ id, from, to }): RouteEdge[] => {
    const own = Object.hasOwn(placed, id) ? placed[id] : undefined;
    const drawn = collapsed.get(id);
    if (drawn !== undefined)
      return drawn?.id !== id ? [] : [{ id, from: drawn.from, to: drawn.to, ...styled(own?.style ?? usual) }];
    return [
      {
        id,
        from,
        to,
        ...(own?.points === undefined ? {} : { points: own.points }),
        ...(own?.fromSide === undefined ? {} : { fromSide: own.fromSide }),
        ...(own?.toSide === undefined ? {} : { toSide: own.toSide }),
        ...styled(own?.style ?? usual),
      },
    ];
  });
}

const usualWidth = 72;
/** Of a label whose shorter wordings are not given. */
const narrower = [1, 0.75, 0.5] as const;

/** px of an edge's label, or of all its wordings from the wanted one to the shortest; 0 or none for no label. */
export type LabelWidthsOf = (edgeId: string) => number | readonly number[];

function widthsOf(widths: number | readonly number[]): readonly number[] {
  if (typeof widths !== 'number') return widths;
  return widths > 0 ? narrower.map((part) => part * widths) : [];
}

/**
 * How much each part of routing may look at before the rest of the edges are drawn in the simplest way. Ordinary designs are
 * far below: 4500 edges laid out by layer need 440 an edge to be planned and 230 to be labelled.
 */
const mostWork = (edgeCount: number, whole: number) => ({
  planning: Math.min(whole, 2_000_000 + 800 * edgeCount),
  searching: Math.min(whole, 500_000 + 150 * edgeCount),
  spreading: Math.min(whole, 500_000 + 100 * edgeCount),
  labelling: Math.min(whole, 2_000_000 + 500 * edgeCount),
});
/** Counted for an edge whatever it passes. */
const leastPerEdge = 60;

/**
 * The routes of all edges of a design at once, by edge id: orthogonal, around cards, spread over the sides of a card and over
 * the lanes of a gutter, labels clear of cards and of each other. The same input gives the same routes; an edge one of whose
 * cards has no box has none. `labelWidthsOf` gives the px of a label, and of its shorter wordings, as `EdgeLabel.alternatives` does.
 * Where so much lies on each other that too much was looked at, the last edges are drawn through cards and without labels.
 */
export function routesOf(
  edges: readonly RouteEdge[],
  boxes: ReadonlyMap<string, Box>,
  labelWidthsOf: LabelWidthsOf = () => usualWidth,
  labelScale = 1,
): ReadonlyMap<string, Route> {
  return routesWithin(Number.POSITIVE_INFINITY, edges, boxes, labelWidthsOf, labelScale) ?? new Map();
}

/** The same routes where no more than so much is looked at for them; null where it is more, and soon. */
export function routesWithin(
  wholeWork: number,
  edges: readonly RouteEdge[],
  boxes: ReadonlyMap<string, Box>,
  labelWidthsOf: LabelWidthsOf = () => usualWidth,
  labelScale = 1,
): ReadonlyMap<string, Route> | null {
  const lines = drawnLines(wholeWork, edges, boxes);
  return lines === null ? null : labelledRoutes(lines, labelWidthsOf, labelScale);
}

/** The lines of all edges and what labels are placed by, for one who places labels anew where the lines stay. */
export interface DrawnLines {
  readonly drawn: ReadonlyMap<string, Unlabelled>;
  readonly cards: SpatialIndex;
  readonly work: Work;
  /** What was counted before the first label was placed. */
  readonly done: number;
  readonly wholeWork: number;
}

/** The lines of `routesWithin`; null where more is looked at for them than that. */
export function drawnLines(
  wholeWork: number,
  edges: readonly RouteEdge[],
  boxes: ReadonlyMap<string, Box>,
): DrawnLines | null {
  if (edges.length * leastPerEdge > wholeWork) return null;
  const work: Work = { done: edges.length * leastPerEdge };
  const cards = cardsOf(boxes.values(), work);
  const ends = joined(edges, boxes);
  const lines = linesOf(ends, cards, work, mostWork(edges.length, wholeWork));
  if (work.done > wholeWork) return null;
  const drawn = new Map(
    ends.map(({ edge, ports }, index) => [
      edge.id,
      drawnAlong(lines[index] ?? [], styleOf(edge), ports, (area) => !cards.hits(area)),
    ]),
  );
  return { drawn, cards, work, done: work.done, wholeWork };
}

/** The routes of `routesWithin`, along lines that are known; the same however often labels were placed along them before. */
export function labelledRoutes(
  { drawn, cards, work, done, wholeWork }: DrawnLines,
  labelWidthsOf: LabelWidthsOf,
  labelScale = 1,
): ReadonlyMap<string, Route> | null {
  work.done = done;
  const labels = labelPlaces(
    [...drawn].map(([id, line]) => labelled(id, line, labelWidthsOf(id))),
    cards,
    work,
    mostWork(drawn.size, wholeWork).labelling,
    labelScale,
  );
  if (work.done > wholeWork) return null;
  return new Map([...drawn].map(([id, line]) => [id, { ...line, label: labels.get(id) ?? null }]));
}

function cardsOf(boxes: Iterable<Box>, work: Work): SpatialIndex {
  const cards = spatialIndex(320, 160, work);
  for (const box of boxes) cards.add(box);
  return cards;
}

const labelled = (
  id: string,
  { line, points }: Unlabelled,
  widths: number | readonly number[],
): LabelledEdge => ({
  id,
  line,
  handles: handlesOf(points),
  labelWidths: widthsOf(widths),
});

/**
 * Routes by the ends of the edges alone, without labels: what can be shown at once while those of `routesOf` are worked out.
 * An edge one of whose cards has no box has none.
 */
export function elbowRoutes(
  edges: readonly RouteEdge[],
  boxes: ReadonlyMap<string, Box>,
): ReadonlyMap<string, Route> {
  return new Map(
    joined(edges, boxes).map(({ edge, ports }) => {
      const bends = edge.points ?? [];
      const style = styleOf(edge);
      const points = style === 'straight' ? directLine(ports, bends) : simplified(elbowBetween(ports, bends));
      return [edge.id, { ...drawnAlong(points, style, ports, () => true), label: null }];
    }),
  );
}

/** What is asked of a route of one edge by itself. */
export interface LoneEdge {
  readonly from: Box;
  readonly to: Box;
  readonly points?: readonly Point[];
  readonly fromSide?: Side;
  readonly toSide?: Side;
  readonly style?: EdgeStyle;
}

/** The route of one edge by itself, without regard for others: for one that is being dragged. It passes none of `others`. */
export function routeOf({ from, to, ...own }: LoneEdge, others: Iterable<Box> = []): Route {
  const edge = { id: '', from: 'from', to: 'to', ...own };
  const boxes = new Map([['from', from] as const, ['to', to] as const]);
  const cards = cardsOf([from, to, ...others], uncounted());
  const most = mostWork(1, Number.POSITIVE_INFINITY);
  const ends = joined([edge], boxes);
  const [end] = ends;
  if (end === undefined) throw new Error('An edge with both its cards has a place to touch them.');
  const [points = []] = linesOf(ends, cards, uncounted(), most);
  const route = drawnAlong(points, styleOf(edge), end.ports, (area) => !cards.hits(area));
  const labels = labelPlaces([labelled('', route, usualWidth)], cards, uncounted(), most.labelling);
  return { ...route, label: labels.get('') ?? null };
}
