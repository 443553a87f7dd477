import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * @typedef {object} ToolResult
 * @property {number} code the exit code; 1 where the program could not be started or was stopped
 * @property {string} output what it printed, both streams in the order of arrival
 * @property {boolean} timedOut
 */

/**
 * Runs a program to its end and collects what it says.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, timeLimitMs?: number, shell?: boolean }} options
 * @returns {Promise<ToolResult>}
 */
export function runTool(command, args, { cwd, env = process.env, timeLimitMs, shell = false }) {
  return new Promise((done) => {
    const child = spawn(command, [...args], { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let timedOut = false;
    const timer =
      timeLimitMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeLimitMs);
    const collect = (/** @type {Buffer} */ part) => {
      output += part.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => {
      clearTimeout(timer);
      done({ code: 1, output: `${output}${command}: ${error.message}\n`, timedOut });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ code: code ?? 1, output, timedOut });
    });
  });
}

/**
 * Runs npm: by the file that runs this very script where npm started it, so that no shell and no PATH is needed.
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 */
export function runNpm(args, options) {
  const env = options.env ?? process.env;
  const cli = env['npm_execpath'];
  if (cli !== undefined && /npm-cli\.c?js$/.test(cli))
    return runTool(process.execPath, [cli, ...args], options);
  const onWindows = process.platform === 'win32';
  return runTool(onWindows ? 'npm.cmd' : 'npm', args, { ...options, shell: onWindows });
}

/**
 * Runs the program of an installed package by its own script, without a shell.
 * @param {string} script path below node_modules
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, timeLimitMs?: number }} options
 */
export function runScript(script, args, options) {
  return runTool(process.execPath, [join(options.cwd, 'node_modules', script), ...args], options);
}
