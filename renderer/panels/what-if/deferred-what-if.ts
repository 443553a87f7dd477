import { deferred } from '../../ui/deferred';

/** What happens to a design while something fails: loaded when the tab is opened. */
export const WhatIfTab = deferred(async () => (await import('./WhatIfTab')).WhatIfTab);
