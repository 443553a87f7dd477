import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { own } from '../../shared/model/own';

/** The parts of swc's tree that are looked at; any other is walked through. */
interface Syntax {
  readonly type?: string;
  readonly [key: string]: unknown;
}

export interface FoundWords {
  /** English templates by the files that have them. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  /** What is put into words and cannot be found by reading the source: `file: source of the argument`. */
  readonly unknown: readonly string[];
}

/** Which argument of these functions is an English template. */
const templateArgument: Readonly<Record<string, number>> = {
  t: 0,
  rich: 0,
  message: 0,
  words: 0,
  refusedEdit: 0,
  inLanguage: 1,
  say: 0,
};

/** Functions whose first argument is a template in this folder; elsewhere others have their names. */
const templateFirstIn: Readonly<Record<string, string>> = {
  refused: 'shared/edits/',
  explained: 'shared/analysis/explanations/',
  described: 'shared/analysis/explanations/',
  absent: 'shared/analysis/explanations/',
};

function argumentOf(file: string, name: string): number | undefined {
  const folder = own(templateFirstIn, name);
  if (folder !== undefined) return file.startsWith(folder) ? 0 : undefined;
  return own(templateArgument, name);
}

/** Fields of data that hold words wherever they stand: what is listed (rules, kinds, commands, fields …) is described by them. */
const fieldsOfWords = new Set(
  'title hint summary purpose limited when whenNot failsFirst why fix message label text note about'.split(
    ' ',
  ),
);

/** Objects and lists whose values are words: `layerTitles`, `assumptionTexts`, `variants` of a rule. */
const collections =
  /(?:[Tt]itles?|[Tt]exts?|[Ww]ords|[Nn]ames|[Ll]abels?|[Mm]eanings|[Hh]ints|[Ss]ignals|^variants|^fixes|^insteadOf|^tradeOffs)$/;

const swc = createRequire(import.meta.url)('@swc/core') as {
  readonly parseSync: (source: string, options: object) => Syntax;
};

const isSyntax = (value: unknown): value is Syntax => typeof value === 'object' && value !== null;

/** The texts that an expression can be, if all of it can be read: literals, choices between them, and literals added up. */
function literalsOf(value: unknown): readonly string[] | null {
  if (!isSyntax(value)) return null;
  switch (value.type) {
    case 'StringLiteral':
      return [String(value['value'])];
    case 'TemplateLiteral': {
      const [only] = value['quasis'] as readonly Syntax[];
      return (value['expressions'] as readonly unknown[]).length === 0 ? [String(only?.['cooked'])] : null;
    }
    case 'ParenthesisExpression':
    case 'TsAsExpression':
    case 'TsConstAssertion':
    case 'TsSatisfiesExpression':
      return literalsOf(value['expression']);
    case 'ConditionalExpression': {
      const [yes, no] = [literalsOf(value['consequent']), literalsOf(value['alternate'])];
      return yes === null || no === null ? null : [...yes, ...no];
    }
    case 'BinaryExpression': {
      if (value['operator'] === '??' || value['operator'] === '||') {
        const [left, right] = [literalsOf(value['left']), literalsOf(value['right'])];
        return left === null || right === null ? null : [...left, ...right];
      }
      if (value['operator'] !== '+') return null;
      const [left, right] = [literalsOf(value['left']), literalsOf(value['right'])];
      return left?.length === 1 && right?.length === 1 ? [`${left[0]}${right[0]}`] : null;
    }
    default:
      return null;
  }
}

const nameOf = (value: unknown): string => {
  if (!isSyntax(value)) return '';
  if (value.type === 'Identifier' || value.type === 'StringLiteral') return String(value['value']);
  if (value.type === 'MemberExpression') return nameOf(value['property']);
  return '';
};

