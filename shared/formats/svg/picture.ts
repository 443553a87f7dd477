import type { OverlayOf } from '../../diagram/overlay';
import type { OverlayLegend } from '../../diagram/overlay-legend';
import type { Theme } from '../../diagram/palette';
import type { RouteEdge } from '../../diagram/ports';
import type { Route } from '../../diagram/route';
import type { Language } from '../../math/language';
import type { Box } from '../../model/schema';

/** What routing reads: `labelWidths` are all wordings of each label, from the wanted one to the shortest, in px. */
export interface Routing {
  readonly edges: readonly RouteEdge[];
  readonly boxes: ReadonlyMap<string, Box>;
  readonly labelWidths: ReadonlyMap<string, readonly number[]>;
}

/** What cards show in place of their load, and what their colours mean. */
export interface PictureOverlay {
  readonly cardOf: OverlayOf;
  readonly legend: OverlayLegend;
}

export interface SvgOptions {
  /** light where left out. */
  readonly theme?: Theme;
  /** The theme's ground, nothing, or a colour of CSS; the theme's where left out. */
  readonly background?: 'theme' | 'none' | (string & {});
  /** Free px around the content, 24 where left out. */
  readonly padding?: number;
  /** true for load, flows and date; a text for that text; none where left out. */
  readonly caption?: boolean | string;
  /** The date in the caption, as it is to be printed. */
  readonly captionDate?: string;
  /** Factor on every flow's rate at which the figures were computed, 1 where left out. */
  readonly load?: number;
  /** Id of a flow to highlight: what it does not visit is pale. */
  readonly flow?: string;
  /** Puts the design inside, notes included; not where left out. */
  readonly embed?: boolean;
  /** @font-face rules with the font inside, for a picture that is drawn where Inter is not installed. */
  readonly fontCss?: string;
  /** Only these nodes, groups and marks, and the edges between them. */
  readonly only?: Iterable<string>;
  /** false leaves out all figures; true where left out. */
  readonly showFigures?: boolean;
  /** Everything in lanes, a column per layer, with heads and what crosses between them; annotations are left out then. */
  readonly lanes?: boolean;
  /** What cards show; their load where left out. */
  readonly overlay?: PictureOverlay;
  /** English where left out. */
  readonly language?: Language;
  /** The routes of the edges; worked out where left out. */
  readonly routes?: ReadonlyMap<string, Route>;
}

export interface SvgPicture {
  readonly svg: string;
  /** px */
  readonly width: number;
  readonly height: number;
}
