import { z } from 'zod';

// Without it zod compiles schemas with `new Function`, which the content security policy of the window refuses.
z.config({ jitless: true });

/** The one import of zod, so that no schema is made before it is set up. */
export { z };
