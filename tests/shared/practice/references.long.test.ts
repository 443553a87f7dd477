import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { loadAfter } from '../../../shared/analysis/load-after';
import { resolve } from '../../../shared/catalog/resolve';
import { markBoxes, nodeBoxes, overlaps } from '../../../shared/layout/geometry';
import { type Design, flowsOf, groupsOf, nodesOf } from '../../../shared/model/schema';
import type { FollowUp, Problem } from '../../../shared/practice/problem';
import { loadProblem, problemIds } from '../../../shared/practice/problems/index';
import { sections } from '../../../shared/practice/sections';

const problems = await Promise.all(problemIds.map(loadProblem));
const named = problems.map((problem) => [problem.id, problem] as const);
const designs = problems.flatMap((problem) => [
  [`${problem.id} reference`, problem.reference] as const,
  ...problem.variants.map(({ id, design }) => [`${problem.id} ${id}`, design] as const),
]);

/** An analysis near saturation takes seconds where the machine is busy. */
const tryMs = 60_000;

function analysisOf(design: Design, load = 1) {
  const result = analyze(resolve(design), { load, percentiles: false, limits: false });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.analysis;
}

/** Whether the reference serves every flow of its problem while the event lasts; null for an event that is not tried here. */
function servesAll({ reference, flows, roles }: Problem, { event }: FollowUp): boolean | null {
  const asked = new Set(flows.map(({ id }) => id));
  const serves = (design: Design, load?: number) => {
    const found = analysisOf(design, load);
    return (
      found.flows.every(({ id, servedShare }) => !asked.has(id) || servedShare === 1) &&
      found.nodes.every(({ saturated }) => !saturated)
    );
  };
  const withConfig = (
    ids: ReadonlySet<string>,
    patch: (node: (typeof resolved)[number]) => object,
  ): Design => ({
    ...reference,
    system: {
      ...reference.system,
      nodes: nodesOf(reference).map((node) => {
        const filled = resolved.find(({ id }) => id === node.id);
        return filled === undefined || !ids.has(node.id)
          ? node
          : { ...node, config: { ...node.config, ...patch(filled) } };
      }),
    },
  });
  const { nodes: resolved } = resolve(reference);
  /** The busiest component of the role. */
  const busiestOf = (role: string): ReadonlySet<string> => {
    const kinds = new Set(roles.find(({ id }) => id === role)?.kinds);
    const [first] = analysisOf(reference)
      .nodes.filter(({ id, utilization }) => utilization !== null && kinds.has(kindOf(id)))
      .sort((a, b) => (b.utilization ?? 0) - (a.utilization ?? 0));
    return new Set(first === undefined ? [] : [first.id]);
  };
  const kindOf = (id: string) => resolved.find((node) => node.id === id)?.kind.id ?? '';
  switch (event.kind) {
    case 'load':
      return serves(reference, event.factor);
    case 'growth':
      return serves(reference, loadAfter(reference.system.workload?.annualGrowth ?? 0, event.years * 12));
    case 'slow':
      return serves(
        withConfig(busiestOf(event.role), ({ config }) => ({
          readMs: config.readMs * event.factor,
          writeMs: config.writeMs * event.factor,
        })),
      );
    case 'cache-lost':
      return serves(
        withConfig(
          new Set(resolved.filter(({ behaviour }) => behaviour.endsWith('cache')).map(({ id }) => id)),
          () => ({ hitRate: 0, hitRates: {} }),
        ),
      );
    case 'down':
      return event.all === true
        ? null
        : serves(
            withConfig(busiestOf(event.role), ({ config, behaviour }) =>
              behaviour === 'store'
                ? { replicasPerShard: Math.max(1, config.replicasPerShard - 1) }
                : { replicas: Math.max(1, config.replicas - 1) },
            ),
          );
    case 'zone-down':
      return null;
  }
}

describe.each(named)('the reference of %s', (_, problem) => {
  test('has the figures of the estimates, each within its range', () => {
    const { estimates } = analysisOf(problem.reference).totals;
    const figures = new Map<string, number | null>(Object.entries(estimates));
    for (const { id, figure, least, most } of problem.estimates) {
      if (figure === undefined || !('total' in figure)) continue;
      const found = figures.get(figure.total) ?? Number.NaN;
      expect([id, found, least <= found && found <= most]).toEqual([id, found, true]);
    }
  });

  test('carries requests of the sizes that the problem gives', () => {
    const drawn = new Map(flowsOf(problem.reference).map((flow) => [flow.id, flow]));
    for (const { id, requestBytes, responseBytes, storedBytes } of problem.flows) {
      const flow = drawn.get(id);
      expect([id, flow?.requestBytes, flow?.responseBytes, flow?.storedBytes ?? 0]).toEqual([
        id,
        requestBytes,
        responseBytes,
        storedBytes,
      ]);
    }
  });

  test.each(problem.followUps.map((followUp) => [followUp.id, followUp] as const))(
    'survives %s where the problem says so, and not else',
    (_id, followUp) => {
      const found = servesAll(problem, followUp);
      if (found !== null) expect(found).toBe(followUp.survives);
    },
    tryMs,
  );

  test('is written in all ten sections, and its practices are explained', () => {
    const written = problem.reference.writing?.sections ?? {};
    for (const { id } of sections.filter(({ minutes }) => minutes !== null)) {
      expect([id, (written[id] ?? '').length > 200]).toEqual([id, true]);
    }
    for (const [id, { note = '' }] of Object.entries(problem.reference.system.practices ?? {})) {
      expect([id, note === '']).toEqual([id, false]);
    }
  });

  test('has two hints or more for each of the first six sections', () => {
    for (const { id } of sections.slice(0, 6)) {
      const hints = problem.hints.filter(({ section }) => section === id);
      expect([id, hints.length >= 2]).toEqual([id, true]);
    }
  });
});

describe.each(designs)('the design %s', (_, design) => {
  test('has a place for every node, and nothing lies on anything else', () => {
    const boxes = [...nodeBoxes(resolve(design), design.layout?.nodes ?? {}), ...markBoxes(design)];
    expect(Object.keys(design.layout?.nodes ?? {}).sort()).toEqual(
      nodesOf(design)
        .map(({ id }) => id)
        .sort(),
    );
    for (const [at, [one, box]] of boxes.entries()) {
      for (const [other, otherBox] of boxes.slice(at + 1)) {
        expect([one, other, overlaps(box, otherBox)]).toEqual([one, other, false]);
      }
    }
  });

  test('draws in each group what stands in it, and nothing else', () => {
    const parentOf = new Map(groupsOf(design).map(({ id, parent }) => [id, parent]));
    const groupOf = new Map(nodesOf(design).map(({ id, group }) => [id, group]));
    const standsIn = (part: string, group: string): boolean => {
      for (let of = groupOf.get(part); of !== undefined; of = parentOf.get(of)) if (of === group) return true;
      return false;
    };
    for (const [part, of] of nodeBoxes(resolve(design), design.layout?.nodes ?? {})) {
      for (const [group, box] of Object.entries(design.layout?.groups ?? {})) {
        const inside =
          of.x > box.x &&
          of.y > box.y &&
          of.x + of.width < box.x + box.width &&
          of.y + of.height < box.y + box.height;
        expect([group, part, inside]).toEqual([group, part, standsIn(part, group)]);
        expect([group, part, overlaps(of, box)]).toEqual([group, part, inside]);
      }
    }
  });
});
