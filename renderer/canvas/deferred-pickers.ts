import { deferred } from '../ui/deferred';

/** The lists at what is selected, loaded when one is asked for. */
export const ConnectPicker = deferred(async () => (await import('./tools/ConnectPicker')).ConnectPicker);
export const GroupPicker = deferred(async () => (await import('./groups/GroupPicker')).GroupPicker);
export const KindPicker = deferred(async () => (await import('./KindPicker')).KindPicker);
export const FallbackPicker = deferred(async () => (await import('./tools/FallbackPicker')).FallbackPicker);
