import type { EdgeFigures, NodeFigures } from '../analysis/analysis';
import type { ResolvedEdge } from '../catalog/resolved';
import { fitText, type Weight, widthOf } from '../layout/text';
import { formatMs, formatRps } from '../math/format';
import { formatList, inLanguage } from '../math/format-message';
import { english, type Language } from '../math/language';
import type { Box } from '../model/schema';
import { type LabelPlace, labelHeight } from './label-places';
import { edgeWidthPx } from './path';

export const labelFontPx = 11.5;
/** On both sides of its text together. */
const labelPadding = 8;
/** The same where there is room for no more. */
const tightPadding = 2;
const labelRadiusPx = 3;
/** Widths that labels need are rounded up to this, so that a figure that changes a little places no label anew. */
const widthStepPx = 8;
/** What a label's last words are cut to where all of them have no room, px. */
const cutWidthsPx = [160, 112, 72, 48] as const;
/** The round trip within a zone, which goes without saying. */
const usualRttMs = 0.5;

/** One wording of a label, and the px it needs. */
export interface LabelText {
  readonly text: string;
  readonly width: number;
  /** It fills its room: between two cards that are close together every px counts. */
  readonly isTight: boolean;
}

/** What an edge says and how it is drawn. */
export interface EdgeLabel {
  /** All of it, in the order calls · round trip · marks: '1.2k · 20 ms · misses'. */
  readonly text: string;
  readonly rps: string | null;
  /** Round trip, where it is waited for and is not the usual 0.5 ms. */
  readonly rtt: string | null;
  /** fallback, misses, async, names of flows, and the edge's own label. */
  readonly marks: readonly string[];
  /** px that the whole label needs, 0 for no label. */
  readonly labelWidth: number;
  /** The whole label, then ever less of it for where there is less room: what says least goes first. */
  readonly alternatives: readonly LabelText[];
  /** Width of the line in px. */
  readonly width: number;
  readonly dashed: boolean;
  /** The callee is saturated and refuses a part of the calls. */
  readonly overloaded: boolean;
}

export interface EdgeLabelInput {
  readonly edge: ResolvedEdge;
  readonly figures: EdgeFigures | undefined;
  readonly callee: NodeFigures | undefined;
  readonly fromBuffer: boolean;
  /** Names of its flows where more than one could take it and not all do. */
  readonly flowNames: readonly string[];
  /** English where left out. */
  readonly language?: Language;
}

function rpsOf({ figures, callee, language = english }: EdgeLabelInput): string | null {
  const { numbers } = language;
  if (figures === undefined || !(figures.rps > 0)) return null;
  const offered = callee?.offeredRps ?? 0;
  const carried = callee?.carriedRps ?? offered;
  if (callee?.saturated !== true || !(offered > 0)) return formatRps(figures.rps, numbers);
  return inLanguage(language, '{served} of {calls}', {
    served: formatRps((figures.rps * carried) / offered, numbers),
    calls: formatRps(figures.rps, numbers),
  });
}

function flowMark(names: readonly string[], language: Language): readonly string[] {
  if (names.length === 0) return [];
  if (names.length <= 2) return [formatList(names, language)];
  return [
    inLanguage(language, '{count, plural, one {# flow} other {# flows}}', { count: { count: names.length } }),
  ];
}

const joined = (parts: readonly (string | null | undefined)[]) =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');

/** The weight that a label is set in. */
export const labelWeightOf = ({ overloaded }: Pick<EdgeLabel, 'overloaded'>): Weight =>
  overloaded ? 600 : 500;

/** The wordings with ever less of the last words, each with an ellipsis. */
function cutsOf(
  before: readonly (string | null)[],
  words: string | undefined,
  weight: Weight,
): readonly string[] {
  if (words === undefined) return [];
  const width = widthOf(words, labelFontPx, weight);
  return cutWidthsPx
    .filter((px) => px < width)
    .map((px) => joined([...before, fitText(words, px, labelFontPx, weight)]));
}

/**
 * All of it, then with ever less from its end: less of its last words, no words, no round trip. The calls, which say most
 * ("7.8k of 11.6k"), are the last to go, first the space beside them and then their third digit.
 */
function alternativesOf({ rps, rtt, marks, rounded }: Wording, weight: Weight): readonly LabelText[] {
  const [mark] = marks;
  const texts = [
    joined([rps, rtt, ...marks]),
    ...cutsOf([rps, rtt, ...marks.slice(0, -1)], marks.at(-1), weight),
    joined([rps, rtt, mark]),
    joined([rps, rtt]),
    rps ?? rtt ?? mark ?? '',
  ];
  const needing = (text: string, padding: number): LabelText => ({
    text,
    width: widthOf(text, labelFontPx, weight) + padding,
    isTight: padding === tightPadding,
  });
  const tight = [rps, rounded].filter((text) => text !== null);
  return [
    ...[...new Set(texts)].filter((text) => text !== '').map((text) => needing(text, labelPadding)),
    ...[...new Set(tight)].map((text) => needing(text, tightPadding)),
  ];
}

/** What a label is worded from. */
interface Wording {
  readonly rps: string | null;
  readonly rtt: string | null;
  readonly marks: readonly string[];
  /** The calls in two digits ("12k" for 11.7k), where there is no room for three; null where all of them are needed. */
  readonly rounded: string | null;
}

