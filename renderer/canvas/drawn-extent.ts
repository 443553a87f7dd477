import { extentOf } from '../../shared/diagram/extent';
import { routeEdgesOf, routesOf } from '../../shared/diagram/route';
import { nodeBoxes } from '../../shared/layout/geometry';
import { type Box, type Design, groupsOf, marksOf } from '../../shared/model/schema';
import type { Editor } from '../store/editors';
import { resolvedOf } from '../store/report';
import { labelScaleOf } from './detail';
import { type Routes, routesOf as shownRoutesOf } from './edges/route-store';
import { figureStoreOf, labelWidths } from './figure-store';
import { partBoxes } from './part-boxes';

/** The routes on the screen where they are this design's; else those that it gets when it is drawn. */
function routesFor(editor: Editor, design: Design): Routes {
  const { of, routes } = shownRoutesOf(editor).getState();
  if (of !== null && of.system === design.system && of.layout === design.layout) return routes;
  const { widths } = labelWidths(
    figureStoreOf(editor).getState().index,
    design,
    labelScaleOf('full'),
    editor.view.getState().figures,
  );
  const resolved = resolvedOf(design).design;
  return routesOf(
    routeEdgesOf(design, resolved),
    nodeBoxes(resolved, design.layout?.nodes ?? {}),
    (id) => widths.get(id) ?? [],
  );
}

/** The box around what is drawn of a design, by the same rule as a picture is cropped; of these parts alone where some are given. */
export function drawnExtent(editor: Editor, design: Design, only?: ReadonlySet<string>): Box | null {
  const boxes = partBoxes(design);
  const of = (parts: readonly { readonly id: string }[]): readonly Box[] =>
    parts.flatMap(({ id }) => (only === undefined || only.has(id) ? (boxes.get(id) ?? []) : []));
  const routes = [...routesFor(editor, design)].flatMap(([id, route]) =>
    only === undefined || only.has(id) ? [route] : [],
  );
  return extentOf({
    cards: of(resolvedOf(design).design.nodes),
    groups: of(groupsOf(design)),
    marks: of(marksOf(design)),
    routes,
  });
}
