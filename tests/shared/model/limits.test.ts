import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../shared/model/apply';
import type { Change } from '../../../shared/model/changes';
import { formProblems } from '../../../shared/model/form-problems';
import { groupDepths } from '../../../shared/model/group-problems';
import { counts, geometry } from '../../../shared/model/limits';
import { parseDesign, parseDesignText } from '../../../shared/model/parse';
import { describeProblem } from '../../../shared/model/problems';
import { type Design, designSchema, type Group } from '../../../shared/model/schema';
import { drawnTinyUrl } from '../../support/drawn-tinyurl';
import {
  bentEdge,
  nestedGroups,
  nodeAt,
  nodesInRows,
  noteOf,
  parallelEdges,
  wrongNodes,
} from '../../support/hostile-files';
import { mutated, seeded } from '../catalog/mutations';

const words = (document: object): readonly string[] => {
  const result = parseDesign(document);
  return result.ok ? [] : result.problems.map((problem) => describeProblem(problem));
};
const { farthestPx, largestSizePx, smallestSizePx } = geometry;

describe('a design at a limit is read, and beyond it refused with the place and the limit', () => {
  test.each([
    [
      nodeAt(farthestPx, -farthestPx),
      nodeAt(farthestPx + 1, 0),
      'layout.nodes.api.x: Must be at most 10000000, but is 10000001. Correct or remove it.',
    ],
    [
      nodeAt(0, 0),
      nodeAt(0, -1e20),
      'layout.nodes.api.y: Must be at least -10000000, but is -100000000000000000000. Correct or remove it.',
    ],
    [
      noteOf(smallestSizePx, largestSizePx),
      noteOf(0.5, 10),
      'layout.marks[0].width: Must be at least 1, but is 0.5. Correct or remove it.',
    ],
    [
      noteOf(largestSizePx, 1),
      noteOf(1, 1e6 + 1),
      'layout.marks[0].height: Must be at most 1000000, but is 1000001. Correct or remove it.',
    ],
    [
      noteOf(9, 9, 'a'.repeat(counts.textCharacters)),
      noteOf(9, 9, 'a'.repeat(counts.textCharacters + 1)),
      'layout.marks[0].text: This text has 100001 characters; at most 100000 are read. Shorten it.',
    ],
    [
      noteOf(9, 9, `e${'\u0301'.repeat(counts.combiningMarks)} `.repeat(99)),
      noteOf(9, 9, `e${'\u0301'.repeat(counts.combiningMarks + 1)}`),
      'layout.marks[0].text: This text has a letter with more than 100 combining marks; no more are read. Remove some.',
    ],
    [
      noteOf(9, 9, 'กำ'.repeat(999)),
      noteOf(9, 9, `ก${'\u0e33'.repeat(counts.textCharacters - 1)}`),
      'layout.marks[0].text: This text has a letter with more than 100 combining marks; no more are read. Remove some.',
    ],
    [
      bentEdge(counts.bends),
      bentEdge(counts.bends + 1),
      'layout.edges.e0.points: There are 1001 entries here; at most 1000 are read. Remove some.',
    ],
    [
      nestedGroups(counts.groupDepth),
      nestedGroups(counts.groupDepth + 1),
      'system.groups[32].parent: The group "g32" is nested more than 32 groups deep. Give it a parent further out, or none.',
    ],
    [
      nestedGroups(1),
      nestedGroups(counts.groups + 1),
      'system.groups: There are 10001 entries here; at most 10000 are read. Remove some.',
    ],
    [
      nodesInRows(1),
      nodesInRows(counts.nodes + 1),
      'system.nodes: There are 100001 entries here; at most 100000 are read. Remove some.',
    ],
  ])('%#', (within, beyond, message) => {
    expect(words(within)).toEqual([]);
    expect(words(beyond)).toEqual([message]);
  });

  test('too many entries of a list of flows are not looked at one by one', () => {
    const flows = Array.from({ length: counts.flows + 1 }, () => 'a b');
    const document = parallelEdges(1);
    const edges = [{ id: 'e', from: 'a', to: 'b', flows }];
    expect(words({ ...document, system: { ...document.system, edges } })).toEqual([
      'system.edges[0].flows: There are 10001 entries here; at most 10000 are read. Remove some.',
    ]);
  });

  test('a text too deep or too rich in values is refused before it is parsed', () => {
    const refusal = (text: string) => {
      const result = parseDesignText(text);
      return result.ok ? '' : describeProblem(result.problems[0] ?? { key: '', path: [], values: {} });
    };
    expect(refusal(`{"a":\n${'['.repeat(counts.nesting)}`)).toBe(
      'Line 2, column 64 is nested more than 64 levels deep. Reduce the nesting.',
    );
    expect(refusal(`[${'0,'.repeat(counts.values)}`)).toBe(
      'There are more than 2000000 values in this file. Choose a smaller file.',
    );
    // What is in a text is no nesting, behind escaped quotes and backslashes either.
    expect(refusal(`{"a":"${'['.repeat(100)}\\"${'['.repeat(100)}\\\\","b":${'"'}\\\\\\"[${'"'}}`)).toMatch(
      /^format/,
    );
  });

  test('of many wrong parts the first thousand are reported', () => {
    const result = parseDesign(wrongNodes(counts.nodes));
    expect(result.ok ? [] : result.problems).toHaveLength(counts.problems);
  });
});

