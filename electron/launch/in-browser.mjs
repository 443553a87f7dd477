import { hasDisplay } from './electron.mjs';
import { openAddress } from './open-address.mjs';
import { builtWindow, identityOf } from './project.mjs';
import { addressOf, fixedPort, runningCopy, serve } from './serve.mjs';

/**
 * Serves the built window for the person's browser, until it is interrupted. Where a copy already answers on the port,
 * that one is shown; where something else does, it says so and gives up, never taking another port.
 * @param {{ why: string, open: boolean, say: (line: string) => void, port?: number }} options
 * @returns {Promise<number>} the exit code
 */
export async function runInBrowser({ why, open, say, port = fixedPort }) {
  const identity = identityOf();
  const url = addressOf(port);
  const show = () => {
    if (open && hasDisplay(process.platform, process.env)) openAddress(url);
  };
  const served = await serve({ port, root: builtWindow, identity });
  if (!served.ok) {
    const copy = await runningCopy(port, identity.name);
    if (copy === null) {
      say(
        `Port ${port} of 127.0.0.1 is taken by another program; end it first. The designs are kept under that address.`,
      );
      return 1;
    }
    say(`Loadline ${copy.version} is already running: ${url}`);
    show();
    return 0;
  }
  say(`Loadline runs in the browser, as ${why}: ${url} (Ctrl+C ends it)`);
  show();
  await interrupted();
  await served.server.close();
  return 0;
}

/** @returns {Promise<void>} */
function interrupted() {
  return new Promise((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
}
