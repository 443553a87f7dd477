// Dexie looks for IndexedDB once, when it is loaded, and stays loaded for every file of a worker.
import 'fake-indexeddb/auto';
import { vi } from 'vitest';

interface LoadedModule {
  promise: unknown;
  exports: unknown;
  evaluated: boolean;
  readonly importers: Set<string>;
}

/** What the runner of this worker has loaded, by path; the same that `vi.resetModules` empties. */
function loadedModules(): ReadonlyMap<string, LoadedModule> | undefined {
  const worker: unknown = Reflect.get(globalThis, '__vitest_worker__');
  if (typeof worker !== 'object' || worker === null) return undefined;
  const loaded: unknown = Reflect.get(worker, 'evaluatedModules');
  if (typeof loaded !== 'object' || loaded === null) return undefined;
  const byPath: unknown = Reflect.get(loaded, 'idToModuleMap');
  return byPath instanceof Map ? byPath : undefined;
}

/**
 * A worker runs file after file: each is to find the modules of the window as if nobody had used them. Those of `shared/` are
 * pure functions, and to load them again for each file takes longer than most of these tests.
 */
function forgetWindow(): void {
  const modules = loadedModules();
  if (modules === undefined) {
    vi.resetModules();
    return;
  }
  for (const [path, loaded] of modules) {
    if (!/\/(?:renderer|tests)\//.test(path) || /^mock:|\/node_modules\//.test(path)) continue;
    loaded.promise = undefined;
    loaded.exports = undefined;
    loaded.evaluated = false;
    loaded.importers.clear();
  }
}

forgetWindow();
