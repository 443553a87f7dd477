import type { Analysis } from '../../analysis/analysis';
import type { ResolvedDesign } from '../../catalog/resolved';
import { figuresWithCollapsed } from '../../diagram/collapsed-figures';
import {
  type EdgeLabel,
  labelWidthsOf,
  type PlacedLabel,
  placedLabel,
  shownLabel,
} from '../../diagram/edge-label';
import { type FigureIndex, figuresOf } from '../../diagram/figures';
import { type Route, routeEdgesOf, routesOf } from '../../diagram/route';
import { inLanes } from '../../edits/in-lanes';
import type { AttachedOf } from '../../layout/annotations/annotation';
import { arrangementOf } from '../../layout/arrangement';
import { attachments, collapsedBox, markBoxes, nodeBoxes } from '../../layout/geometry';
import { collapsedParts } from '../../model/collapsed';
import { markStates } from '../../model/marks';
import type { Box, Design } from '../../model/schema';
import type { Routing, SvgOptions } from './picture';

/** All that is drawn, and where. */
export interface Scene {
  /** Those of components and of collapsed groups. */
  readonly cards: ReadonlyMap<string, Box>;
  readonly groups: ReadonlyMap<string, Box>;
  /** The annotations that are shown. */
  readonly marks: ReadonlyMap<string, Box>;
  /** What arrows end at. */
  readonly attachedOf: AttachedOf;
  readonly routes: ReadonlyMap<string, Route>;
  readonly figures: FigureIndex;
  readonly labelOf: (edgeId: string) => EdgeLabel | null;
}

/** What is drawn of a design that is `standing` as the picture has it, and where. */
export function sceneOf(
  design: Design,
  resolved: ResolvedDesign,
  analysis: Analysis | null,
  options: SvgOptions,
): Scene {
  const { routing, ...placed } = placedParts(design, resolved, analysis, options);
  return { ...placed, routes: options.routes ?? routedOf(routing) };
}

/** What the routes in a picture follow from: it takes a large design long to work them out, which may be done apart. */
export const routingOf = (
  design: Design,
  resolved: ResolvedDesign,
  analysis: Analysis | null,
  options: SvgOptions,
): Routing => placedParts(standing(design, options), resolved, analysis, options).routing;

/** The design with everything where the picture has it. */
export const standing = (design: Design, { lanes }: Pick<SvgOptions, 'lanes'>): Design =>
  lanes === true ? inLanes(design) : design;

const routedOf = ({ edges, boxes, labelWidths }: Routing): ReadonlyMap<string, Route> =>
  routesOf(edges, boxes, (id) => labelWidths.get(id) ?? []);

/** All of a scene but its routes. */
function placedParts(
  design: Design,
  resolved: ResolvedDesign,
  analysis: Analysis | null,
  options: SvgOptions,
): Omit<Scene, 'routes'> & { readonly routing: Routing } {
  const wanted = options.only === undefined ? null : new Set(options.only);
  const kept = (boxes: Iterable<readonly [string, Box]>) =>
    new Map([...boxes].filter(([id]) => wanted === null || wanted.has(id)));
  const arrangement = arrangementOf(design, resolved);
  const { shown, within } = collapsedParts(design);
  const groups = Object.entries(arrangement.boxes).filter(([id]) => !within.has(id));
  const allCards = [
    ...[...nodeBoxes(resolved, arrangement.places)].filter(([id]) => !within.has(id)),
    ...groups.flatMap(([id, box]) => (shown.has(id) ? [[id, collapsedBox(box)] as const] : [])),
  ];
  const cards = kept(allCards);
  const parts = new Map([...groups, ...allCards]);
  const marks = markBoxes(design, parts);
  const { hidden } = markStates(design);
  const figures = figuresWithCollapsed(
    figuresOf(resolved, analysis, options.language),
    design,
    resolved,
    analysis,
    options.language,
  );
  const labelOf = (id: string) => {
    const label = figures.edge(id);
    return label === null ? null : shownLabel(label, options.showFigures !== false);
  };
  const edges = routeEdgesOf(design, resolved);
  const labelWidths = new Map(
    edges.map(({ id }) => {
      const label = labelOf(id);
      return [id, label === null ? [] : labelWidthsOf(label)] as const;
    }),
  );
  return {
    cards,
    groups: kept(groups.filter(([id]) => !shown.has(id))),
    marks: kept([...marks].filter(([id]) => !hidden.has(id))),
    attachedOf: attachments(design, (id) => marks.get(id) ?? parts.get(id)),
    routing: { edges, boxes: cards, labelWidths },
    figures,
    labelOf,
  };
}

/** The labels of edges as they are drawn, by edge id. */
export function labelsOf(scene: Pick<Scene, 'routes' | 'labelOf'>): ReadonlyMap<string, PlacedLabel> {
  const labels = new Map<string, PlacedLabel>();
  for (const [id, route] of scene.routes) {
    const label = scene.labelOf(id);
    const placed = label === null ? null : placedLabel(label, route.label);
    if (placed !== null) labels.set(id, placed);
  }
  return labels;
}
