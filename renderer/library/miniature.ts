import type { Analysis } from '../../shared/analysis/analysis';
import type { ResolvedDesign, ResolvedNode } from '../../shared/catalog/resolved';
import type { EdgeLabel } from '../../shared/diagram/edge-label';
import type { IconNode } from '../../shared/diagram/icons';
import { type Palette, palettes, type Theme } from '../../shared/diagram/palette';
import type { Route } from '../../shared/diagram/route';
import { svgAnnotation } from '../../shared/formats/svg/annotations/index';
import { type Scene, sceneOf } from '../../shared/formats/svg/scene';
import { element } from '../../shared/formats/svg/xml';
import { boundsOf, grown } from '../../shared/layout/geometry';
import { type Box, type Design, type Mark, marksOf } from '../../shared/model/schema';

const iconSide = 58;
const linePx = 4;
const margin = 8;
/** The icons of more are dust. */
const mostWithIcons = 400;

export interface MiniatureOptions {
  /** Draws annotations too, without their texts. */
  readonly annotations?: boolean;
  /** Routes that are drawn in place of those that would be worked out. */
  readonly routes?: ReadonlyMap<string, Route>;
}

/**
 * A design at a glance, as an SVG: cards as tiles of their layers' colours with their icons, groups and lines, and what is
 * saturated in red. It has no letters, since none could be read at its size. `iconOf` gives icons and logos by name.
 */
export function miniatureOf(
  design: Design,
  resolved: ResolvedDesign,
  analysis: Analysis | null,
  theme: Theme,
  iconOf: (name: string) => IconNode,
  { annotations = false, routes }: MiniatureOptions = {},
): string {
  const colors = palettes[theme];
  const scene = sceneOf(design, resolved, analysis, routes === undefined ? {} : { routes });
  const shown = annotations ? marksOf(design).filter(({ id }) => scene.marks.has(id)) : [];
  const { x, y, width, height } = grown(extentOf(scene, shown), margin);
  const drawings = shown.map((mark) => drawing(mark, scene, colors));
  const groups = resolved.groups.map(({ id }) => groupFrame(scene.groups.get(id), colors));
  const lines = resolved.edges.map(({ id }) => line(scene.routes.get(id), scene.labelOf(id), colors));
  const hasIcons = resolved.nodes.length <= mostWithIcons;
  const tiles = resolved.nodes.map((node) => {
    const isSaturated = scene.figures.card(node.id)?.state === 'saturated';
    const lines = hasIcons ? iconOf(node.kind.icon) : [];
    return tile(node, scene.cards.get(node.id), { isSaturated, colors, lines });
  });
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `${x} ${y} ${width} ${height}` },
    [...groups, ...drawings, ...lines, ...tiles].join(''),
  );
}

/** The bounds of what a miniature draws. */
function extentOf(scene: Scene, shown: readonly Mark[]): Box {
  const turns = [...scene.routes.values()].flatMap(({ points }) =>
    points.map((point) => ({ ...point, width: 0, height: 0 })),
  );
  return (
    boundsOf([...scene.cards.values(), ...scene.groups.values(), ...turns, ...boxesOf(scene, shown)]) ?? {
      x: 0,
      y: 0,
      width: 160,
      height: 60,
    }
  );
}

const boxesOf = (scene: Scene, shown: readonly Mark[]): readonly Box[] =>
  shown.flatMap(({ id }) => scene.marks.get(id) ?? []);

/** An annotation without its text; a picture as its box, for its data are as long as all the rest. */
function drawing({ text: _, ...mark }: Mark, scene: Scene, palette: Palette): string {
  const box = scene.marks.get(mark.id);
  if (box === undefined) return '';
  if (mark.kind === 'image')
    return element('rect', { ...box, rx: 8, fill: palette.groupLine, 'fill-opacity': 0.35 });
  // Plainly, whatever the design's look: so small, nobody sees how a line is drawn.
  const context = { palette, ground: palette.ground, attachedOf: scene.attachedOf, sketch: null };
  return svgAnnotation(mark, box, context);
}

function groupFrame(box: Box | undefined, colors: Palette): string {
  if (box === undefined) return '';
  const look = { fill: 'none', stroke: colors.groupLine, 'stroke-width': 3, 'stroke-dasharray': '10 9' };
  return element('rect', { ...box, rx: 22, ...look });
}

function line(route: Route | undefined, label: EdgeLabel | null, colors: Palette): string {
  if (route === undefined) return '';
  const isOverloaded = label?.overloaded === true;
  return element('path', {
    d: route.path,
    fill: 'none',
    stroke: isOverloaded ? colors.error : colors.edge,
    'stroke-width': linePx,
    'stroke-dasharray': isOverloaded || label?.dashed === true ? '14 11' : undefined,
  });
}

interface TileLook {
  readonly isSaturated: boolean;
  readonly colors: Palette;
  readonly lines: IconNode;
}

function tile(node: ResolvedNode, box: Box | undefined, { isSaturated, colors, lines }: TileLook): string {
  if (box === undefined) return '';
  const { hue, tile: ground } = colors.layers[node.layer];
  const ink = isSaturated ? colors.error : hue;
  const drawing = lines.map(([tag, attributes]) => element(tag, attributes));
  const left = box.x + (box.width - iconSide) / 2;
  const top = box.y + (box.height - iconSide) / 2;
  const icon = {
    transform: `translate(${left} ${top}) scale(${iconSide / 24})`,
    fill: 'none',
    color: ink,
    stroke: ink,
    'stroke-width': 1.9,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  return (
    element('rect', { ...box, rx: 18, fill: colors.panel }) +
    element('rect', { ...box, rx: 18, fill: ground, stroke: ink, 'stroke-width': isSaturated ? 8 : 2.5 }) +
    element('g', icon, drawing.join(''))
  );
}
