import { resolve } from '../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { formatList, inLanguage } from '../../shared/math/format-message';
import { english } from '../../shared/math/language';
import { fixOf, messageOf, partNames } from '../../shared/rules/finding-text';
import { type Finding, type Severity, severities } from '../../shared/rules/rule';
import { assess } from './assess';
import { type Call, jsonText, type Outcome, refused } from './command';
import { designTitle } from './design-title';
import { printable } from './printable';
import { readDesign } from './read-design';
import { type Style, styleOf } from './style';

type Counts = Readonly<Record<Severity, number>>;

const countOf = (findings: readonly Finding[]): Counts => {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
};

/** A finding as `--json` prints it, its words filled in. */
function findingJson(finding: Finding, nameOf: (id: string) => string) {
  const { rule, severity, stage, target } = finding;
  return { rule, severity, stage, target, message: messageOf(finding, nameOf), fix: fixOf(finding, nameOf) };
}

const isQuestion = ({ stage }: Finding): boolean => stage === 'question';

function coloured(finding: Finding, style: Style): string {
  const { severity } = finding;
  const word = (isQuestion(finding) ? 'question' : severity).padEnd(8);
  if (severity === 'error') return style.red(word);
  return severity === 'warning' ? style.yellow(word) : style.faint(word);
}

function countWords(findings: readonly Finding[], suppressed: number): string {
  const questions = findings.filter(isQuestion).length;
  const { error, warning, info } = countOf(findings);
  const say = (text: string, count: number): string => inLanguage(english, text, { count: { count } });
  const words = [
    say('{count, plural, one {# error} other {# errors}}', error),
    say('{count, plural, one {# warning} other {# warnings}}', warning),
    say('{count, plural, one {# hint} other {# hints}}', info - questions),
  ];
  if (questions > 0) words.push(say('{count, plural, one {# question} other {# questions}}', questions));
  if (suppressed > 0) words.push(say('{count} dismissed', suppressed));
  return formatList(words);
}

/** Each finding on three lines: how bad and where, what is wrong, what to do; then how many there are. */
function findingsText(
  design: ResolvedDesign,
  findings: readonly Finding[],
  suppressed: number,
  style: Style,
): string {
  const nameOf = partNames(design);
  // Questions come last: they say nothing against the design yet.
  const sorted = [...findings.filter((finding) => !isQuestion(finding)), ...findings.filter(isQuestion)];
  const blocks = sorted.map((finding) => {
    const { target, rule } = finding;
    const place = target === '*' ? designTitle(design) : nameOf(target);
    const id = target === '*' ? '' : ` ${style.faint(`(${target})`)}`;
    return [
      `${coloured(finding, style)}  ${style.bold(printable(place))}${id}  ${style.faint(rule)}`,
      `          ${printable(messageOf(finding, nameOf))}`,
      `          ${style.faint('→')} ${printable(fixOf(finding, nameOf))}`,
      '',
    ].join('\n');
  });
  const counts = countWords(findings, suppressed);
  return `${[...blocks, `${style.bold(designTitle(design))}: ${counts}`].join('\n')}\n`;
}

export async function run({ operands: [name = ''], options, host }: Call): Promise<Outcome> {
  const read = await readDesign(host, name);
  if (!read.ok) return refused(read.message);
  const design = resolve(read.value);
  const { findings, suppressed } = assess(design).evaluation;
  const least = severities.findIndex((severity) => severity === (options.get('min-severity') ?? 'error'));
  const exit = findings.some(({ severity }) => severities.indexOf(severity) <= least) ? 1 : 0;
  const nameOf = partNames(design);
  const output = options.has('json')
    ? jsonText({
        findings: findings.map((finding) => findingJson(finding, nameOf)),
        suppressed: suppressed.map((finding) => findingJson(finding, nameOf)),
        counts: countOf(findings),
      })
    : findingsText(design, findings, suppressed.length, styleOf(host.colour));
  return { exit, output, notes: [] };
}
