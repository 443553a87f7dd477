import { expect, test } from 'vitest';
import { readDesign } from '../../../shared/catalog/read';
import { excerpt } from '../../../shared/edits/excerpt';
import { edgesOf, groupsOf, nodesOf } from '../../../shared/model/schema';
import { templateOf } from '../../../shared/templates';

const design = templateOf('tinyurl')?.design;
if (design === undefined) throw new Error('There is no template tinyurl.');

test('an excerpt is a design of the named parts and the calls between them alone', () => {
  const [caller, callee] = edgesOf(design).map(({ from, to }) => [from, to])[0] ?? [];
  const part = excerpt(design, [caller ?? '', callee ?? '']);
  expect(
    nodesOf(part)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([caller, callee].toSorted());
  expect(edgesOf(part).length).toBeGreaterThan(0);
  expect(part.system.workload).toBeUndefined();
  expect(part.system.targets).toBeUndefined();
  const read = readDesign(part);
  expect(read.ok ? [] : read.problems).toEqual([]);
});

test('a group is in it with all that stands in it', () => {
  const group = groupsOf(design)[0]?.id ?? '';
  const inside = nodesOf(design).filter((node) => node.group === group);
  expect(inside.length).toBeGreaterThan(0);
  const part = excerpt(design, [group]);
  expect(groupsOf(part).map(({ id }) => id)).toContain(group);
  expect(nodesOf(part).map(({ id }) => id)).toEqual(expect.arrayContaining(inside.map(({ id }) => id)));
});
