import { deferredField } from '../ui/deferred';

/** The list of all commands, which comes after the first page. */
export const MainMenuList = deferredField(async () => (await import('./MainMenuList')).MainMenuList);
