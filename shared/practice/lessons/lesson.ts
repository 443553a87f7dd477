import type { Analysis } from '../../analysis/analysis';
import type { Quantity } from '../../math/quantity';
import { emptyDesign } from '../../model/empty-design';
import type { Design, Edge, Flow, Node } from '../../model/schema';

/** A figure of a lesson; `amount` is null where there is none, as the latency of what is saturated. */
export interface LessonFigure {
  readonly title: string;
  readonly amountOf: (analysis: Analysis) => Quantity | null;
}

/** A small design with one thing to turn, and the figures that turn with it. */
export interface Lesson {
  readonly id: string;
  readonly title: string;
  /** What is to be seen. */
  readonly text: string;
  /** What is turned: the title of each of its positions, in their order. */
  readonly turn: {
    readonly title: string;
    readonly positions: readonly LessonPosition[];
    readonly start: number;
  };
  readonly figures: readonly LessonFigure[];
}

export interface LessonPosition {
  /** How the position is called. */
  readonly amount: Quantity | { readonly title: string };
  readonly design: Design;
}

type Part = Omit<Node, 'id'>;

interface Parts {
  /** Components by id, drawn from left to right, and in further rows where they are lists. */
  readonly columns: readonly Readonly<Record<string, Part>>[];
  readonly edges: readonly Edge[];
  readonly flow: Omit<Flow, 'id' | 'entry'>;
}

const columnPx = 290;
const rowPx = 150;

/** A design of a few components in columns; its one flow, `reads`, enters at the only component of the first. */
export function lessonDesign(id: string, { columns, edges, flow }: Parts): Design {
  const placed = columns.flatMap((column, x) =>
    Object.entries(column).map(([node, part], y) => ({ node: { id: node, ...part }, x, y })),
  );
  const [entry] = Object.keys(columns[0] ?? {});
  return {
    ...emptyDesign(`lesson-${id}`, id, ''),
    system: {
      nodes: placed.map(({ node }) => node),
      edges: [...edges],
      flows: [{ id: 'reads', entry: entry ?? '', ...flow }],
    },
    layout: {
      nodes: Object.fromEntries(placed.map(({ node, x, y }) => [node.id, { x: x * columnPx, y: y * rowPx }])),
    },
  };
}

const known = <T>(amount: number | null | undefined, quantityOf: (amount: number) => T): T | null =>
  amount === null || amount === undefined ? null : quantityOf(amount);

const ofFlow = ({ flows }: Analysis) => flows[0];

/** The figures that lessons show, by what they are. */
export const figures = {
  p99: { title: 'p99 latency', amountOf: (analysis) => known(ofFlow(analysis)?.p99Ms, (ms) => ({ ms })) },
  availability: {
    title: 'Availability',
    amountOf: (analysis) => known(ofFlow(analysis)?.availability, (availability) => ({ availability })),
  },
  cost: {
    title: 'Cost a month',
    amountOf: ({ totals }) => known(totals.monthlyCostUsd, (usd) => ({ usd })),
  },
  dataLoss: {
    title: 'Writes lost when the leader fails (RPO)',
    amountOf: ({ totals }) => known(totals.rpoSeconds, (seconds) => ({ seconds })),
  },
  maxRate: {
    title: 'Max throughput',
    amountOf: (analysis) => known(ofFlow(analysis)?.maxRateRps, (rps) => ({ rps })),
  },
} as const satisfies Readonly<Record<string, LessonFigure>>;

/** The utilization of a component. */
export const utilizationOf = (title: string, id: string): LessonFigure => ({
  title,
  amountOf: ({ nodes }) => known(nodes.find((node) => node.id === id)?.utilization, (share) => ({ share })),
});
