import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type RolldownOptions } from 'rolldown';
import { projectRoot } from '../../electron/launch/project.mjs';
import configs from '../../electron/rolldown.config.mjs';

export interface Ended {
  readonly exit: number | null;
  readonly output: Buffer;
  readonly errors: string;
}

export interface BuiltCli {
  /** What the build wrote. */
  readonly folder: string;
  /** Runs it as a process of its own, in the project's folder, without a terminal. */
  readonly run: (words: readonly string[], input?: string | Uint8Array) => Promise<Ended>;
  readonly remove: () => void;
}

/** The command line, built as `npm run build` does, into a folder of its own that finds the project's packages. */
export async function builtCli(): Promise<BuiltCli> {
  const cache = join(projectRoot, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'cli-'));
  // One after the other, as rolldown does: the first of them clears the folder.
  for (const config of configs as readonly RolldownOptions[])
    if (isOfCommandLine(config)) await build({ ...config, output: { ...config.output, dir: folder } });
  return {
    folder,
    run: (words, input) => runProcess([join(folder, 'loadline.mjs'), ...words], input),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

const isOfCommandLine = ({ output }: RolldownOptions): boolean =>
  output !== undefined && 'dir' in output && output.dir?.endsWith('/cli') === true;

function runProcess(words: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, FORCE_COLOR: undefined };
    const child = spawn(process.execPath, words, { cwd: projectRoot, env });
    const output: Buffer[] = [];
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, output: Buffer.concat(output), errors }));
    // A child that refuses its input early closes the pipe before all of it is written.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
