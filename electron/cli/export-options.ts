import { formats } from '../../shared/formats';
import { endingsOf, type Format } from '../../shared/formats/format';
import {
  type FormatOption,
  type OptionFlag,
  type OptionValues,
  optionsOf,
} from '../../shared/formats/options';
import { numberOption } from './arguments';
import type { Option } from './command';
import type { Attempt } from './host';

/** The word for a format in --format: the ending of its files. */
export const wordOf = (format: Format): string => endingsOf(format)[0];

/** The words of all formats, in the order in which they are offered. */
export const formatWords: readonly string[] = formats.map(wordOf);

type Flagged = FormatOption & { readonly flag: OptionFlag };

const isFlagged = (option: FormatOption): option is Flagged => option.flag !== undefined;

/** The options of all formats that have a flag; a flag that formats share is listed once. */
const flagged: readonly Flagged[] = [
  ...new Map(
    formats
      .flatMap(({ options }) => optionsOf(options))
      .filter(isFlagged)
      .map((option) => [option.flag.name, option]),
  ).values(),
];

function asOption({ flag, type }: Flagged): Option {
  const { name, summary } = flag;
  if (type.kind === 'choice')
    return { name, value: flag.value ?? type.choices.join('|'), choices: type.choices, summary };
  return { name, ...(flag.value === undefined ? {} : { value: flag.value }), summary };
}

/** The options of `export`: format and file, then the options of the formats. */
export const exportOptions: readonly Option[] = [
  {
    name: 'format',
    value: formatWords.join('|'),
    choices: formatWords,
    summary: 'What to write; by the ending of --out where left out.',
  },
  {
    name: 'out',
    value: 'FILE',
    isRequired: true,
    summary: 'The file to write; - for standard output.',
  },
  ...flagged.map(asOption),
];

/** The given values of the formats' options, or the error in the first invalid one. */
export function readFormatOptions(given: ReadonlyMap<string, string>): Attempt<OptionValues> {
  const values: Record<string, OptionValues[string]> = {};
  for (const { name, flag, type, standard, isValid } of flagged) {
    const text = given.get(flag.name);
    if (text === undefined) continue;
    if (type.kind === 'switch') {
      values[name] = standard !== true;
    } else if (type.kind === 'number') {
      const number = numberOption(given, flag.name, type.least, [type.least, type.most]);
      if (!number.ok) return number;
      values[name] = number.value;
    } else {
      if (!isValid(text))
        return { ok: false, message: `--${flag.name} is ${flag.expected}, not "${text}". Correct it.` };
      values[name] = text;
    }
  }
  return { ok: true, value: values };
}
