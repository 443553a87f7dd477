import { detailFont, numberFont } from '../../diagram/card-text';
import { nearestFlow } from '../../diagram/nearest-flow';
import { overlayOf } from '../../diagram/overlay';
import type { OverlayCard, OverlayId } from '../../diagram/overlay-ids';
import { type OverlayLegend, overlayLegend } from '../../diagram/overlay-legend';
import type { Palette } from '../../diagram/palette';
import { card } from '../../layout/geometry';
import { fitText, widthOf } from '../../layout/text';
import { english } from '../../math/language';
import type { WriteJob } from '../format';
import type { PictureOverlay } from './picture';
import { textLine } from './text';
import { element } from './xml';

/** What the cards of a picture show in an overlay, of the flow that is nearest its target; null for their load. */
export function pictureOverlay(
  { resolved, analysis, findings, language = english }: WriteJob,
  overlay: OverlayId,
): PictureOverlay | null {
  if (overlay === 'load' || analysis === null) return null;
  const figures = nearestFlow(analysis.flows);
  const name = resolved.flows.find(({ id }) => id === figures?.id)?.name ?? '';
  const nodes = new Map(resolved.nodes.map((node) => [node.id, node]));
  const cardOf = overlayOf(overlay, {
    analysis,
    isSource: (id) => nodes.get(id)?.behaviour === 'source',
    layerOf: (id) => nodes.get(id)?.layer,
    findings: findings ?? null,
    flow: figures === null ? null : { figures, name },
    language,
  });
  return { cardOf, legend: overlayLegend(overlay, name, language) };
}

/** What a card is filled with: its step of the ramp. */
export const groundOf = (overlay: OverlayCard | null, { ramp, panel }: Palette): string =>
  overlay === null || overlay.level === null ? panel : (ramp[overlay.level] ?? panel);

/** The colours of what is written on it: as dark as a name, for the darker steps. */
export const letteringOf = (overlay: OverlayCard | null, palette: Palette): Palette =>
  overlay === null || overlay.level === null ? palette : { ...palette, muted: palette.text };

/** Baseline of what is said below the figure of an overlay. */
const noteBaseline = card.figuresBaseline + 19;

/** The figure of an overlay where a card has its load otherwise, and what is to be said of it below. */
export function overlayLines({ figure, unit, note }: OverlayCard, { text, muted }: Palette): string {
  const { padding: x, figuresBaseline: y, barRight } = card;
  const room = barRight - x;
  const figureWidth = widthOf(figure, numberFont.size, numberFont.weight);
  const unitLeft = x + figureWidth + widthOf(' ', detailFont.size, detailFont.weight);
  const fitted = fitText(unit, barRight - unitLeft, detailFont.size, detailFont.weight);
  return (
    textLine(figure, x, y, { ...numberFont, fill: text, tabular: true }) +
    textLine(fitted, unitLeft, y, { ...detailFont, fill: muted }) +
    textLine(fitText(note, room, detailFont.size, detailFont.weight), x, noteBaseline, {
      ...detailFont,
      fill: muted,
    })
  );
}

const legendFont = { size: 11.5, weight: 400 } as const;
const swatch = { width: 64, height: 10 } as const;

/** Height that a legend takes, with the room above it, px. */
export const legendSpacePx = 62;

/** A title, under it the steps of the ramp, and under each from where on it is used. */
export function svgLegend(
  { title, labels }: OverlayLegend,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  palette: Palette,
): string {
  const step = Math.min(swatch.width, width / Math.max(1, labels.length));
  const top = y + 26;
  const words = fitText(title, width, legendFont.size, legendFont.weight);
  const steps = labels.map((label, level) => {
    const left = x + level * step;
    const box = { x: left + 0.5, y: top + 0.5, width: step - 1, height: swatch.height };
    return (
      element('rect', { ...box, fill: palette.ramp[level] ?? palette.panel, stroke: palette.groupLine }) +
      textLine(fitText(label, step - 4, legendFont.size, legendFont.weight), left, top + 24, {
        ...legendFont,
        fill: palette.muted,
        tabular: true,
      })
    );
  });
  return textLine(words, x, y + 18, { ...legendFont, fill: palette.text }) + steps.join('');
}
