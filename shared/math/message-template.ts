import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';

/** What a template asks for by name: what is printed, and what decides on a plural or a choice. */
export interface TemplateValues {
  /** The value as it is printed; undefined leaves the placeholder as it is written. */
  readonly printed: (name: string) => string | undefined;
  /** The number a plural is of, or the key of a choice. */
  readonly deciding: (name: string) => number | string;
}

/** An ICU template that is parsed once and filled often. */
export type Template = (values: TemplateValues) => string;

/** Names of deciding values stand apart from those of printed ones: the same argument may be both. */
const decidingPrefix = '#';

/** No brace, and no apostrophe that could quote one. */
const isPlain = (text: string): boolean => !/[{}]|''/.test(text);

/** Nothing but {placeholders} and text without quotes: filled without the parser, which most texts of the window are. */
const isSimple = (text: string): boolean => !text.includes("'") && /^(?:[^{}]|\{[A-Za-z]\w*\})*$/.test(text);

/**
 * Parses an ICU message: {name}, {name, plural, …}, {name, select, …}. Throws a SyntaxError for one that is malformed, which a
 * test finds before anybody reads it.
 */
export function templateOf(text: string, locale: string): Template {
  if (isPlain(text)) return () => text;
  if (isSimple(text)) return simpleTemplate(text);
  const names = { printed: new Set<string>(), deciding: new Set<string>() };
  const elements = parse(text, { ignoreTag: true }).map((element) => named(element, names, ''));
  const format = new IntlMessageFormat(elements, locale);
  return (values) => {
    const given: Record<string, string | number> = Object.create(null);
    for (const name of names.printed) given[name] = values.printed(name) ?? `{${name}}`;
    for (const name of names.deciding) given[decidingPrefix + name] = values.deciding(name);
    return String(format.format(given));
  };
}

function simpleTemplate(text: string): Template {
  // Odd parts are names.
  const parts = text.split(/\{([A-Za-z]\w*)\}/);
  return ({ printed }) => {
    let filled = '';
    for (let i = 0; i < parts.length; i += 1) {
      const part = parts[i] ?? '';
      filled += i % 2 === 0 ? part : (printed(part) ?? `{${part}}`);
    }
    return filled;
  };
}

interface Names {
  readonly printed: Set<string>;
  readonly deciding: Set<string>;
}

/**
 * The element with `#` as the argument that it represents, so that numbers are printed by our own formats, and with deciding
 * values under names of their own.
 */
function named(element: MessageFormatElement, names: Names, counted: string): MessageFormatElement {
  switch (element.type) {
    case TYPE.argument:
      names.printed.add(element.value);
      return element;
    case TYPE.pound:
      names.printed.add(counted);
      return { type: TYPE.argument, value: counted };
    case TYPE.plural:
    case TYPE.select: {
      names.deciding.add(element.value);
      const inside = element.type === TYPE.plural ? element.value : counted;
      const options = Object.entries(element.options).map(([key, { value }]) => [
        key,
        { value: value.map((one) => named(one, names, inside)) },
      ]);
      return { ...element, value: decidingPrefix + element.value, options: Object.fromEntries(options) };
    }
    default:
      return element;
  }
}
