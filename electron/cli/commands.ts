import type { Command } from './command';

/** Every subcommand, in the order of the help; one is loaded when it is called, so that none waits for what others need. */
export const commands: readonly CommandEntry[] = [
  { id: 'check', load: async () => (await import('./check')).checkCommand },
  { id: 'analyze', load: async () => (await import('./analyze')).analyzeCommand },
  { id: 'sweep', load: async () => (await import('./sweep')).sweepCommand },
  { id: 'size', load: async () => (await import('./size')).sizeCommand },
  { id: 'export', load: async () => (await import('./export')).exportCommand },
  { id: 'diff', load: async () => (await import('./diff')).diffCommand },
  { id: 'templates', load: async () => (await import('./templates')).templatesCommand },
  { id: 'new', load: async () => (await import('./new')).newCommand },
  { id: 'schema', load: async () => (await import('./schema')).schemaCommand },
];

export interface CommandEntry {
  readonly id: string;
  readonly load: () => Promise<Command>;
}
