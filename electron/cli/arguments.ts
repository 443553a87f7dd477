import { plainCharacters, readNumberNotation } from '../../shared/math/number-notation';
import type { Option, Usage } from './command';
import { hint } from './nearest';

export type Arguments =
  | { readonly ok: true; readonly operands: readonly string[]; readonly options: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly message: string };

const optionWords = (option: Option): string =>
  option.value === undefined ? `--${option.name}` : `--${option.name} ${option.value}`;

/** What may be left out in brackets: 'loadline check FILE [--json] [--min-severity error|warning|info]' */
export function usageOf({ id, operands, options }: Usage): string {
  const words = options.map((option) =>
    option.isRequired ? optionWords(option) : `[${optionWords(option)}]`,
  );
  return ['loadline', id, ...operands, ...words].join(' ');
}

/** The words after a subcommand as its operands and options; both `--name value` and `--name=value`; `--` ends the options. */
export function readArguments(command: Usage, words: readonly string[]): Arguments {
  const operands: string[] = [];
  const options = new Map<string, string>();
  const refuse = (message: string): Arguments => ({ ok: false, message: `${command.id}: ${message}` });
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') {
      operands.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const read = readOption(command, word, words[at + 1]);
    if ('message' in read) return refuse(read.message);
    if (options.has(read.name)) return refuse(`--${read.name} is given twice. Give it once.`);
    options.set(read.name, read.value);
    if (read.takesNext) at += 1;
  }
  const problem = operandProblem(command, operands) ?? missingOption(command, options);
  return problem === null ? { ok: true, operands, options } : refuse(problem);
}

type ReadOption =
  | { readonly name: string; readonly value: string; readonly takesNext: boolean }
  | { readonly message: string };

function readOption(command: Usage, word: string, next: string | undefined): ReadOption {
  const [written = '', ...rest] = word.split('=');
  const inline = word.includes('=') ? rest.join('=') : undefined;
  const option = command.options.find(({ name }) => `--${name}` === written);
  if (option === undefined) {
    const known = command.options.map(({ name }) => `--${name}`);
    const advice = known.length === 0 ? ` Write ${usageOf(command)}.` : hint(written, known);
    return { message: `unknown option ${written}.${advice}` };
  }
  const { name } = option;
  if (option.value === undefined) {
    if (inline !== undefined) return { message: `--${name} takes no value. Write --${name} alone.` };
    return { name, value: '', takesNext: false };
  }
  const value = inline ?? next;
  // A value may begin with a dash (a negative number, standard output); an option's name is none.
  if (value === undefined || (inline === undefined && value.startsWith('--')))
    return { message: `--${name} lacks its value. Write ${optionWords(option)}.` };
  if (option.choices !== undefined && !option.choices.includes(value)) {
    const choices = option.choices.join(', ');
    return { message: `--${name} is one of ${choices}, not "${value}".${meant(value, option.choices)}` };
  }
  return { name, value, takesNext: inline === undefined };
}

function meant(value: string, choices: readonly string[]): string {
  const words = hint(value, choices);
  return words.startsWith(' Did') ? words : ' Choose one of them.';
}

function operandProblem(command: Usage, operands: readonly string[]): string | null {
  const missing = command.operands[operands.length];
  if (missing !== undefined) return `${missing} is missing. Write ${usageOf(command)}.`;
  const extra = operands[command.operands.length];
  return extra === undefined ? null : `"${extra}" is one word too many. Write ${usageOf(command)}.`;
}

function missingOption(command: Usage, given: ReadonlyMap<string, string>): string | null {
  const missing = command.options.find(({ name, isRequired }) => isRequired && !given.has(name));
  return missing === undefined ? null : `--${missing.name} is missing. Write ${usageOf(command)}.`;
}

export type ReadNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly message: string };

/**
 * The number that an option was given, between two limits; `fallback` where it was left out. A single comma with three digits behind it
 * groups thousands and a point begins the decimals, whatever the locale: scripts read the same everywhere.
 */
export function numberOption(
  options: ReadonlyMap<string, string>,
  name: string,
  fallback: number,
  [least, most]: readonly [number, number],
): ReadNumber {
  const text = options.get(name);
  if (text === undefined) return { ok: true, value: fallback };
  const value = numberIn(text);
  if (value >= least && value <= most) return { ok: true, value };
  return { ok: false, message: `--${name} is a number from ${least} to ${most}, not "${text}". Correct it.` };
}

function numberIn(text: string): number {
  const [, minus = '', digits = ''] = /^\s*([+-]?)(.*)$/.exec(plainCharacters(text)) ?? [];
  const magnitude = readNumberNotation(digits, ',')?.value ?? Number.NaN;
  return minus === '-' ? -magnitude : magnitude;
}
