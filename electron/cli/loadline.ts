import { version } from '../../package.json';
import { nodeHost } from './host';
import { printable } from './printable';
import { run } from './run';

// A reader that has seen enough, such as head, closes the pipe: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const { exit, output, notes } = await run(process.argv.slice(2), nodeHost(), version);
process.exitCode = exit;
for (const note of notes) process.stderr.write(`${printable(note)}\n`);
process.stdout.write(output);
