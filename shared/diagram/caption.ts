import type { Analysis } from '../analysis/analysis';
import type { ResolvedDesign } from '../catalog/resolved';
import { inLanguage } from '../math/format-message';
import { english, type Language } from '../math/language';

export interface CaptionOptions {
  /** Factor on every flow's rate at which the figures were had. */
  readonly load: number;
  /** As it is to be printed. */
  readonly date?: string;
  /** Only this flow, by id. */
  readonly flow?: string;
  /** English where left out. */
  readonly language?: Language;
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
  const { language = english } = options;
  const figures = new Map((analysis?.flows ?? []).map((flow) => [flow.id, flow]));
  const flows = design.flows
    .filter((flow) => options.flow === undefined || flow.id === options.flow)
    .map((flow) => {
      const of = figures.get(flow.id);
      const { name } = flow;
      const rate = { rps: of?.rateRps ?? flow.rateRps * options.load };
      if (of !== undefined && (of.saturated || of.servedShare < 0.9999))
        return inLanguage(language, '{name} {rate}, serves {share}', {
          name,
          rate,
          share: { share: of.servedShare },
        });
      if (of === undefined || of.p99Ms === null) return inLanguage(language, '{name} {rate}', { name, rate });
      const p99 = { ms: of.p99Ms };
      const target = flow.targets.p99Ms;
      return target === undefined
        ? inLanguage(language, '{name} {rate}, p99 {p99}', { name, rate, p99 })
        : inLanguage(language, '{name} {rate}, p99 {p99} of {target}', {
            name,
            rate,
            p99,
            target: { ms: target },
          });
    });
  const load =
    design.flows.length === 0
      ? []
      : [inLanguage(language, 'load {factor}', { factor: { factor: options.load } })];
  return [design.name, ...load, ...flows, ...(options.date === undefined ? [] : [options.date])].filter(
    (part) => part !== '',
  );
}

/** The caption as one line of text. */
export function caption(design: ResolvedDesign, analysis: Analysis | null, options: CaptionOptions): string {
  return captionParts(design, analysis, options).join(' · ');
}
