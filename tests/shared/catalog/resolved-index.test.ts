import { describe, expect, test } from 'vitest';
import { resolvedOf } from '../../../shared/catalog/resolved-index';
import type { Design, Node } from '../../../shared/model/schema';
import { chainOf } from '../../bench/scene';

/** The design with another number of replicas at one of its nodes. */
function editedAt(design: Design, at: number): Design {
  const nodes = (design.system.nodes ?? []).map(
    (node, i): Node => (i === at ? { ...node, config: { ...node.config, replicas: 7 } } : node),
  );
  return { ...design, system: { ...design.system, nodes } };
}

const nodesIn = (design: Design) => resolvedOf(design).design.nodes;

describe('the index of a resolved design', () => {
  test('is one for all designs with the same system', () => {
    const design = chainOf(3);
    expect(resolvedOf({ ...design, name: 'another' })).toBe(resolvedOf(design));
  });

  test('keeps what an edit left alone, whichever other design of the same id was indexed between', () => {
    const [first, second] = [chainOf(4), structuredClone(chainOf(4))];
    const [before, ofSecond] = [nodesIn(first), nodesIn(second)];
    const after = nodesIn(editedAt(first, 0));
    expect(after[0]?.config.replicas).toBe(7);
    expect(after[0]).not.toBe(before[0]);
    expect(after.slice(1).map((node, i) => node === before[i + 1])).toEqual(after.slice(1).map(() => true));
    const last = nodesIn(editedAt(second, 1));
    expect(last.map((node, i) => node === ofSecond[i])).toEqual(last.map((_, i) => i !== 1));
  });
});
