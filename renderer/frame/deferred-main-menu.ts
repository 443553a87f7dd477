import { deferred } from '../ui/deferred';

/** The list of all commands, which comes after the first page. */
export const MainMenuList = deferred(async () => (await import('./MainMenuList')).MainMenuList);