/** Calls per second in two digits. */
const roundedRps = (rps: number, { numbers }: Language): string =>
  formatRps(Number(rps.toPrecision(2)), numbers);

/** The label of an edge and how its line is drawn. */
export function edgeLabel(input: EdgeLabelInput): EdgeLabel {
  const { edge, figures, callee, language = english } = input;
  const rttMs = figures?.rttMs ?? edge.rttMs;
  const rps = rpsOf(input);
  const isFallback = edge.fallbackOf !== null;
  const waited = !isFallback && edge.mode === 'sync' && Math.abs(rttMs - usualRttMs) > 1e-9;
  const rtt = waited ? formatMs(rttMs, language.numbers) : null;
  const marks = [
    ...(isFallback ? [inLanguage(language, 'fallback')] : []),
    ...(edge.onMissOf === null ? [] : [inLanguage(language, 'misses')]),
    ...(edge.mode === 'async' && !input.fromBuffer ? [inLanguage(language, 'async')] : []),
    ...flowMark(input.flowNames, language),
    ...(edge.label === '' ? [] : [edge.label]),
  ];
  const overloaded = callee?.saturated === true && (figures?.rps ?? 0) > 0;
  const rounded = rps === null || overloaded ? null : roundedRps(figures?.rps ?? 0, language);
  const alternatives = alternativesOf({ rps, rtt, marks, rounded }, labelWeightOf({ overloaded }));
  return {
    text: joined([rps, rtt, ...marks]),
    rps,
    rtt,
    marks,
    labelWidth: alternatives[0]?.width ?? 0,
    alternatives,
    width: edgeWidthPx(figures?.rps ?? 0),
    dashed: isFallback || edge.mode === 'async',
    overloaded,
  };
}

/** The label of edges that are drawn as one: their calls together, and how many they are. */
export function bundleLabel(
  labels: readonly EdgeLabel[],
  rps: number,
  language: Language = english,
): EdgeLabel {
  const calls = rps > 0 ? formatRps(rps, language.numbers) : null;
  const marks = [
    inLanguage(language, '{count, plural, one {# edge} other {# edges}}', {
      count: { count: labels.length },
    }),
  ];
  const overloaded = labels.some((label) => label.overloaded);
  const rounded = calls === null ? null : roundedRps(rps, language);
  const alternatives = alternativesOf(
    { rps: calls, rtt: null, marks, rounded },
    labelWeightOf({ overloaded }),
  );
  return {
    text: joined([calls, ...marks]),
    rps: calls,
    rtt: null,
    marks,
    labelWidth: alternatives[0]?.width ?? 0,
    alternatives,
    width: edgeWidthPx(rps),
    dashed: labels.every((label) => label.dashed),
    overloaded,
  };
}

/** A label without its figures: marks and own words alone, on a line of one width. */
export function withoutFigures(label: EdgeLabel): EdgeLabel {
  const alternatives = alternativesOf(
    { rps: null, rtt: null, marks: label.marks, rounded: null },
    labelWeightOf({ overloaded: false }),
  );
  return {
    ...label,
    text: label.marks.join(' · '),
    rps: null,
    rtt: null,
    labelWidth: alternatives[0]?.width ?? 0,
    alternatives,
    width: 1.5,
    overloaded: false,
  };
}

/** The label as it is shown: with its figures, or without. */
export const shownLabel = (label: EdgeLabel, withFigures: boolean): EdgeLabel =>
  withFigures ? label : withoutFigures(label);

/**
 * px that the wordings of a label need, the wanted one first, where it is drawn `scale` times as large as at 100 %: what canvas
 * and pictures both place labels by.
 */
export const labelWidthsOf = (label: EdgeLabel, scale = 1): readonly number[] => [
  ...new Set(
    label.alternatives.map(({ width, isTight }) => {
      const step = isTight ? 1 : widthStepPx;
      return Math.ceil((width * scale) / step) * step;
    }),
  ),
];

/** The fullest wording of a label that fits into `room` px. */
const wordingFor = (label: EdgeLabel, room: number): LabelText | undefined =>
  label.alternatives.find(({ width }) => width <= room + 0.01);

/** What of a label fits into `room` px; '' for nothing. */
export const fitEdgeLabel = (label: EdgeLabel, room: number): string => wordingFor(label, room)?.text ?? '';

/** A label at its place: its text and the plate under that. */
export interface PlacedLabel {
  readonly text: string;
  readonly box: Box;
  readonly radiusPx: number;
}

/** What of a label is drawn at its place, and on which box; null for no place or nothing to say. */
export function placedLabel(label: EdgeLabel, place: LabelPlace | null, scale = 1): PlacedLabel | null {
  if (place === null) return null;
  const wording = wordingFor(label, place.room / scale);
  if (wording === undefined) return null;
  const width = wording.width * scale;
  const height = labelHeight * scale;
  const slack = Math.max(0, place.room - width) / 2;
  const middle = place.x + (place.hugs === 'start' ? -slack : place.hugs === 'end' ? slack : 0);
  const box = { x: middle - width / 2, y: place.y - height / 2, width, height };
  return { text: wording.text, box, radiusPx: labelRadiusPx };
}
