import type { Analysis } from '../../analysis/analysis';
import type { ResolvedDesign } from '../../catalog/resolved';
import { captionParts } from '../../diagram/caption';
import { edgesDrawnAs } from '../../diagram/drawn-edges';
import { partsDrawnAs } from '../../diagram/drawn-parts';
import { extentOf } from '../../diagram/extent';
import { groupDepths } from '../../diagram/group-look';
import { type Sketch, sketch } from '../../diagram/hand-drawn';
import { laneFigures } from '../../diagram/lane-figures';
import { isHandDrawn } from '../../diagram/look';
import { type Palette, palettes } from '../../diagram/palette';
import { lanesOf } from '../../edits/in-lanes';
import { annotationOf } from '../../layout/annotations/index';
import { drawnMarkBox } from '../../layout/geometry';
import type { Lane } from '../../layout/lanes';
import { fitText, widthOf } from '../../layout/text';
import { toBase64 } from '../../math/base64';
import { english } from '../../math/language';
import { collapsedParts } from '../../model/collapsed';
import { inOrder } from '../../model/node-order';
import { own } from '../../model/own';
import { designMediaType, packDesign } from '../../model/packed-design';
import { type Box, type Design, groupsOf, marksOf } from '../../model/schema';
import { svgAnnotation } from './annotations/index';
import { svgCard, svgCollapsedGroup } from './card';
import { hatch } from './card-figures';
import { svgLabel, svgLine } from './edge';
import { svgGroup } from './group';
import { lanesExtent, svgLanes } from './lanes';
import { legendSpacePx, svgLegend } from './overlay';
import type { SvgOptions, SvgPicture } from './picture';
import { type Scene, sceneOf, standing } from './scene';
import { textLine } from './text';
import { element, escapeXml } from './xml';

const fontFamily = "Inter, 'Inter Variable', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const captionPx = 11.5;
const captionLine = 17;
const pale = 0.3;
const leastSize = { width: 160, height: 60 };

/** Parts of a caption on as few lines as hold them. */
function captionLines(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = lines.length === 0 ? part : `${lines.at(-1)} · ${part}`;
    if (lines.length > 0 && widthOf(longer, captionPx, 400) <= width) lines[lines.length - 1] = longer;
    else lines.push(fitText(part, width, captionPx, 400));
  }
  return lines;
}

/** Opacity of the parts that a flow does not visit. */
function paleness(resolved: ResolvedDesign, analysis: Analysis | null, flow: string | undefined) {
  if (flow === undefined) return { node: () => undefined, edge: () => undefined };
  const visited = new Set(
    (analysis?.nodes ?? []).filter((node) => (own(node.visits, flow) ?? 0) > 0).map((node) => node.id),
  );
  const entry = resolved.flows.find(({ id }) => id === flow)?.entry;
  if (entry !== undefined) visited.add(entry);
  const carried = new Set(
    resolved.edges
      .filter((edge) => edge.flows.includes(flow) && visited.has(edge.from) && visited.has(edge.to))
      .map((edge) => edge.id),
  );
  return {
    node: (id: string) => (visited.has(id) ? undefined : pale),
    edge: (id: string) => (carried.has(id) ? undefined : pale),
  };
}

/** The cards of collapsed groups; pale where nothing in them is visited by the flow. */
function collapsedCards(
  design: Design,
  scene: Scene,
  palette: Palette,
  opacityOf: (id: string) => number | undefined,
  { showFigures, language, flow, overlay }: SvgOptions,
): readonly string[] {
  const { shown, within } = collapsedParts(design);
  if (shown.size === 0) return [];
  const strong = new Set([...within].flatMap(([id, group]) => (opacityOf(id) === undefined ? [group] : [])));
  return groupsOf(design).flatMap((group) => {
    const box = shown.has(group.id) ? scene.cards.get(group.id) : undefined;
    if (box === undefined) return [];
    const options = {
      showFigures: showFigures !== false,
      sketch: isHandDrawn(design) ? sketch : null,
      ...(overlay === undefined ? {} : { overlay: overlay.cardOf(partsDrawnAs(design, group.id)) }),
      ...(flow === undefined || strong.has(group.id) ? {} : { opacity: pale }),
      ...(language === undefined ? {} : { language }),
    };
    return [svgCollapsedGroup(group, box, scene.figures, palette, options)];
  });
}
/** How the lines of an edge are drawn. */
const edgeDrawing =
  (drawing: Sketch | null, id: string) =>
  (path: string, part: string, once: boolean): string =>
    drawing === null ? path : drawing(path, `${id}${part}`, { once });

