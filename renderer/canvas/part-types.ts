import type { EdgeTypes, NodeTypes } from '@xyflow/react';
import { annotationViews } from './annotations/index';
import { ClientCard } from './cards/ClientCard';
import { NodeCard } from './cards/NodeCard';
import { FlowEdge } from './edges/FlowEdge';
import { GroupBox } from './groups/GroupBox';

const annotationTypes = Object.fromEntries(
  Object.values(annotationViews).map(({ id, component }) => [id, component]),
);

/** Constants of the module: React Flow draws everything anew when these change. */
export const nodeTypes = {
  card: NodeCard,
  client: ClientCard,
  frame: GroupBox,
  ...annotationTypes,
} as const satisfies NodeTypes;

export const edgeTypes = { call: FlowEdge } as const satisfies EdgeTypes;
