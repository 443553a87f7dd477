import { version } from '../../package.json';
import { failed, nodeHost } from './host';
import { printable } from './printable';
import { run } from './run';

export { run };

/**
 * The command line as a process: its words are those that it was called with. What it did not foresee ends it with 2 and not, as
 * Node would, with 1: that would say that check found something.
 */
export async function main(): Promise<void> {
  process.on('uncaughtException', (error) => {
    process.exitCode = 2;
    process.stderr.write(`loadline: This should not have happened. ${error.stack ?? error.message}\n`);
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as head, closes the pipe: nothing is wrong then.
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    process.stderr.write(`standard output: ${failed(error, true).message}\n`);
  });
  // Nothing reads the output, so that there is nothing to report to.
  process.stderr.on('error', () => undefined);
  const { exit, output, notes } = await run(process.argv.slice(2), nodeHost(), version);
  process.exitCode = exit;
  for (const note of notes) process.stderr.write(`${printable(note)}\n`);
  process.stdout.write(output);
}