function drawn(
  design: Design,
  resolved: ResolvedDesign,
  analysis: Analysis | null,
  scene: Scene,
  palette: Palette,
  ground: string,
  options: SvgOptions,
): string {
  const opacity = paleness(resolved, analysis, options.flow);
  const showFigures = options.showFigures !== false;
  /** A line that represents several is as strong as the strongest of them. */
  const opacityOfEdges = (ids: readonly string[]) =>
    ids.some((id) => opacity.edge(id) === undefined) ? undefined : pale;
  const drawing = isHandDrawn(design) ? sketch : null;
  const groups = groupDepths(groupsOf(design)).map(([group]) => {
    const box = scene.groups.get(group.id);
    return box === undefined ? '' : svgGroup(group, box, ground, palette, options.language, drawing);
  });
  const edges = resolved.edges.flatMap(({ id }) => {
    const route = scene.routes.get(id);
    const label = scene.labelOf(id);
    return route === undefined || label === null
      ? []
      : [{ route, label, opacity: opacityOfEdges(edgesDrawnAs(design, id)), draw: edgeDrawing(drawing, id) }];
  });
  const cards = inOrder(design, resolved.nodes).map((node) => {
    const box = scene.cards.get(node.id);
    const faded = opacity.node(node.id);
    const cardOptions = {
      showFigures,
      sketch: drawing,
      ...(options.overlay === undefined ? {} : { overlay: options.overlay.cardOf([node.id]) }),
      ...(faded === undefined ? {} : { opacity: faded }),
      ...(options.language === undefined ? {} : { language: options.language }),
    };
    return box === undefined ? '' : svgCard(node, box, scene.figures, palette, cardOptions);
  });
  const collapsed = collapsedCards(design, scene, palette, opacity.node, options);
  const context = { palette, ground, attachedOf: scene.attachedOf, sketch: drawing };
  const marks = marksOf(design).flatMap((mark) => {
    const box = scene.marks.get(mark.id);
    return box === undefined ? [] : [{ mark, svg: svgAnnotation(mark, box, context) }];
  });
  return [
    ...marks.filter(({ mark }) => annotationOf(mark.kind).isContainer).map(({ svg }) => svg),
    ...groups,
    ...edges.map((edge) => svgLine(edge.route, edge.label, palette, edge.opacity, edge.draw)),
    ...edges.map((edge) => svgLabel(edge.route, edge.label, ground, palette, edge.opacity)),
    ...marks.filter(({ mark }) => !annotationOf(mark.kind).isContainer).map(({ svg }) => svg),
    ...cards,
    ...collapsed,
  ].join('\n');
}

/** The lanes that something in the picture is in. */
function lanesIn(design: Design, resolved: ResolvedDesign, scene: Scene): readonly Lane[] {
  const layers = new Set(resolved.nodes.flatMap(({ id, layer }) => (scene.cards.has(id) ? [layer] : [])));
  return lanesOf(design).filter(({ id }) => layers.has(id));
}

function drawnLanes(
  lanes: readonly Lane[],
  extent: Box,
  resolved: ResolvedDesign,
  analysis: Analysis | null,
  { theme = 'light', flow, showFigures = true, language = english }: SvgOptions,
): string {
  const figures = laneFigures(lanes, resolved, analysis, { flow: flow ?? null, showFigures, language });
  return svgLanes({ lanes, figures, extent, palette: palettes[theme], theme, language });
}

