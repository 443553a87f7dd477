import { deferred } from '../../ui/deferred';

/** What is there only for a selected edge, or for one that is being changed. */
export const BendHandles = deferred(async () => (await import('./BendHandles')).BendHandles);
export const EndHandles = deferred(async () => (await import('./EndHandles')).EndHandles);
export const EdgeLabelField = deferred(async () => (await import('./EdgeLabelField')).EdgeLabelField);
export const ReconnectPicker = deferred(
  async () => (await import('../tools/ReconnectPicker')).ReconnectPicker,
);
