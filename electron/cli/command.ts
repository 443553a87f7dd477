import type { Host } from './host';

/** What a subcommand ends in: an exit code, what goes to standard output and, line by line, to standard error. */
export interface Outcome {
  /** 0: fine. 1: something was found. 2: unusable input or arguments. */
  readonly exit: 0 | 1 | 2;
  readonly output: string | Uint8Array;
  readonly notes: readonly string[];
}

/** One option of a subcommand; without `value` it is a switch. */
export interface Option {
  readonly name: string;
  /** What represents its value in the help. */
  readonly value?: string;
  /** Whether it must be given. */
  readonly isRequired?: true;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  readonly summary: string;
}

/** What a subcommand was called with. */
export interface Call {
  readonly operands: readonly string[];
  /** Values by the option's name; of a switch ''. */
  readonly options: ReadonlyMap<string, string>;
  readonly host: Host;
}

/** One subcommand, with all that its help says. */
export interface Command {
  /** The word it is called by; the file that runs it is named after it. */
  readonly id: string;
  readonly operands: readonly string[];
  /** A function where they are made of what takes time to load. */
  readonly options: readonly Option[] | (() => Promise<readonly Option[]>);
  readonly summary: string;
  readonly load: () => Promise<{ readonly run: (call: Call) => Promise<Outcome> }>;
  /** What its help says beside: what a file that it takes can hold. */
  readonly details?: () => Promise<readonly string[]>;
}

/** What the help says of a subcommand. */
export interface Usage extends Pick<Command, 'id' | 'operands' | 'summary'> {
  readonly options: readonly Option[];
}

export const done = (output: string | Uint8Array, notes: readonly string[] = []): Outcome => ({
  exit: 0,
  output,
  notes,
});

export const refused = (message: string): Outcome => ({ exit: 2, output: '', notes: [message] });

/** One JSON value, as standard output gets it. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