test('the form of a document is what zod says that it is', () => {
  const random = seeded(7);
  const counted = { sound: 0, wrong: 0 };
  for (let run = 0; run < 120; run += 1) {
    const document = mutated(drawnTinyUrl, random);
    // A record's field of this name is passed by there.
    if (JSON.stringify(document).includes('__proto__')) continue;
    const result = designSchema.safeParse(document);
    const problems = formProblems(designSchema, document, 1000);
    expect(problems).toHaveLength(result.error?.issues.length ?? 0);
    counted[problems.length === 0 ? 'sound' : 'wrong'] += 1;
  }
  expect(counted.sound).toBeGreaterThan(20);
  expect(counted.wrong).toBeGreaterThan(20);
});

test('how deep a group stands is what one counts upwards from it', () => {
  const parents = fc.array(fc.option(fc.nat({ max: 12 })), { maxLength: 12 });
  fc.assert(
    fc.property(parents, (list) => {
      const groups: readonly Group[] = list.map((parent, i) => ({
        id: `g${i}`,
        kind: 'zone',
        ...(parent !== null && { parent: `g${parent}` }),
      }));
      const upwards = (id: string): readonly string[] => {
        const above = [id];
        for (
          let at = list[Number(id.slice(1))];
          at != null && at < list.length && above.length < 40;
          at = list[at]
        )
          above.push(`g${at}`);
        return above;
      };
      const depths = groupDepths(groups);
      for (const { id } of groups) {
        const above = upwards(id);
        const isInItself = above.indexOf(id, 1) > 0;
        if (isInItself) expect(depths.get(id)).toBeNull();
        else if (above.length < 40) expect(depths.get(id)).toBe(above.length);
        else expect(depths.get(id)).toBeGreaterThan(0);
      }
    }),
  );
});

describe('an edit keeps a design within the limits of what is read again', () => {
  const designOf = (document: object): Design => {
    const result = parseDesign(document);
    if (!result.ok) throw new Error('not read');
    return result.value;
  };
  const editedBy = (document: object, ...changes: readonly Change[]): Design =>
    applyChanges(designOf(document), changes);

  test('places, sizes, bends and texts are brought within them', () => {
    const text = 'a'.repeat(counts.textCharacters + 5);
    const points = Array.from({ length: counts.bends + 5 }, () => ({ x: 1e30, y: 0 }));
    const edited = editedBy(
      { ...bentEdge(1), layout: { nodes: {}, marks: [{ id: 'note', kind: 'note' }] } },
      { op: 'place', places: { a: { x: 1e30, y: -1e30 } } },
      { op: 'patch-mark', id: 'note', patch: { text, width: 0, height: 1e30 } },
      { op: 'route', id: 'e0', points },
      { op: 'rename-design', name: text },
      { op: 'patch-node', id: 'a', patch: { note: text, name: `e${'\u0301'.repeat(999)}!` } },
    );
    expect(words(edited)).toEqual([]);
    expect(edited.layout?.nodes?.['a']).toEqual({ x: farthestPx, y: -farthestPx });
    expect(edited.layout?.edges?.['e0']?.points).toHaveLength(counts.bends);
    expect(edited.layout?.marks?.[0]).toMatchObject({ width: smallestSizePx, height: largestSizePx });
    expect(edited.name).toHaveLength(counts.textCharacters);
    expect(edited.system.nodes?.[0]?.name).toBe(`e${'\u0301'.repeat(counts.combiningMarks)}!`);
  });

  test('a hit rate of a flow that is called as a size is, is none', () => {
    const flows = [{ id: 'width', kind: 'read', entry: 'a', rate: { rps: 1 } }];
    const nodes = [
      { id: 'a', kind: 'client' },
      { id: 'c', kind: 'cache' },
    ];
    const edited = editedBy(
      { ...nodeAt(0, 0), system: { flows, nodes } },
      { op: 'patch-config', id: 'c', patch: { hitRates: { width: 0.25 } } },
    );
    expect(edited.system.nodes?.[1]?.config?.hitRates).toEqual({ width: 0.25 });
  });

  test('no group comes to stand too deep, by itself, by what is in it or in a paste', () => {
    const deepest = counts.groupDepth;
    const whole = nestedGroups(deepest);
    const inside: Group = { id: 'inside', kind: 'frame', parent: `g${deepest - 1}` };
    const box = { x: 0, y: 0, width: 9, height: 9 };
    expect(words(editedBy(whole, { op: 'add-group', group: inside, box }))).toEqual([]);
    expect(editedBy(whole, { op: 'add-group', group: inside, box }).system.groups).toHaveLength(deepest);
    const outer: Group = { id: 'outer', kind: 'frame' };
    const moved = editedBy(
      whole,
      { op: 'add-group', group: outer, box },
      { op: 'patch-group', id: 'g0', patch: { parent: 'outer' } },
    );
    expect(words(moved)).toEqual([]);
    expect(moved.system.groups?.[0]?.parent).toBeUndefined();
    const none = { nodes: [], edges: [], flows: [], marks: [], places: {}, boxes: {} };
    const pasted = editedBy(whole, { op: 'insert', fragment: { ...none, groups: [inside, outer] } });
    expect(words(pasted)).toEqual([]);
    expect(pasted.system.groups).toHaveLength(deepest + 1);
  });

  test('no more parts are added than may be read', () => {
    const groups = Array.from({ length: counts.groups }, (_, i) => ({ id: `g${i}`, kind: 'frame' }));
    const box = { x: 0, y: 0, width: 9, height: 9 };
    const edited = editedBy(
      { ...nestedGroups(1), system: { groups } },
      { op: 'add-group', group: { id: 'one-more', kind: 'frame' }, box },
    );
    expect(edited.system.groups).toHaveLength(counts.groups);
  });
});
