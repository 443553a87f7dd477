import { vi } from 'vitest';

// A worker runs file after file: each is to find the modules of the window as if nobody had used them.
vi.resetModules();
