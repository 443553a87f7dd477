import { answerPractice, suppress, unsuppress } from './acceptance';
import type { Change } from './changes';
import { collapseGroup } from './collapsed';
import type { Config } from './config';
import { insertFragment } from './fragment';
import { isTaken } from './ids';
import { withLocked } from './locked';
import { orderMarks, withAnnotations } from './marks';
import { orderNodes } from './node-order';
import { type PartList, roomFor } from './part-limits';
import { patched, patchedOptional, withField, withItem } from './patch';
import { patchRoute, placeParts, styleEdges, withLayout } from './placement';
import {
  isValidEdge,
  isValidFlow,
  isValidGroup,
  isValidNode,
  isValidWorkload,
  withinReplicas,
} from './references';
import { removeParts } from './removal';
import { putScenario, removeScenario } from './scenarios';
import {
  type Design,
  type Edge,
  edgesOf,
  type Flow,
  flowsOf,
  type Group,
  groupsOf,
  marksOf,
  type Node,
  nodesOf,
  type System,
} from './schema';
import { withinLimits } from './within-limits';
import { patchBrief, putWritten, removeWritten, writeSection } from './written';

/**
 * The design after the changes, in order. What a change does not touch keeps its reference, so that an edit of the
 * layout leaves `system` as it is; a change that changes nothing gives the same design. Emptied `config` and `targets`
 * go. A change that would make the design unreadable (an id that is taken, an end that is not there, a share without a
 * workload, a group inside itself or too deep, more parts than there may be) leaves it as it is; quorums are lowered to the
 * replicas, coordinates, sizes and texts brought within the limits.
 */
export function applyChanges(design: Design, changes: readonly Change[]): Design {
  return changes.reduce((next, change) => applyChange(next, withinLimits(change)), design);
}

// One line an operation: the switch is as long as the list of operations.
function applyChange(design: Design, change: Change): Design {
  switch (change.op) {
    case 'rename-design':
      return withField(design, 'name', change.name);
    case 'patch-workload': {
      const workload = patchedOptional(design.system.workload, change.patch);
      return isValidWorkload(design, workload) ? withSystem(design, 'workload', workload) : design;
    }
    case 'patch-targets':
      return withSystem(design, 'targets', patchedOptional(design.system.targets, change.patch));
    case 'patch-prices':
      return withSystem(design, 'prices', patchedOptional(design.system.prices, change.patch));
    case 'add-node': {
      if (cannotAdd(design, 'nodes', change.node) || !isValidNode(design, change.node)) return design;
      const added = withSystem(design, 'nodes', [...nodesOf(design), change.node]);
      return change.at === undefined ? added : placeParts(added, { [change.node.id]: change.at }, {});
    }
    case 'patch-node':
      return withNode(design, change.id, (node) => sparse(patched(node, change.patch, ['kind'])));
    case 'patch-config':
      return withNode(design, change.id, (node) => {
        const config = patchedOptional<Config>(node.config as Config | undefined, change.patch);
        return withField(node, 'config', config && withinReplicas(config));
      });
    case 'patch-node-targets':
      return withNode(design, change.id, (node) =>
        withField(node, 'targets', patchedOptional(node.targets, change.patch)),
      );
    case 'add-edge':
      return cannotAdd(design, 'edges', change.edge) || !isValidEdge(design, change.edge)
        ? design
        : withSystem(design, 'edges', [...edgesOf(design), change.edge]);
    case 'patch-edge':
      return withEdge(design, change.id, (edge) => patched(edge, change.patch, ['from', 'to']));
    case 'add-flow':
      return cannotAdd(design, 'flows', change.flow) || !isValidFlow(design, change.flow)
        ? design
        : withSystem(design, 'flows', [...flowsOf(design), change.flow]);
    case 'patch-flow':
      return withFlow(design, change.id, (flow) =>
        sparse(patched(flow, change.patch, ['kind', 'entry', 'rate'])),
      );
    case 'patch-flow-targets':
      return withFlow(design, change.id, (flow) =>
        withField(flow, 'targets', patchedOptional(flow.targets, change.patch)),
      );
    case 'add-group':
      return cannotAdd(design, 'groups', change.group) || !isValidGroup(design, change.group)
        ? design
        : placeParts(
            withSystem(design, 'groups', [...groupsOf(design), change.group]),
            {},
            { [change.group.id]: change.box },
          );
    case 'patch-group':
      return withGroup(design, change.id, (group) => patched(group, change.patch, ['kind']));
    case 'collapse':
      return collapseGroup(design, change.id, change.closing);
    case 'add-mark':
      return cannotAdd(design, 'marks', change.mark)
        ? design
        : withLayout(design, { ...design.layout, marks: [...marksOf(design), change.mark] });
    case 'patch-mark':
      return withMark(design, change.id, change.patch);
    case 'order-nodes':
      return orderNodes(design, change.order);
    case 'lock':
      return withLocked(design, change.ids, change.locked);
    case 'order-marks':
      return orderMarks(design, change.ids, change.to);
    case 'patch-annotations':
      return withAnnotations(design, change.patch);
    case 'answer':
      return answerPractice(design, change.practice, change.answer);
    case 'suppress':
      return suppress(design, change.suppression);
    case 'unsuppress':
      return unsuppress(design, change.rule, change.target);
    case 'patch-brief':
      return patchBrief(design, change.patch);
    case 'write-section':
      return writeSection(design, change.section, change.text);
    case 'put-written':
      return putWritten(design, change.list, change.entry);
    case 'remove-written':
      return removeWritten(design, change.list, change.id);
    case 'put-scenario':
      return putScenario(design, change.scenario);
    case 'remove-scenario':
      return removeScenario(design, change.name);
    case 'place':
      return placeParts(design, change.places ?? {}, change.boxes ?? {});
    case 'route':
      return patchRoute(design, change.id, { points: change.points });
    case 'patch-route':
      return patchRoute(design, change.id, change.patch);
    case 'edge-style':
      return styleEdges(design, change.style);
    case 'remove':
      return removeParts(design, change.ids);
    case 'insert':
      return insertFragment(design, change.fragment);
  }
}

