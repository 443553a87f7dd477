import { deferred, deferredField } from '../../ui/deferred';

/** What is there only for a selected edge, or for one that is being changed. */
export const BendHandles = deferred(async () => (await import('./BendHandles')).BendHandles);
export const EndHandles = deferred(async () => (await import('./EndHandles')).EndHandles);
export const EdgeLabelField = deferredField(async () => (await import('./EdgeLabelField')).EdgeLabelField);
export const ReconnectPicker = deferredField(
  async () => (await import('../tools/ReconnectPicker')).ReconnectPicker,
);
