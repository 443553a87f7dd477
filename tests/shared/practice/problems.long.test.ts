import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../shared/analysis/analysis';
import { analyze } from '../../../shared/analysis/analyze';
import { readDesign } from '../../../shared/catalog/read';
import { resolve } from '../../../shared/catalog/resolve';
import type { Design } from '../../../shared/model/schema';
import { type Problem, problemSchema } from '../../../shared/practice/problem';
import { loadProblem, problemIds } from '../../../shared/practice/problems/index';
import { problemTitles } from '../../../shared/practice/problems/titles';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { rules } from '../../../shared/rules/index';

const problems = await Promise.all(problemIds.map(loadProblem));
const named = problems.map((problem) => [problem.id, problem] as const);

const analyses = new WeakMap<Design, Analysis>();

function analysisOf(design: Design): Analysis {
  const known = analyses.get(design);
  if (known !== undefined) return known;
  const result = analyze(resolve(design));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  analyses.set(design, result.analysis);
  return result.analysis;
}

function findingsOf(design: Design) {
  const resolved = resolve(design);
  return evaluateRules({ design: resolved, analysis: analysisOf(design), errors: [] }).findings;
}

/** Targets that the design's analysis shows as missed, as `p99Ms of redirect`; those of the whole design as `availability`. */
function missedOf(design: Design): readonly { readonly missed: string; readonly flow?: string }[] {
  const { totals, flows } = analysisOf(design);
  return [
    ...totals.targets.filter(({ met }) => !met).map(({ metric }) => ({ missed: metric })),
    ...flows.flatMap((flow) =>
      flow.targets.filter(({ met }) => !met).map(({ metric }) => ({ missed: metric, flow: flow.id })),
    ),
  ];
}

const listsOf = (problem: Problem) => ({
  questions: problem.questions,
  functional: problem.functional,
  outOfScope: problem.outOfScope,
  nonFunctional: problem.nonFunctional,
  estimates: problem.estimates,
  flows: problem.flows,
  roles: problem.roles,
  apis: problem.apis,
  entities: problem.entities,
  deepDive: problem.deepDive,
  pitfalls: problem.pitfalls,
  followUps: problem.followUps,
  variants: problem.variants,
});

test('the list has every folder of problems, and no other', () => {
  const folders = readdirSync(new URL('../../../shared/practice/problems/', import.meta.url), {
    withFileTypes: true,
  }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...problemIds].sort());
  expect(problems.map(({ id, title, summary }) => ({ id, title, summary }))).toEqual(problemTitles);
});

