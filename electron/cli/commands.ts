import { analyzeCommand } from './analyze';
import { checkCommand } from './check';
import type { Command } from './command';
import { exportCommand } from './export';
import { newCommand } from './new';
import { schemaCommand } from './schema';
import { templatesCommand } from './templates';

/** Every subcommand, in the order of the help. */
export const commands: readonly Command[] = [
  checkCommand,
  analyzeCommand,
  exportCommand,
  templatesCommand,
  newCommand,
  schemaCommand,
];
