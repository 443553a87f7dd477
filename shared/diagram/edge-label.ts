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
const labelRadiusPx = 3;
/** Widths that labels ask for are rounded up to this, so that a figure that changes a little places no label anew. */
const widthStepPx = 8;
/** What a label's last words are cut to where all of them have no room, px. */
const cutWidthsPx = [160, 112, 72, 48] as const;
/** The round trip within a zone, which goes without saying. */
const usualRttMs = 0.5;

/** One wording of a label, and the px it needs. */
export interface LabelText {
  readonly text: string;
  readonly width: number;
}

/** What an edge says and how it is drawn. */
export interface EdgeLabel {
  /** All of it, in the order calls · round trip · marks: '1.2k · 20 ms · misses'. */
  readonly text: string;
  readonly rps: string | null;
  /** Round trip, where it is waited for and is not the usual 0.5 ms. */
  readonly rtt: string | null;
  /** misses, async, names of flows, and the edge's own label. */
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
 * All of it, then with less and less of its last words, then without flow names and own words, then without the calls where the callee's card says them (`whole`), else
 * without the round trip.
 */
function alternativesOf(
  rps: string | null,
  rtt: string | null,
  marks: readonly string[],
  whole: boolean,
  weight: Weight,
): readonly LabelText[] {
  const mark = marks[0];
  const only = marks.length === 1 ? mark : undefined;
  const [first, second] = whole ? [rtt, rps] : [rps, rtt];
  const texts = [
    joined([rps, rtt, ...marks]),
    ...cutsOf([rps, rtt, ...marks.slice(0, -1)], marks.at(-1), weight),
    joined([rps, rtt, mark]),
    joined([first, mark]),
    ...cutsOf([first], only, weight),
    first ?? mark ?? '',
    second ?? '',
  ];
  return [...new Set(texts)]
    .filter((text) => text !== '')
    .map((text) => ({ text, width: widthOf(text, labelFontPx, weight) + labelPadding }));
}

/** The label of an edge and how its line is drawn. */
export function edgeLabel(input: EdgeLabelInput): EdgeLabel {
  const { edge, figures, callee, language = english } = input;
  const rttMs = figures?.rttMs ?? edge.rttMs;
  const rps = rpsOf(input);
  const waited = edge.mode === 'sync' && Math.abs(rttMs - usualRttMs) > 1e-9;
  const rtt = waited ? formatMs(rttMs, language.numbers) : null;
  const marks = [
    ...(edge.onMissOf === null ? [] : [inLanguage(language, 'misses')]),
    ...(edge.mode === 'async' && !input.fromBuffer ? [inLanguage(language, 'async')] : []),
    ...flowMark(input.flowNames, language),
    ...(edge.label === '' ? [] : [edge.label]),
  ];
  const offered = callee?.offeredRps ?? 0;
  const whole = offered > 0 && (figures?.rps ?? 0) >= offered * 0.9999;
  const overloaded = callee?.saturated === true && (figures?.rps ?? 0) > 0;
  const alternatives = alternativesOf(rps, rtt, marks, whole, labelWeightOf({ overloaded }));
  return {
    text: joined([rps, rtt, ...marks]),
    rps,
    rtt,
    marks,
    labelWidth: alternatives[0]?.width ?? 0,
    alternatives,
    width: edgeWidthPx(figures?.rps ?? 0),
    dashed: edge.mode === 'async',
    overloaded,
  };
}

/** A label without its figures: marks and own words alone, on a line of one width. */
export function withoutFigures(label: EdgeLabel): EdgeLabel {
  const alternatives = alternativesOf(null, null, label.marks, false, labelWeightOf({ overloaded: false }));
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
 * px that the wordings of a label ask for, the wanted one first, where it is drawn `scale` times as large as at 100 %: what canvas
 * and pictures both place labels by.
 */
export const labelWidthsOf = (label: EdgeLabel, scale = 1): readonly number[] => [
  ...new Set(label.alternatives.map(({ width }) => Math.ceil((width * scale) / widthStepPx) * widthStepPx)),
];

/** What of a label fits into `room` px; '' for nothing. */
export function fitEdgeLabel(label: EdgeLabel, room: number): string {
  return label.alternatives.find(({ width }) => width <= room + 0.01)?.text ?? '';
}

/** A label at its place: its text and the plate under that. */
export interface PlacedLabel {
  readonly text: string;
  readonly box: Box;
  readonly radiusPx: number;
}

/** What of a label is drawn at its place, and on which box; null for no place or nothing to say. */
export function placedLabel(label: EdgeLabel, place: LabelPlace | null, scale = 1): PlacedLabel | null {
  if (place === null) return null;
  const text = fitEdgeLabel(label, place.room / scale);
  if (text === '') return null;
  const width = (widthOf(text, labelFontPx, labelWeightOf(label)) + labelPadding) * scale;
  const height = labelHeight * scale;
  const box = { x: place.x - width / 2, y: place.y - height / 2, width, height };
  return { text, box, radiusPx: labelRadiusPx };
}
