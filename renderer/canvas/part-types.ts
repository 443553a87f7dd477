import type { EdgeTypes, NodeTypes } from '@xyflow/react';
import { ClientCard } from './ClientCard';
import { FlowEdge } from './FlowEdge';
import { GroupBox } from './GroupBox';
import { NodeCard } from './NodeCard';
import { NoteMark } from './NoteMark';
import { TextMark } from './TextMark';

/** Constants of the module: React Flow draws everything anew when these change. */
export const nodeTypes = {
  card: NodeCard,
  client: ClientCard,
  frame: GroupBox,
  note: NoteMark,
  text: TextMark,
} as const satisfies NodeTypes;

export const edgeTypes = { call: FlowEdge } as const satisfies EdgeTypes;
