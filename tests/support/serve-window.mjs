import { ensureBuilt } from '../../electron/launch/build.mjs';
import { builtWindow, programOf, projectRoot } from '../../electron/launch/project.mjs';
import { serve } from '../../electron/launch/serve.mjs';

/**
 * Serves the built window on a free port for the time of a run, exactly as `npm start` serves it.
 * @returns {Promise<() => Promise<void>>} what ends it
 */
export default async function serveWindow() {
  if (!(await ensureBuilt(projectRoot, console.log))) throw new Error('There is no build to test.');
  const served = await serve({ port: 0, root: builtWindow, program: programOf() });
  if (!served.ok) throw new Error('No free port.');
  process.env['LOADLINE_URL'] = served.server.url;
  return () => served.server.close();
}
