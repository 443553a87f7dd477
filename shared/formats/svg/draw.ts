import type { Analysis } from '../../analysis/analysis';
import type { ResolvedDesign } from '../../catalog/resolved';
import { captionParts } from '../../diagram/caption';
import { extentOf } from '../../diagram/extent';
import { groupDepths } from '../../diagram/group-look';
import { type Palette, palettes } from '../../diagram/palette';
import { fitText, widthOf } from '../../layout/text';
import { toBase64 } from '../../math/base64';
import { own } from '../../model/own';
import { designMediaType, packDesign } from '../../model/packed-design';
import { type Design, groupsOf, marksOf } from '../../model/schema';
import { hatch, svgCard } from './card';
import { svgLabel, svgLine } from './edge';
import { svgGroup, svgMark } from './marks';
import type { SvgOptions, SvgPicture } from './picture';
import { type Scene, sceneOf } from './scene';
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
  const groups = groupDepths(groupsOf(design)).map(([group]) => {
    const box = scene.groups.get(group.id);
    return box === undefined ? '' : svgGroup(group, box, ground, palette, options.language);
  });
  const edges = resolved.edges.flatMap(({ id }) => {
    const route = scene.routes.get(id);
    const label = scene.labelOf(id);
    return route === undefined || label === null ? [] : [{ route, label, opacity: opacity.edge(id) }];
  });
  const cards = resolved.nodes.map((node) => {
    const box = scene.cards.get(node.id);
    const faded = opacity.node(node.id);
    const cardOptions = { showFigures, ...(faded === undefined ? {} : { opacity: faded }) };
    return box === undefined ? '' : svgCard(node, box, scene.figures, palette, cardOptions);
  });
  return [
    ...groups,
    ...edges.map((edge) => svgLine(edge.route, edge.label, palette, edge.opacity)),
    ...edges.map((edge) => svgLabel(edge.route, edge.label, ground, palette, edge.opacity)),
    ...marksOf(design).map((mark) => (scene.marks.has(mark.id) ? svgMark(mark, palette) : '')),
    ...cards,
  ].join('\n');
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
  design: Design,
  resolved: ResolvedDesign,
  analysis: Analysis | null,
  options: SvgOptions = {},
): SvgPicture {
  const palette = palettes[options.theme ?? 'light'];
  const padding = options.padding ?? 24;
  const background = options.background ?? 'theme';
  const ground = background === 'theme' || background === 'none' ? palette.ground : background;
  const scene = sceneOf(design, resolved, analysis, options);
  const extent = extentOf({
    cards: scene.cards.values(),
    groups: scene.groups.values(),
    marks: scene.marks.values(),
    routes: scene.routes.values(),
  }) ?? { x: 0, y: 0, width: 0, height: 0 };
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
  const width = inner + 2 * padding;
  const height = Math.max(leastSize.height, Math.ceil(extent.height)) + captionHeight + 2 * padding;
  const captionTop = height - padding - lines.length * captionLine;
  const style = `${options.fontCss ?? ''}text{white-space:pre}.n{font-variant-numeric:tabular-nums}`;
  const content = [
    element('title', {}, escapeXml(design.name)),
    options.embed === true ? metadata(design) : '',
    element('style', {}, escapeXml(style)),
    element('defs', {}, hatch(palette)),
    background === 'none' ? '' : element('rect', { width, height, fill: ground }),
    element(
      'g',
      {
        transform: `translate(${Math.round((padding - extent.x) * 100) / 100} ${Math.round((padding - extent.y) * 100) / 100})`,
      },
      drawn(design, resolved, analysis, scene, palette, ground, options),
    ),
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
    svg: `${element('svg', root, content.filter((part) => part !== '').join('\n'))}\n`,
    width,
    height,
  };
}
