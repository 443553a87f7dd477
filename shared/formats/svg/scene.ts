import type { Analysis } from '../../analysis/analysis';
import type { ResolvedDesign } from '../../catalog/resolved';
import {
  type EdgeLabel,
  labelWidthsOf,
  type PlacedLabel,
  placedLabel,
  shownLabel,
} from '../../diagram/edge-label';
import { type FigureIndex, figuresOf } from '../../diagram/figures';
import { type Route, routeEdgesOf, routesOf } from '../../diagram/route';
import { arrangementOf } from '../../layout/arrangement';
import { markBoxes, nodeBoxes } from '../../layout/geometry';
import type { Box, Design } from '../../model/schema';
import type { SvgOptions } from './picture';

/** All that is drawn, and where. */
export interface Scene {
  readonly cards: ReadonlyMap<string, Box>;
  readonly groups: ReadonlyMap<string, Box>;
  readonly marks: ReadonlyMap<string, Box>;
  readonly routes: ReadonlyMap<string, Route>;
  readonly figures: FigureIndex;
  readonly labelOf: (edgeId: string) => EdgeLabel | null;
}

/** What is drawn of a design, and where. */
export function sceneOf(
  design: Design,
  resolved: ResolvedDesign,
  analysis: Analysis | null,
  options: SvgOptions,
): Scene {
  const wanted = options.only === undefined ? null : new Set(options.only);
  const kept = (boxes: Iterable<readonly [string, Box]>) =>
    new Map([...boxes].filter(([id]) => wanted === null || wanted.has(id)));
  const arrangement = arrangementOf(design, resolved);
  const cards = kept(nodeBoxes(resolved, arrangement.places));
  const figures = figuresOf(resolved, analysis, options.language);
  const labelOf = (id: string) => {
    const label = figures.edge(id);
    return label === null ? null : shownLabel(label, options.showFigures !== false);
  };
  const routes = routesOf(routeEdgesOf(design, resolved), cards, (id) => {
    const label = labelOf(id);
    return label === null ? [] : labelWidthsOf(label);
  });
  return {
    cards,
    groups: kept(Object.entries(arrangement.boxes)),
    marks: kept(markBoxes(design)),
    routes,
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
