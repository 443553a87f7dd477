import type { EdgeTypes, NodeTypes } from '@xyflow/react';
import { unknown } from './annotations/unknown/unknown';
import { annotationViews } from './annotations/views';
import { ClientCard } from './cards/ClientCard';
import { NodeCard } from './cards/NodeCard';
import { FlowEdge } from './edges/FlowEdge';
import { markTypeOf } from './flow-nodes';
import { CollapsedGroup } from './groups/CollapsedGroup';
import { GroupBox } from './groups/GroupBox';

const annotationTypes = Object.fromEntries(
  Object.values(annotationViews).map(({ id, component }) => [markTypeOf(id), component]),
);

/** Constants of the module: React Flow draws everything anew when these change. */
export const nodeTypes = {
  card: NodeCard,
  client: ClientCard,
  frame: GroupBox,
  collapsed: CollapsedGroup,
  'mark-unknown': unknown,
  ...annotationTypes,
} as const satisfies NodeTypes;

export const edgeTypes = { call: FlowEdge } as const satisfies EdgeTypes;