/** Whether an argument that is no literal comes from data whose words are found where they are declared. */
function isDeclared(value: unknown): boolean {
  if (!isSyntax(value)) return false;
  switch (value.type) {
    case 'Identifier':
      return fieldsOfWords.has(nameOf(value)) || collections.test(nameOf(value));
    case 'MemberExpression': {
      const property = value['property'] as Syntax;
      if (property.type !== 'Computed')
        return fieldsOfWords.has(nameOf(property)) || collections.test(nameOf(property));
      return collections.test(nameOf(value['object'])) || isDeclared(value['object']);
    }
    case 'OptionalChainingExpression':
      return isDeclared(value['base']);
    case 'TsNonNullExpression':
    case 'ParenthesisExpression':
      return isDeclared(value['expression']);
    case 'BinaryExpression':
      return (
        (value['operator'] === '??' || value['operator'] === '||') &&
        [value['left'], value['right']].every(
          (side) => isDeclared(side) || literalsOf(side) !== null || nameOf(side) !== '',
        )
      );
    case 'ConditionalExpression':
      return [value['consequent'], value['alternate']].every(
        (side) => isDeclared(side) || literalsOf(side) !== null,
      );
    case 'CallExpression':
      // own(titles, id), choiceTitle(value): look-ups in collections of words.
      return (
        /(?:Title|Titles|Words|Text|Name|^wordOf)$/.test(nameOf(value['callee'])) ||
        (value['arguments'] as readonly Syntax[]).some(({ expression }) =>
          collections.test(nameOf(expression)),
        )
      );
    default:
      return false;
  }
}

class Finder {
  readonly words = new Map<string, Set<string>>();
  readonly unknown: string[] = [];

  read(file: string, source: string): void {
    const tree = swc.parseSync(source, {
      syntax: 'typescript',
      tsx: file.endsWith('.tsx'),
      target: 'es2022',
    });
    this.walk(tree, file);
  }

  private add(texts: readonly string[], file: string): void {
    for (const text of texts) {
      // A word is written in letters; ids of a class or a unit are found by the test that reads the window.
      if (!/\p{L}{2}/u.test(text)) continue;
      const files = this.words.get(text) ?? new Set();
      this.words.set(text, files.add(file));
    }
  }

  private walk(value: unknown, file: string): void {
    if (Array.isArray(value)) {
      for (const one of value) this.walk(one, file);
      return;
    }
    if (!isSyntax(value)) return;
    if (value.type === 'CallExpression') this.call(value, file);
    if (value.type === 'KeyValueProperty') this.property(value, file);
    if (value.type === 'VariableDeclarator') this.declaration(value, file);
    for (const inner of Object.values(value)) if (typeof inner === 'object') this.walk(inner, file);
  }

  private call(call: Syntax, file: string): void {
    const callee = call['callee'] as Syntax;
    const at = callee.type === 'Identifier' ? argumentOf(file, nameOf(callee)) : undefined;
    if (at === undefined) return;
    const argument = (call['arguments'] as readonly Syntax[])[at]?.['expression'];
    const literals = literalsOf(argument);
    if (literals !== null) this.add(literals, file);
    else if (!isDeclared(argument)) this.unknown.push(`${file}: ${nameOf(callee)}(${describe(argument)})`);
  }

  private property(property: Syntax, file: string): void {
    const name = nameOf(property['key']);
    if (fieldsOfWords.has(name)) this.addAll(property['value'], file);
    if (collections.test(name)) this.addAll(property['value'], file);
  }

  private declaration(declarator: Syntax, file: string): void {
    const name = nameOf(declarator['id']);
    if (collections.test(name)) this.addAll(declarator['init'], file);
  }

  /** Every literal of a collection, in lists and objects within it too. */
  private addAll(value: unknown, file: string): void {
    const literals = literalsOf(value);
    if (literals !== null) this.add(literals, file);
    if (!isSyntax(value) || literals !== null) return;
    if (value.type === 'ArrayExpression')
      for (const element of value['elements'] as readonly (Syntax | null)[])
        this.addAll(element?.['expression'], file);
    else if (value.type === 'ObjectExpression')
      for (const inner of value['properties'] as readonly Syntax[]) this.addAll(inner['value'], file);
    else if (value['expression'] !== undefined) this.addAll(value['expression'], file);
  }
}

const describe = (value: unknown): string =>
  isSyntax(value)
    ? `${String(value.type)} ${nameOf(value) || nameOf(value['callee']) || ''}`.trim()
    : 'nothing';

function sourcesIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(root, path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Every English template of sources that are given as text. */
export function wordsOfSources(sources: Readonly<Record<string, string>>): FoundWords {
  const finder = new Finder();
  for (const [file, source] of Object.entries(sources)) finder.read(file, source);
  return finder;
}

/** Where these functions are defined, over any text. */
const definitions = new Set(['shared/math/message.ts', 'renderer/words/t.ts', 'renderer/words/rich.tsx']);

/** Every English template of the program, with the files that have it. */
export const extractWords = (root: string): FoundWords =>
  wordsOfSources(
    Object.fromEntries(
      ['shared', 'renderer', 'electron/cli'].flatMap((folder) =>
        sourcesIn(root, folder)
          .filter((path) => !definitions.has(path))
          .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
      ),
    ),
  );
