import type { Analysis } from '../../analysis/analysis';
import { analyze } from '../../analysis/analyze';
import type { ResolvedDesign } from '../../catalog/resolved';
import { resolvedOf } from '../../catalog/resolved-index';
import { type Design, nodesOf } from '../../model/schema';
import { evaluateRules } from '../../rules/evaluate';
import type { Finding } from '../../rules/rule';
import { type AtProblemLoad, atProblemLoad } from '../at-problem-load';
import type { Attempt } from '../attempt';
import type { Problem, Role } from '../problem';
import { type WorkingParts, workingParts } from '../reach';
import type { SectionId } from '../sections';
import { type Statement, statementsOf } from '../statements';

/** All that an attempt is judged by: its design under the problem's load, what of it works, and what was written. */
export interface Evidence extends AtProblemLoad {
  readonly attempt: Attempt;
  readonly problem: Problem;
  readonly resolved: ResolvedDesign;
  readonly working: WorkingParts;
  readonly analysis: Analysis | null;
  readonly findings: readonly Finding[];
  /** Flows of the problem, by its ids, that something which carries traffic answers. */
  readonly carried: ReadonlySet<string>;
  /** How much of what the problem needs is there and carries traffic, 0 to 1: the absence of a finding counts so much. */
  readonly coverage: number;
  /** What was written under a section, in the attempt and in the design. */
  readonly said: (section: SectionId) => readonly Statement[];
}

export function evidenceOf(attempt: Attempt): Evidence {
  const { problem } = attempt;
  const under = atProblemLoad(problem, attempt.design);
  const { design: resolved } = resolvedOf(under.design);
  const working = workingParts(under.design);
  const result = analyze(resolved);
  const analysis = result.ok ? result.analysis : null;
  const errors = result.ok ? [] : result.errors;
  const { findings } = evaluateRules({ design: resolved, analysis, errors });
  const carried = carriedFlows(under, working, resolved);
  const needed = problem.roles.filter(({ required }) => required === true);
  const filled = needed.filter((role) => workersOf(under.design, working, role).length > 0);
  const known = new Map<SectionId, readonly Statement[]>();
  return {
    ...under,
    attempt,
    problem,
    resolved,
    working,
    analysis,
    findings,
    carried,
    coverage: shareOf(filled.length, needed.length) * shareOf(carried.size, problem.flows.length),
    said: (section) => {
      const found = known.get(section) ?? saidUnder(attempt, section);
      known.set(section, found);
      return found;
    },
  };
}

const shareOf = (some: number, all: number): number => (all === 0 ? 1 : some / all);

/** The components of a role that carry traffic. */
export const workersOf = (design: Design, working: WorkingParts, { kinds }: Role): readonly string[] =>
  nodesOf(design)
    .filter(({ id, kind }) => kinds.includes(kind) && working.nodes.has(id))
    .map(({ id }) => id);

function carriedFlows(
  { matched }: AtProblemLoad,
  { nodes, analysis }: WorkingParts,
  resolved: ResolvedDesign,
): ReadonlySet<string> {
  const sources = new Set(
    resolved.nodes.filter(({ behaviour }) => behaviour === 'source').map(({ id }) => id),
  );
  return new Set(
    matched.flatMap(({ asked, drawn }) => {
      const isAnswered = analysis?.nodes.some(
        ({ id, visits }) => nodes.has(id) && !sources.has(id) && (visits[drawn.id] ?? 0) > 0,
      );
      return isAnswered === true ? [asked.id] : [];
    }),
  );
}

function saidUnder({ answers, design }: Attempt, section: SectionId): readonly Statement[] {
  const typed = Object.entries(answers)
    .filter(([place]) => place === section || place.startsWith(`${section}/`))
    .map(([, text]) => text);
  const { sections = {}, brief } = design.writing ?? {};
  const drawn = Object.hasOwn(sections, section) ? [sections[section] ?? ''] : [];
  const briefed = section === 'expectations' && brief !== undefined ? briefTexts(brief) : [];
  return statementsOf([...typed, ...drawn, ...briefed].join('\n'));
}

type Brief = NonNullable<NonNullable<Design['writing']>['brief']>;

const briefTexts = ({
  problem,
  useCases,
  outOfScope,
  users,
  usagePatterns,
  functional,
  constraints,
  timeline,
}: Brief) =>
  [problem, users, usagePatterns, timeline, useCases, outOfScope, functional, constraints]
    .flat()
    .filter((text) => text !== undefined);
