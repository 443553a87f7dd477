import { extentOf } from '../../shared/diagram/extent';
import { routeEdgesOf, routesOf } from '../../shared/diagram/route';
import { drawnMarkBox } from '../../shared/layout/geometry';
import { collapsedParts } from '../../shared/model/collapsed';
import { markStates } from '../../shared/model/marks';
import { type Box, type Design, groupsOf, marksOf } from '../../shared/model/schema';
import type { Editor } from '../store/editors';
import { resolvedOf } from '../store/report';
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
    1,
    editor.view.getState().figures,
  );
  const resolved = resolvedOf(design).design;
  const boxes = partBoxes(design);
  const ends = [...resolved.nodes.map(({ id }) => id), ...collapsedParts(design).shown];
  return routesOf(
    routeEdgesOf(design, resolved),
    new Map(
      ends.flatMap((id) => {
        const box = boxes.get(id);
        return box === undefined ? [] : [[id, box] as const];
      }),
    ),
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
    marks: marksOf(design).flatMap((mark) =>
      markStates(design).hidden.has(mark.id) ? [] : of([mark]).map((box) => drawnMarkBox(mark, box)),
    ),
    routes,
  });
}
