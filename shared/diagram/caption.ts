import type { Analysis } from '../analysis/analysis';
import type { ResolvedDesign } from '../catalog/resolved';
import { formatFactor, formatMs, formatRps, formatShare } from '../math/format';

export interface CaptionOptions {
  /** Factor on every flow's rate at which the figures were had. */
  readonly load: number;
  /** As it is to be printed. */
  readonly date?: string;
  /** Only this flow, by id. */
  readonly flow?: string;
}

/**
 * What a picture says under itself, part by part: name, load, each flow's rate with p99 against its target, date. 'TinyURL',
 * 'load ×1', 'Redirect 11.6k rps, p99 79 ms of 100 ms', '2026-11-22'.
 */
export function captionParts(
  design: ResolvedDesign,
  analysis: Analysis | null,
  options: CaptionOptions,
): readonly string[] {
  const figures = new Map((analysis?.flows ?? []).map((flow) => [flow.id, flow]));
  const flows = design.flows
    .filter((flow) => options.flow === undefined || flow.id === options.flow)
    .map((flow) => {
      const of = figures.get(flow.id);
      const rate = `${flow.name} ${formatRps(of?.rateRps ?? flow.rateRps * options.load)} rps`;
      if (of === undefined) return rate;
      if (of.saturated || of.servedShare < 0.9999) return `${rate}, serves ${formatShare(of.servedShare)}`;
      if (of.p99Ms === null) return rate;
      const target = flow.targets.p99Ms;
      return `${rate}, p99 ${formatMs(of.p99Ms)}${target === undefined ? '' : ` of ${formatMs(target)}`}`;
    });
  const load = design.flows.length === 0 ? [] : [`load ${formatFactor(options.load)}`];
  return [design.name, ...load, ...flows, ...(options.date === undefined ? [] : [options.date])].filter(
    (part) => part !== '',
  );
}

/** The caption as one line of text. */
export function caption(design: ResolvedDesign, analysis: Analysis | null, options: CaptionOptions): string {
  return captionParts(design, analysis, options).join(' · ');
}
