import { type LayerId, layerIds, type MarkColor, markColors } from '../model/vocabulary';
import { toHex } from './oklch';

export type Theme = 'light' | 'dark';

/** The colours of a picture as '#rrggbb', the same as the window's tokens of the theme. */
export interface Palette {
  readonly ground: string;
  readonly dots: string;
  readonly panel: string;
  readonly line: string;
  readonly groupLine: string;
  readonly inputBorder: string;
  readonly text: string;
  readonly muted: string;
  readonly faint: string;
  readonly accent: string;
  readonly ok: string;
  readonly warning: string;
  readonly error: string;
  readonly warningFill: string;
  /** The filled part of a healthy bar, and its track. */
  readonly bar: string;
  readonly track: string;
  readonly edge: string;
  readonly note: string;
  readonly noteLine: string;
  /** The shadow under a card and how much of it is seen. */
  readonly shadow: string;
  readonly shadowOpacity: number;
  /** The steps of an overlay's ramp, from little to much: each farther from the panel in lightness. */
  readonly ramp: readonly string[];
  readonly layers: Readonly<Record<LayerId, LayerColors>>;
  readonly marks: Readonly<Record<MarkColor, MarkShades>>;
}

/** A colour of annotations: of lines and letters, of a note's paper and a shape's fill, and of the paper's border. */
export interface MarkShades {
  readonly line: string;
  readonly paper: string;
  readonly paperLine: string;
}

export interface LayerColors {
  readonly hue: string;
  /** The tile behind an icon. */
  readonly tile: string;
}

export const layerTitles: Readonly<Record<LayerId, string>> = {
  client: 'Client',
  edge: 'Edge',
  traffic: 'Traffic',
  service: 'Service',
  cache: 'Cache',
  messaging: 'Messaging',
  data: 'Data',
  external: 'External',
  operations: 'Operations',
};

const layerHues: Readonly<Record<LayerId, readonly [chroma: number, hue: number]>> = {
  client: [0.03, 262],
  edge: [0.09, 205],
  traffic: [0.12, 292],
  service: [0.12, 250],
  cache: [0.13, 325],
  messaging: [0.08, 178],
  data: [0.06, 50],
  external: [0.09, 110],
  operations: [0.01, 262],
};

const color = (percent: number, chroma: number, hue: number) =>
  toHex({ lightness: percent / 100, chroma, hue });

function layerColors(lightness: number, tileLightness: number, tileChroma: number) {
  const entries = layerIds.map((layer) => {
    const [chroma, hue] = layerHues[layer];
    return [
      layer,
      {
        hue: color(lightness, chroma, hue),
        tile: color(tileLightness, Math.min(tileChroma, chroma), hue),
      },
    ] as const;
  });
  return Object.fromEntries(entries) as Record<LayerId, LayerColors>;
}

const markHues: Readonly<Record<MarkColor, readonly [share: number, hue: number]>> = {
  gray: [0.12, 262],
  red: [1, 25],
  orange: [1, 58],
  yellow: [1, 95],
  green: [1, 150],
  blue: [1, 255],
  purple: [1, 300],
  pink: [1, 350],
};

type Shade = readonly [percent: number, chroma: number];

const rampHue = 250;
const ramp = (...steps: readonly Shade[]): readonly string[] =>
  steps.map(([percent, chroma]) => color(percent, chroma, rampHue));

function markShades(line: Shade, paper: Shade, paperLine: Shade) {
  const entries = markColors.map((name) => {
    const [share, hue] = markHues[name];
    const shade = ([percent, chroma]: Shade): string => color(percent, chroma * share, hue);
    return [name, { line: shade(line), paper: shade(paper), paperLine: shade(paperLine) }] as const;
  });
  return Object.fromEntries(entries) as Record<MarkColor, MarkShades>;
}

/** The colour of that name; undefined for a name that is not known, and for none. */
export const markColorOf = (name: string | undefined): MarkColor | undefined =>
  markColors.find((known) => known === name);

/** The shades of the colour of that name; null where there is none of that name. */
export function markShadesOf(palette: Palette, name: string | undefined): MarkShades | null {
  const known = markColorOf(name);
  return known === undefined ? null : palette.marks[known];
}

/** The tokens of each theme, as hex for pictures that no style sheet reaches. */
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    ground: color(98.4, 0.003, 260),
    dots: color(88, 0.006, 260),
    panel: color(100, 0, 0),
    line: color(91.5, 0.004, 262),
    groupLine: color(80, 0.008, 262),
    inputBorder: color(68, 0.012, 262),
    text: color(24, 0.012, 262),
    muted: color(47, 0.014, 262),
    faint: color(54, 0.012, 262),
    accent: color(52, 0.18, 262),
    ok: color(50, 0.1, 160),
    warning: color(52, 0.12, 65),
    error: color(52, 0.2, 25),
    warningFill: color(74, 0.15, 75),
    bar: color(62, 0.03, 262),
    track: color(91.5, 0.006, 262),
    edge: color(62, 0.02, 262),
    note: color(96.5, 0.05, 95),
    noteLine: color(88, 0.07, 95),
    shadow: color(20, 0.02, 262),
    shadowOpacity: 0.08,
    ramp: ramp([97, 0.012], [92, 0.035], [86, 0.06], [79, 0.09], [71, 0.12]),
    layers: layerColors(52, 95.5, 0.028),
    marks: markShades([52, 0.15], [96.5, 0.05], [88, 0.07]),
  },
  dark: {
    ground: color(18.5, 0.012, 262),
    dots: color(29, 0.012, 262),
    panel: color(22, 0.013, 262),
    line: color(29, 0.013, 262),
    groupLine: color(40, 0.013, 262),
    inputBorder: color(52, 0.013, 262),
    text: color(94, 0.005, 262),
    muted: color(74, 0.01, 262),
    faint: color(64, 0.01, 262),
    accent: color(72, 0.14, 258),
    ok: color(78, 0.11, 160),
    warning: color(82, 0.13, 80),
    error: color(72, 0.17, 25),
    warningFill: color(78, 0.14, 78),
    bar: color(66, 0.03, 262),
    track: color(32, 0.012, 262),
    edge: color(56, 0.015, 262),
    note: color(30, 0.035, 95),
    noteLine: color(40, 0.045, 95),
    shadow: color(0, 0, 0),
    shadowOpacity: 0.35,
    ramp: ramp([25, 0.015], [31, 0.04], [37, 0.065], [43, 0.09], [49, 0.12]),
    layers: layerColors(76, 31, 0.045),
    marks: markShades([76, 0.13], [30, 0.035], [40, 0.045]),
  },
};
