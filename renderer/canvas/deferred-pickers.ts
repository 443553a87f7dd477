import { deferredField } from '../ui/deferred';

/** The lists at what is selected, loaded when one is asked for. */
export const ConnectPicker = deferredField(async () => (await import('./tools/ConnectPicker')).ConnectPicker);
export const FallbackPicker = deferredField(
  async () => (await import('./tools/FallbackPicker')).FallbackPicker,
);
export const GroupPicker = deferredField(async () => (await import('./groups/GroupPicker')).GroupPicker);
export const KindPicker = deferredField(async () => (await import('./KindPicker')).KindPicker);
