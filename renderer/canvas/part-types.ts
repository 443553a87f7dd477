import type { EdgeTypes, NodeTypes } from '@xyflow/react';
import { NoteMark } from './annotations/NoteMark';
import { TextMark } from './annotations/TextMark';
import { ClientCard } from './cards/ClientCard';
import { NodeCard } from './cards/NodeCard';
import { FlowEdge } from './edges/FlowEdge';
import { GroupBox } from './groups/GroupBox';

/** Constants of the module: React Flow draws everything anew when these change. */
export const nodeTypes = {
  card: NodeCard,
  client: ClientCard,
  frame: GroupBox,
  note: NoteMark,
  text: TextMark,
} as const satisfies NodeTypes;

export const edgeTypes = { call: FlowEdge } as const satisfies EdgeTypes;
