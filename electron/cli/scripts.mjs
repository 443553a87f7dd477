import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** What a CommonJS script finds around itself (nodejs.org/api/modules.html, "The module wrapper"). */
const words = ['exports', 'require', 'module', '__filename', '__dirname'];

/**
 * The scripts of a folder, each run on first use. Beside a script may lie what V8 compiled of it; the version
 * of V8 that wrote it takes that over in place of compiling anew, any other one passes it by.
 * @param {string} folder
 */
export function openScripts(folder) {
  const requireOther = createRequire(join(folder, 'any.cjs'));
  /** @type {Map<string, { script: Script, module: { exports: any } }>} */
  const opened = new Map();

  /** @param {string} name */
  function load(name) {
    const known = opened.get(name);
    if (known !== undefined) return known.module.exports;
    const filename = join(folder, name);
    const cache = compiledName(filename);
    const script = new Script(`(function(${words}){${readFileSync(filename, 'latin1')}\n})`, {
      filename,
      ...(existsSync(cache) && { cachedData: readFileSync(cache) }),
    });
    const module = { exports: {} };
    opened.set(name, { script, module });
    script.runInThisContext()(module.exports, requireScript, module, filename, folder);
    return module.exports;
  }

  /** @param {string} id */
  const requireScript = (id) => (id.startsWith('./') ? load(id.slice(2)) : requireOther(id));

  return { load, opened: () => [...opened].map(([name, { script }]) => ({ name, script })) };
}

/** @param {string} script */
export const compiledName = (script) => `${script}.compiled`;
