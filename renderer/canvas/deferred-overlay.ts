import { deferred } from '../ui/deferred';

/** The legend is there only while cards are coloured. */
export const OverlayLegend = deferred(async () => (await import('./OverlayLegend')).OverlayLegend);
