import { formatAvailability, formatCount, formatShare } from '../math/format';
import { inLanguage } from '../math/format-message';
import { english, type Language } from '../math/language';
import { availabilitySteps, costSteps, findingSteps, latencySteps } from './overlay';
import type { ColouredOverlay } from './overlay-ids';

/** What the colours of an overlay mean: a title, and where each step of the ramp begins. */
export interface OverlayLegend {
  readonly title: string;
  readonly labels: readonly string[];
}

/** `flow` is the name of the flow that the latency overlay is of; '' for none. */
export function overlayLegend(
  overlay: ColouredOverlay,
  flow: string,
  language: Language = english,
): OverlayLegend {
  const { numbers } = language;
  const share = (value: number): string => formatShare(value, numbers);
  switch (overlay) {
    case 'latency':
      return {
        title:
          flow === ''
            ? inLanguage(language, 'Latency')
            : inLanguage(language, 'Latency: share of the mean of {flow}', { flow }),
        labels: [share(0), ...latencySteps.map(share)],
      };
    case 'tail':
      return {
        title:
          flow === ''
            ? inLanguage(language, 'p99')
            : inLanguage(language, 'p99 of each part ÷ p99 of {flow}', { flow }),
        labels: [share(0), ...latencySteps.map(share)],
      };
    case 'layer':
      return {
        title:
          flow === ''
            ? inLanguage(language, 'Layers')
            : inLanguage(language, 'Layers: share of the mean of {flow}', { flow }),
        labels: [share(0), ...latencySteps.map(share)],
      };
    case 'availability':
      return {
        title: inLanguage(language, 'Availability, at least'),
        labels: [
          ...availabilitySteps.map((step) => formatAvailability(step, numbers)),
          inLanguage(language, 'less'),
        ],
      };
    case 'cost':
      return {
        title: inLanguage(language, 'Cost: share of the total'),
        labels: [share(0), ...costSteps.map(share)],
      };
    case 'findings':
      return {
        title: inLanguage(language, 'Findings'),
        labels: [formatCount(0, numbers), ...findingSteps.map((step) => formatCount(step, numbers))],
      };
  }
}