/** Whether a part has the id of another, or there are as many of its sort as there may be. */
function cannotAdd(design: Design, list: PartList, part: { readonly id: string }): boolean {
  return roomFor(design, list) === 0 || isTaken(design, part.id);
}

function withSystem<K extends keyof System>(design: Design, key: K, value: System[K] | undefined): Design {
  const system = withField(design.system, key, value);
  return system === design.system ? design : { ...design, system };
}

/** The part without `config` and `targets` in which nothing is left. */
function sparse<T extends { readonly config?: object; readonly targets?: object }>(part: T): T {
  let next = part;
  if (next.config !== undefined && Object.keys(next.config).length === 0)
    next = withField(next, 'config', undefined);
  if (next.targets !== undefined && Object.keys(next.targets).length === 0)
    next = withField(next, 'targets', undefined);
  return next;
}

function withNode(design: Design, id: string, change: (node: Node) => Node): Design {
  const nodes = nodesOf(design);
  const next = withItem(nodes, id, (node) => {
    const changed = change(node);
    return changed !== node && isValidNode(design, changed) ? changed : node;
  });
  return next === nodes ? design : withSystem(design, 'nodes', next);
}

function withEdge(design: Design, id: string, change: (edge: Edge) => Edge): Design {
  const edges = edgesOf(design);
  const next = withItem(edges, id, (edge) => {
    const changed = change(edge);
    return changed !== edge && isValidEdge(design, changed) ? changed : edge;
  });
  return next === edges ? design : withSystem(design, 'edges', next);
}

function withFlow(design: Design, id: string, change: (flow: Flow) => Flow): Design {
  const flows = flowsOf(design);
  const next = withItem(flows, id, (flow) => {
    const changed = change(flow);
    return changed !== flow && isValidFlow(design, changed) ? changed : flow;
  });
  return next === flows ? design : withSystem(design, 'flows', next);
}

function withGroup(design: Design, id: string, change: (group: Group) => Group): Design {
  const groups = groupsOf(design);
  const next = withItem(groups, id, (group) => {
    const changed = change(group);
    return changed !== group && isValidGroup(design, changed) ? changed : group;
  });
  return next === groups ? design : withSystem(design, 'groups', next);
}

function withMark(design: Design, id: string, patch: Extract<Change, { op: 'patch-mark' }>['patch']): Design {
  const marks = marksOf(design);
  const next = withItem(marks, id, (mark) => patched(mark, patch, ['kind']));
  return next === marks ? design : withLayout(design, { ...design.layout, marks: next });
}
