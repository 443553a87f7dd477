// Dexie looks for IndexedDB once, when it is loaded, and stays loaded for every file of a worker.
import 'fake-indexeddb/auto';
import { vi } from 'vitest';

// A worker runs file after file: each is to find the modules of the window as if nobody had used them.
vi.resetModules();
