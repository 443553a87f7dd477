import { nearestFlow } from '../../shared/diagram/nearest-flow';
import type { Direction } from '../../shared/diagram/reach';
import { flowsOf } from '../../shared/model/schema';
import { followRequest } from '../canvas/follow-request';
import { currentDesign } from '../store/document';
import { activeEditor } from '../store/editors';
import { useReport } from '../store/report';
import { useSelection } from '../store/selection';
import { setView, useView } from '../store/view';
import type { Command } from './command';
import { hasFlows, hasOnlyNode, inView, onlyNode } from './conditions';

/** The flow to follow: the one that is selected, else that of the tables. */
function flowToFollow(): string | null {
  const design = currentDesign();
  const known = (id: string | null) =>
    design === null ? undefined : flowsOf(design).find((flow) => flow.id === id)?.id;
  return (
    known(useSelection.getState().flow) ??
    known(useView.getState().chosenFlow) ??
    nearestFlow(useReport.getState().analysis?.flows ?? [])?.id ??
    (design === null ? null : (flowsOf(design)[0]?.id ?? null))
  );
}

function switchFollowing(): void {
  if (useView.getState().followedFlow !== null) {
    setView({ followedFlow: null });
    return;
  }
  const flow = flowToFollow();
  if (flow !== null) followRequest(activeEditor(), flow);
}

const reachCommand = (direction: Direction, title: string, order: number): Command => ({
  id: `show-${direction}`,
  title,
  group: 'view',
  menu: { menu: 'view', section: 'panels', order },
  keywords: ['highlight', 'path', 'dependencies', 'callers', 'calls', 'blast radius', 'impact', 'trace'],
  places: ['node'],
  enabled: hasOnlyNode,
  run: () => {
    const node = onlyNode();
    if (node !== null) setView({ reach: { node, direction }, followedFlow: null, finding: null });
  },
});

/** Commands that follow the ways of requests through the design. */
export const pathCommands: readonly Command[] = [
  {
    id: 'follow-request',
    title: 'Follow a request',
    group: 'view',
    menu: { menu: 'view', section: 'panels', order: 24 },
    keywords: ['path', 'trace', 'hop', 'step', 'walk', 'flow', 'latency', 'wait', 'service', 'network'],
    places: ['canvas'],
    enabled: hasFlows,
    checked: inView(({ followedFlow }) => followedFlow !== null),
    run: switchFollowing,
  },
  reachCommand('upstream', 'Show everything upstream', 25),
  reachCommand('downstream', 'Show everything downstream', 26),
];
