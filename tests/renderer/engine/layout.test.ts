import { describe, expect, test } from 'vitest';
import { laidOut } from '../../../renderer/engine/layout-kernel';
import { partBoxes } from '../../../shared/edits/part-boxes';
import { tidied, tidy } from '../../../shared/edits/tidy';
import { arrangementOfGraph, layoutGraphOf } from '../../../shared/layout/free-layout';
import { contains, grown, overlaps } from '../../../shared/layout/geometry';
import { applyChanges } from '../../../shared/model/apply';
import { type Design, groupsOf, nodesOf } from '../../../shared/model/schema';
import { templates } from '../../../shared/templates/index';

async function freely(design: Design, ids?: readonly string[]): Promise<Design> {
  const graph = await laidOut(layoutGraphOf(tidied(design, ids)));
  const result = tidy(design, { ids, arrangement: arrangementOfGraph(graph) });
  if (!result.ok) throw new Error(result.reason.text);
  return applyChanges(design, result.edit.changes);
}

describe('a free arrangement', () => {
  test.each(templates.map(({ id, design }) => [id, design] as const))(
    'of %s: no card lies on another, and groups hold what stands in them',
    async (_id, design) => {
      const next = await freely(design);
      const boxes = partBoxes(next);
      const boxOf = (id: string) => boxes.get(id) ?? expect.fail(`${id} has no place`);
      const cards = nodesOf(next).map(({ id }) => boxOf(id));
      cards.forEach((card, at) => {
        // Labels of edges need the room between two cards, inside of groups too.
        for (const other of cards.slice(at + 1)) expect(overlaps(grown(card, 40), other)).toBe(false);
      });
      for (const { id, group } of nodesOf(next))
        if (group !== undefined) expect(contains(boxOf(group), boxOf(id))).toBe(true);
      for (const { id, parent } of groupsOf(next))
        if (parent !== undefined) expect(contains(boxOf(parent), boxOf(id))).toBe(true);
      expect(next.system).toBe(design.system);
    },
  );

  test('of two cards leaves the others where they are', async () => {
    const design = templates[0]?.design ?? expect.fail('there is no template');
    const [first, second, ...others] = nodesOf(design).map(({ id }) => id);
    const next = await freely(design, [first ?? '', second ?? '']);
    for (const id of others) expect(next.layout?.nodes?.[id]).toEqual(design.layout?.nodes?.[id]);
  });
});
