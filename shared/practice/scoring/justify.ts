import { message } from '../../math/message';
import type { Design } from '../../model/schema';
import { citesFigure, type Statement, statementsOf } from '../statements';
import type { Evidence } from './evidence';
import { itemLink, type Judgement } from './point';
import { writtenItem } from './written';

/** So many choices with an alternative and a figure are enough. */
const enoughDecisions = 3;

type Decision = NonNullable<NonNullable<Design['writing']>['decisions']>[number];

/** Justify: choices against alternatives with a figure that decides, the table of layers and hops read aloud, trade-offs. */
export function judgeJustify(evidence: Evidence): readonly Judgement[] {
  const { attempt, said } = evidence;
  const decisions = attempt.design.writing?.decisions ?? [];
  const records = distinct(
    decisions.map((decision) => ({ share: decisionShare(decision), key: keyOf(decision) })),
  );
  const spoken = said('justify')
    .filter(comparesChoices)
    .map((statement) => ({
      share: citesFigure(statement.text) ? 0.75 : 0.4,
      key: statement.stems.join(' '),
    }));
  const best = [...records, ...distinct(spoken)].sort((a, b) => b.share - a.share).slice(0, enoughDecisions);
  const choices = [0, 1, 2].map((at): Judgement => {
    const share = best[at]?.share ?? 0;
    return {
      id: `choice-${at + 1}`,
      weight: 2,
      share,
      reason:
        share === 1
          ? message('A choice is held against an alternative, with a figure.')
          : share > 0
            ? message('A choice lacks an alternative, or a figure that decides.')
            : message('Fewer than {count} choices are held against alternatives.', {
                count: { count: enoughDecisions },
              }),
      link: itemLink('justify', 'choices'),
    };
  });
  return [
    ...choices,
    writtenItem(evidence, 'justify', ['layer-throughput'], {
      weight: 1,
      terms: ['throughput', 'capacity', 'rps', 'requests a second', 'qps'],
      withFigure: true,
      there: message('The throughput of the layers is given.'),
      missing: message('The throughput of the layers is not given.'),
    }),
    writtenItem(evidence, 'justify', ['overall-latency', 'hop-latency'], {
      weight: 1,
      terms: ['latency', 'p99', 'ms', 'tail'],
      withFigure: true,
      there: message('The latency is added up.'),
      missing: message('The latency is not added up.'),
    }),
    writtenItem(evidence, 'justify', ['trade-offs'], {
      weight: 1.5,
      terms: [
        'trade',
        'costs',
        'rather',
        'instead',
        'price',
        'give up',
        'downside',
        'drawback',
        'versus',
        'compromise',
      ],
      there: message('A trade-off is named.'),
      missing: message('No trade-off is named.'),
    }),
  ];
}

const textOf = (of: Decision): string =>
  [of.title, of.context, of.choice, of.consequences].filter((text) => text !== undefined).join('\n');

function alternativesOf({ alternatives = [] }: Decision): string {
  return (typeof alternatives === 'string' ? alternatives : alternatives.join('\n')).trim();
}

const keyOf = (decision: Decision): string =>
  statementsOf(`${decision.choice ?? ''}\n${alternativesOf(decision)}`)
    .flatMap(({ stems }) => stems)
    .join(' ');

/** A choice is worth three tenths, an alternative to it as much, and a figure that decides between them the rest. */
function decisionShare(decision: Decision): number {
  const choice = statementsOf(`${decision.title ?? ''}\n${decision.choice ?? ''}`);
  const alternatives = statementsOf(alternativesOf(decision));
  if (choice.length === 0) return 0;
  const hasAlternative =
    alternatives.length > 0 && alternativesOf(decision) !== (decision.choice ?? '').trim();
  const all = statementsOf(`${textOf(decision)}\n${alternativesOf(decision)}`);
  const hasFigure = all.some(({ text }) => citesFigure(text));
  return hasAlternative ? (hasFigure ? 1 : 0.6) : hasFigure ? 0.4 : 0.2;
}

const distinct = <T extends { readonly key: string }>(list: readonly T[]): readonly T[] =>
  list.filter(({ key }, at) => key !== '' && list.findIndex((other) => other.key === key) === at);

/** Whether a statement holds one thing against another. */
const comparesChoices = ({ text, stems }: Statement): boolean =>
  stems.length >= 3 &&
  /\b(rather than|instead of|over|versus|vs\.?|against|compared|unlike|because|not)\b/i.test(text);
