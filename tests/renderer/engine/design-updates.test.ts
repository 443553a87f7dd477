import { expect, test } from 'vitest';
import { createDesignReceiver, createDesignSender } from '../../../renderer/engine/design-updates';
import type { Design, Node } from '../../../shared/model/schema';
import { sceneOf } from '../../bench/scene';

/** What a design is once it went to a worker. */
function channel() {
  const [updateOf, receive] = [createDesignSender(), createDesignReceiver()];
  return ({ id, name, system }: Design) => {
    const update = structuredClone(updateOf({ id, name, system }));
    return { update, design: receive(update) };
  };
}

const scene = sceneOf(110);
const nodes = scene.system.nodes ?? [];
const withNodes = (changed: readonly Node[]): Design => ({
  ...scene,
  system: { ...scene.system, nodes: changed },
});
const [first] = nodes;
const renamed = nodes.map((node) => (node === first ? { ...node, name: 'Renamed' } : node));
const { nodes: _nodes, ...withoutNodes } = scene.system;

const analyzed = ({ id, name, system }: Design) => ({ id, name, system });

test.each([
  ['is the same again', [scene, scene]],
  ['has a node renamed', [scene, withNodes(renamed)]],
  [
    'has a node taken out and put back elsewhere',
    [scene, withNodes(nodes.slice(1)), withNodes([...nodes].reverse())],
  ],
  ['has no nodes, and has them again', [scene, { ...scene, system: withoutNodes }, scene]],
  ['has an empty list in place of none', [{ ...scene, system: withoutNodes }, withNodes([])]],
  ['is another', [scene, sceneOf(55), scene]],
  [
    'has other targets',
    [scene, { ...scene, name: 'Other', system: { ...scene.system, targets: { p99Ms: 5 } } }],
  ],
] satisfies readonly (readonly [string, readonly Design[]])[])(
  'a design that %s arrives as it was sent',
  (_, designs) => {
    const send = channel();
    for (const design of designs) expect(send(design).design).toStrictEqual(analyzed(design));
  },
);

test('of an edit of one node that node alone is sent, and the others are the objects from before', () => {
  const send = channel();
  const before = send(scene).design;
  const { update, design } = send(withNodes(renamed));
  expect(update.lists.nodes?.fresh).toEqual([{ ...first, name: 'Renamed' }]);
  expect(update.lists).toMatchObject({ flows: null, edges: null });
  expect(design.system.nodes?.[1]).toBe(before.system.nodes?.[1]);
  expect(design.system.edges).toBe(before.system.edges);
});