/** The design for `readDesignFile`, as text that graphics editors leave alone. */
function metadata(design: Design): string {
  const packed = toBase64(Uint8Array.from(packDesign(design), (character) => character.charCodeAt(0)));
  const attributes = { 'xmlns:loadline': 'urn:loadline', type: designMediaType, encoding: 'base64' };
  return element('metadata', {}, element('loadline:design', attributes, packed));
}

/**
 * The design as a picture: an SVG of real text, cropped to its content, the same as on the canvas. A node without a place is
 * arranged by layer. The same input gives the same bytes.
 */
export function toSvg(
  given: Design,
  resolved: ResolvedDesign,
  analysis: Analysis | null,
  options: SvgOptions = {},
): SvgPicture {
  const palette = palettes[options.theme ?? 'light'];
  const design = standing(given, options);
  const padding = options.padding ?? 24;
  const background = options.background ?? 'theme';
  const ground = background === 'theme' || background === 'none' ? palette.ground : background;
  const scene = sceneOf(design, resolved, analysis, options);
  const content = extentOf({
    cards: scene.cards.values(),
    groups: scene.groups.values(),
    marks: marksOf(design).flatMap((mark) => {
      const box = scene.marks.get(mark.id);
      return box === undefined ? [] : [drawnMarkBox(mark, box)];
    }),
    routes: scene.routes.values(),
  }) ?? { x: 0, y: 0, width: 0, height: 0 };
  const lanes = options.lanes === true ? lanesIn(given, resolved, scene) : [];
  const extent = lanes.length === 0 ? content : lanesExtent(lanes, content);
  const behind = lanes.length === 0 ? '' : `${drawnLanes(lanes, extent, resolved, analysis, options)}\n`;
  const inner = Math.max(leastSize.width, Math.ceil(extent.width));
  const parts =
    options.caption === true
      ? captionParts(resolved, analysis, {
          load: options.load ?? 1,
          ...(options.captionDate === undefined ? {} : { date: options.captionDate }),
          ...(options.flow === undefined ? {} : { flow: options.flow }),
          ...(options.language === undefined ? {} : { language: options.language }),
        })
      : typeof options.caption === 'string' && options.caption !== ''
        ? options.caption.split('\n')
        : [];
  const lines = captionLines(parts, inner);
  const captionHeight = lines.length === 0 ? 0 : 14 + lines.length * captionLine;
  const legend = options.overlay?.legend ?? null;
  const legendHeight = legend === null ? 0 : legendSpacePx;
  const width = inner + 2 * padding;
  const height =
    Math.max(leastSize.height, Math.ceil(extent.height)) + legendHeight + captionHeight + 2 * padding;
  const captionTop = height - padding - lines.length * captionLine;
  const legendTop = height - padding - captionHeight - legendHeight;
  const style = `${options.fontCss ?? ''}text{white-space:pre}.n{font-variant-numeric:tabular-nums}`;
  const elements = [
    element('title', {}, escapeXml(design.name)),
    options.embed === true ? metadata(given) : '',
    element('style', {}, escapeXml(style)),
    element('defs', {}, hatch(palette)),
    background === 'none' ? '' : element('rect', { width, height, fill: ground }),
    element(
      'g',
      {
        transform: `translate(${Math.round((padding - extent.x) * 100) / 100} ${Math.round((padding - extent.y) * 100) / 100})`,
      },
      behind + drawn(design, resolved, analysis, scene, palette, ground, options),
    ),
    legend === null ? '' : svgLegend(legend, { x: padding, y: legendTop, width: inner }, palette),
    ...lines.map((line, index) =>
      textLine(line, padding, captionTop + 12 + index * captionLine, {
        size: captionPx,
        weight: 400,
        fill: palette.muted,
      }),
    ),
  ];
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': fontFamily,
    role: 'img',
  };
  return {
    svg: `${element('svg', root, elements.filter((part) => part !== '').join('\n'))}\n`,
    width,
    height,
  };
}
