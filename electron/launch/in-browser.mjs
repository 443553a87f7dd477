import { hasDisplay } from './electron.mjs';
import { identityOf, occupantOf } from './identity.mjs';
import { openAddress } from './open-address.mjs';
import { builtWindow, programOf } from './project.mjs';
import { addressOf, fixedPort, serve } from './serve.mjs';

/** @typedef {import('./serve.mjs').Server} Server */

/** Ports that are tried beside another copy of the program. The one after the fixed port is that of `npm run dev`. */
const portsBesideAnother = { afterFixed: 2, count: 20 };

/**
 * Serves the built window for the person's browser, until it is interrupted. Where this very build is already served, that
 * is shown; beside another build it takes a port of its own, and says so; to a stranger it leaves the port and gives up,
 * since the designs are kept under that address.
 * @param {{ why: string, open: boolean, say: (line: string) => void, port?: number, window?: string }} options
 * @returns {Promise<number>} the exit code
 */
export async function runInBrowser({ why, open, say, port = fixedPort, window = builtWindow }) {
  const show = (/** @type {string} */ url) => {
    if (open && hasDisplay(process.platform, process.env)) openAddress(url);
  };
  const claimed = await claimPort(port, window, say);
  if (claimed === null) return 1;
  if (claimed.server === null) {
    say(`This copy of Loadline is already running: ${claimed.url}`);
    show(claimed.url);
    return 0;
  }
  say(`Loadline runs in the browser, as ${why}: ${claimed.url} (Ctrl+C ends it)`);
  show(claimed.url);
  await interrupted();
  await claimed.server.close();
  return 0;
}

/**
 * Begins to serve on the port, or on another where another copy has that one.
 * @param {number} port
 * @param {string} window absolute path of the built window
 * @param {(line: string) => void} say
 * @returns {Promise<{ url: string, server: Server | null } | null>} the server is null where this build is already served;
 *   null where there is no port to take
 */
async function claimPort(port, window, say) {
  const program = programOf();
  const identity = await identityOf(program, window);
  const { afterFixed, count } = portsBesideAnother;
  const others = Array.from({ length: count }, (_, at) => port + afterFixed + at);
  for (const candidate of [port, ...others]) {
    const served = await serve({ port: candidate, root: window, program });
    if (served.ok) return { url: served.server.url, server: served.server };
    const url = addressOf(candidate);
    const occupant = await occupantOf(url, identity);
    if (occupant.kind === 'same') return { url, server: null };
    if (candidate !== port) continue;
    if (occupant.kind === 'stranger') {
      say(
        `Port ${port} of 127.0.0.1 is taken by another program. End it and start again: the designs are kept under that address.`,
      );
      return null;
    }
    say(
      `Another copy of Loadline (${occupant.version}) runs at ${url}. This one takes another address, where other designs are kept; to see those, end the other copy and start again.`,
    );
  }
  say(
    `No port from ${others[0]} to ${others.at(-1)} of 127.0.0.1 is free. End a program that has one of them.`,
  );
  return null;
}

/** @returns {Promise<void>} */
function interrupted() {
  return new Promise((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
}
