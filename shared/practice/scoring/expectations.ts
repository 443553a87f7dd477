import { message } from '../../math/message';
import { namedBy } from '../statements';
import type { Evidence } from './evidence';
import { itemLink, type Judgement } from './point';

/** This share of the questions is enough: nobody asks all. */
const enoughQuestions = 0.5;

/** Feature expectations: what was asked, required and excluded, and for whom. */
export function judgeExpectations(evidence: Evidence): readonly Judgement[] {
  const { problem, said } = evidence;
  const statements = said('expectations');
  const functional = namedBy(statements, problem.functional, true);
  const excluded = namedBy(statements, problem.outOfScope, true);
  const demands = namedBy([...statements, ...said('goals')], problem.nonFunctional);
  return [
    asked(evidence),
    ...problem.functional.map(({ id, title }): Judgement => {
      const isThere = functional.has(id);
      return {
        id: `functional-${id}`,
        weight: 4 / problem.functional.length,
        share: isThere ? 1 : 0,
        reason: isThere
          ? message('Required: {title}.', { title })
          : message('Not among the requirements: {title}.', { title }),
        link: itemLink('expectations', 'functional'),
      };
    }),
    ...problem.nonFunctional.map(({ id, title }): Judgement => {
      const isThere = demands.has(id);
      return {
        id: `demand-${id}`,
        weight: 2 / problem.nonFunctional.length,
        share: isThere ? 1 : 0,
        reason: isThere ? message('Stated: {title}.', { title }) : message('Not stated: {title}.', { title }),
        link: itemLink('expectations', 'non-functional'),
      };
    }),
    {
      id: 'excluded',
      weight: 1.5,
      share: excluded.size > 0 ? 1 : 0,
      reason:
        excluded.size > 0
          ? message('{count, plural, one {One thing is} other {# things are}} left out on purpose.', {
              count: { count: excluded.size },
            })
          : message('Nothing is left out on purpose, for instance: {title}.', {
              title: problem.outOfScope[0]?.title ?? '',
            }),
      link: itemLink('expectations', 'not-covered'),
    },
  ];
}

function asked({ attempt, problem }: Evidence): Judgement {
  const known = new Set(problem.questions.map(({ id }) => id));
  const questions = new Set(
    attempt.events.flatMap((event) =>
      event.kind === 'asked' && event.question !== undefined && known.has(event.question)
        ? [event.question]
        : [],
    ),
  );
  const next = problem.questions.find(({ id }) => !questions.has(id))?.title ?? '';
  const enough = Math.max(1, Math.ceil(known.size * enoughQuestions));
  const values = { count: { count: questions.size }, of: { count: known.size }, next };
  return {
    id: 'asked',
    weight: 2.5,
    share: questions.size / enough,
    reason:
      questions.size >= enough
        ? message('Asked {count} of {of} questions that matter.', values)
        : message('Asked {count} of {of} questions that matter; not asked, for instance: {next}', values),
    link: { kind: 'section', section: 'expectations' },
  };
}