describe.each(named)('the problem %s', (_, problem) => {
  test('has no design in its folder that is neither its reference nor one of its variants', () => {
    const files = readdirSync(new URL(`../../../shared/practice/problems/${problem.id}/`, import.meta.url));
    const designs = files.filter((file) => file.endsWith('.json'));
    expect(designs.sort()).toEqual(
      ['reference', ...problem.variants.map(({ id }) => id)].map((id) => `${id}.json`).sort(),
    );
  });

  test('is a problem as a file of one is read, with ids that are unique in their lists', () => {
    const read = problemSchema.safeParse(JSON.parse(JSON.stringify(problem)));
    expect(read.error?.issues ?? []).toEqual([]);
    for (const [list, entries] of Object.entries(listsOf(problem))) {
      const ids = entries.map(({ id }) => id);
      expect([list, ids.filter((id, at) => ids.indexOf(id) !== at)]).toEqual([list, []]);
    }
  });

  test('names only flows, roles and rules that there are', () => {
    const flows = new Set(problem.flows.map(({ id }) => id));
    const roles = new Set(problem.roles.map(({ id }) => id));
    const ruleIds = new Set(rules.map(({ id }) => id));
    const flowsNamed = [
      ...problem.nonFunctional.flatMap(({ measure }) => (measure?.of === 'flow' ? [measure.flow] : [])),
      ...problem.estimates.flatMap(({ figure }) =>
        figure !== undefined && 'flowRps' in figure ? [figure.flowRps] : [],
      ),
      ...problem.variants.flatMap(({ shows }) =>
        shows.flatMap((shown) => ('missed' in shown && shown.flow !== undefined ? [shown.flow] : [])),
      ),
    ];
    const rolesNamed = [
      ...problem.deepDive.flatMap(({ role }) => (role === undefined ? [] : [role])),
      ...problem.followUps.flatMap(({ event }) => ('role' in event ? [event.role] : [])),
    ];
    const rulesNamed = [
      ...problem.pitfalls.map(({ rule }) => rule),
      ...problem.variants.flatMap(({ shows }) =>
        shows.flatMap((shown) => ('rule' in shown ? [shown.rule] : [])),
      ),
    ];
    expect(flowsNamed.filter((id) => !flows.has(id))).toEqual([]);
    expect(rolesNamed.filter((id) => !roles.has(id))).toEqual([]);
    expect(rulesNamed.filter((id) => !ruleIds.has(id))).toEqual([]);
  });

  test('has enough to practise with', () => {
    expect(problem.questions.length).toBeGreaterThanOrEqual(10);
    expect(problem.estimates.length).toBeGreaterThanOrEqual(5);
    expect(problem.deepDive.length).toBeGreaterThanOrEqual(3);
    expect(problem.followUps.length).toBeGreaterThanOrEqual(2);
    expect(problem.variants.length).toBeGreaterThanOrEqual(3);
    expect(problem.variants.length).toBeLessThanOrEqual(5);
    expect(problem.outOfScope.length).toBeGreaterThanOrEqual(1);
    const { nodes = [], flows = [] } = problem.reference.system;
    expect(nodes.length).toBeGreaterThanOrEqual(12);
    expect(nodes.length).toBeLessThanOrEqual(30);
    expect(new Set(flows.map(({ kind }) => kind))).toEqual(new Set(['read', 'write']));
    const { apis = [], entities = [], decisions = [] } = problem.reference.writing ?? {};
    expect([apis.length >= 2, entities.length >= 1, decisions.length >= 3]).toEqual([true, true, true]);
    for (const decision of decisions) expect(decision.alternatives ?? '').not.toBe('');
  });

  test('accepts estimates about those of its reference', () => {
    for (const { id, value, least, most } of problem.estimates) {
      expect([id, least <= value && value <= most]).toEqual([id, true]);
    }
    const rates = new Map(analysisOf(problem.reference).flows.map((flow) => [flow.id, flow.rateRps]));
    for (const { id, figure, least, most } of problem.estimates) {
      if (figure === undefined || !('flowRps' in figure)) continue;
      const rate = rates.get(figure.flowRps) ?? Number.NaN;
      expect([id, least <= rate && rate <= most]).toEqual([id, true]);
    }
  });

  test('has a reference that carries the flows of the problem at their peak', () => {
    const flows = new Map((problem.reference.system.flows ?? []).map((flow) => [flow.id, flow]));
    for (const flow of problem.flows) {
      const drawn = flows.get(flow.id);
      expect([flow.id, drawn?.kind, drawn?.rate.rps]).toEqual([flow.id, flow.kind, flow.rps]);
    }
    for (const { id, measure } of problem.nonFunctional) {
      if (measure?.of !== 'flow') continue;
      expect([id, flows.get(measure.flow)?.targets]).toEqual([id, expect.objectContaining(measure.targets)]);
    }
  });

  test('has a reference that meets every target, without errors, warnings or open questions', () => {
    expect(readDesign(problem.reference).ok).toBe(true);
    expect(missedOf(problem.reference)).toEqual([]);
    const open = findingsOf(problem.reference).filter(
      ({ severity, stage }) => severity !== 'info' || stage === 'question',
    );
    expect(open.map(({ rule, target }) => `${rule} at ${target}`)).toEqual([]);
  });

  test.each(problem.variants.map((variant) => [variant.id, variant] as const))(
    'has the weaker design %s, which fails as its text says',
    (_variant, { design, shows }) => {
      expect(readDesign(design).ok).toBe(true);
      const missed = missedOf(design);
      const found = findingsOf(design);
      for (const shown of shows) {
        if ('missed' in shown) {
          expect(missed).toContainEqual(shown);
        } else {
          const at = found.filter(({ rule }) => rule === shown.rule).map(({ target }) => target);
          expect([shown.rule, shown.node === undefined ? at.length > 0 : at.includes(shown.node)]).toEqual([
            shown.rule,
            true,
          ]);
        }
      }
    },
  );
});
