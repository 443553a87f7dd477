import type { Config } from './config';
import type {
  AnnotationSettings,
  Box,
  Brief,
  Closing,
  DesignTargets,
  Edge,
  EdgeRoute,
  EdgeStyle,
  Flow,
  FlowTargets,
  Group,
  GroupPlace,
  KeptScenario,
  Mark,
  Node,
  NodeTargets,
  Point,
  PracticeAnswer,
  Prices,
  Suppression,
  Workload,
  WrittenEntry,
} from './schema';
import type { WrittenList } from './vocabulary';

/** Fields to set; `null` removes a field, so that it falls back to its default. */
export type Patch<T> = { readonly [K in keyof T]?: T[K] | null };

export const markOrders = ['front', 'forward', 'backward', 'back'] as const;
export type MarkOrder = (typeof markOrders)[number];

/** Parts that travel together: a paste, a duplicate, a template's excerpt. Ids are already free in the design. */
export interface Fragment {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly groups: readonly Group[];
  readonly flows: readonly Flow[];
  readonly marks: readonly Mark[];
  readonly places: Readonly<Record<string, Point>>;
  readonly boxes: Readonly<Record<string, GroupPlace>>;
  /** What a person chose of how edges among them are drawn, by edge id. */
  readonly routes?: Readonly<Record<string, EdgeRoute>>;
}

/**
 * One edit of a design, as data: what the window does, what a quick fix proposes and what a test replays.
 * A change that names an id which is not there leaves the design as it is.
 */
export type Change =
  | { readonly op: 'rename-design'; readonly name: string }
  | { readonly op: 'patch-workload'; readonly patch: Patch<Workload> }
  | { readonly op: 'patch-targets'; readonly patch: Patch<DesignTargets> }
  | { readonly op: 'patch-prices'; readonly patch: Patch<Prices> }
  | { readonly op: 'add-node'; readonly node: Node; readonly at?: Point }
  | { readonly op: 'patch-node'; readonly id: string; readonly patch: Patch<Omit<Node, 'id'>> }
  | { readonly op: 'patch-config'; readonly id: string; readonly patch: Patch<Config> }
  | { readonly op: 'patch-node-targets'; readonly id: string; readonly patch: Patch<NodeTargets> }
  | { readonly op: 'add-edge'; readonly edge: Edge }
  | { readonly op: 'patch-edge'; readonly id: string; readonly patch: Patch<Omit<Edge, 'id'>> }
  | { readonly op: 'add-flow'; readonly flow: Flow }
  | { readonly op: 'patch-flow'; readonly id: string; readonly patch: Patch<Omit<Flow, 'id'>> }
  | { readonly op: 'patch-flow-targets'; readonly id: string; readonly patch: Patch<FlowTargets> }
  | { readonly op: 'add-group'; readonly group: Group; readonly box: Box }
  | { readonly op: 'patch-group'; readonly id: string; readonly patch: Patch<Omit<Group, 'id'>> }
  /** Collapses a group, with what it moved by that; `null` expands it. Layout only, and nothing else is moved. */
  | { readonly op: 'collapse'; readonly id: string; readonly closing: Closing | null }
  | { readonly op: 'add-mark'; readonly mark: Mark }
  | { readonly op: 'patch-mark'; readonly id: string; readonly patch: Patch<Omit<Mark, 'id'>> }
  /** Puts these marks before or behind the others, or a step that way; they keep their order among themselves. */
  | { readonly op: 'order-marks'; readonly ids: readonly string[]; readonly to: MarkOrder }
  /** Puts cards before others (above 0) or behind them; `null` as the document has them. */
  | { readonly op: 'order-nodes'; readonly order: Readonly<Record<string, number | null>> }
  | { readonly op: 'lock'; readonly ids: readonly string[]; readonly locked: boolean }
  /** What holds for all annotations: hidden, locked, their layers. */
  | { readonly op: 'patch-annotations'; readonly patch: Patch<AnnotationSettings> }
  /** The answer in the design's practices to a rule that is a question; null removes it. */
  | { readonly op: 'answer'; readonly practice: string; readonly answer: PracticeAnswer | null }
  /** Dismisses a rule's finding, with its reason; one of the same rule and target is replaced. */
  | { readonly op: 'suppress'; readonly suppression: Suppression }
  | { readonly op: 'unsuppress'; readonly rule: string; readonly target: string }
  /** What the design is for, in the words of its brief. */
  | { readonly op: 'patch-brief'; readonly patch: Patch<Brief> }
  /** The Markdown of a section of the written design; `null` or an empty text removes it. */
  | { readonly op: 'write-section'; readonly section: string; readonly text: string | null }
  /** Adds an interface, an entity or a decision, or replaces the one of the same id. */
  | { readonly op: 'put-written'; readonly list: WrittenList; readonly entry: WrittenEntry }
  | { readonly op: 'remove-written'; readonly list: WrittenList; readonly id: string }
  /** Keeps a scenario, in the place of one of its name. */
  | { readonly op: 'put-scenario'; readonly scenario: KeptScenario }
  | { readonly op: 'remove-scenario'; readonly name: string }
  /** Moves nodes, marks (by place) and groups (by box); layout only, membership is not touched. */
  | {
      readonly op: 'place';
      readonly places?: Readonly<Record<string, Point>>;
      readonly boxes?: Readonly<Record<string, Box>>;
    }
  /** Bends that a person placed; `null` gives the edge back to the automatic route. */
  | { readonly op: 'route'; readonly id: string; readonly points: readonly Point[] | null }
  /** What a person chose of how an edge is drawn: bends, the sides of its cards that it touches, its style. */
  | { readonly op: 'patch-route'; readonly id: string; readonly patch: Patch<EdgeRoute> }
  /** How edges without a style of their own are drawn; `null` for the default. */
  | { readonly op: 'edge-style'; readonly style: EdgeStyle | null }
  /**
   * Takes away nodes, edges, flows, groups and marks. Edges of a removed node and flows that enter at it go too;
   * `onMissOf`, `fallbackOf` and lists of flows that named a removed part lose the name; what stood in a removed group is in its parent.
   */
  | { readonly op: 'remove'; readonly ids: readonly string[] }
  | { readonly op: 'insert'; readonly fragment: Fragment };
