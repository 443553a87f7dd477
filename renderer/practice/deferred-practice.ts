import { deferred } from '../ui/deferred';

/** Practice is loaded when it is first opened. */
export const PracticeRoom = deferred(async () => (await import('./PracticeRoom')).PracticeRoom);
export const AttemptSheet = deferred(async () => (await import('./sheet/AttemptSheet')).AttemptSheet);
