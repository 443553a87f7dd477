import type { Config } from './config';
import type {
  Box,
  DesignTargets,
  Edge,
  Flow,
  FlowTargets,
  Group,
  Mark,
  Node,
  NodeTargets,
  Point,
  PracticeAnswer,
  Suppression,
  Workload,
} from './schema';

/** Fields to set; `null` removes a field, so that it falls back to its default. */
export type Patch<T> = { readonly [K in keyof T]?: T[K] | null };

/** Parts that travel together: a paste, a duplicate, a template's excerpt. Ids are already free in the design. */
export interface Fragment {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly groups: readonly Group[];
  readonly flows: readonly Flow[];
  readonly marks: readonly Mark[];
  readonly places: Readonly<Record<string, Point>>;
  readonly boxes: Readonly<Record<string, Box>>;
}

/**
 * One edit of a design, as data: what the window does, what a quick fix proposes and what a test replays.
 * A change that names an id which is not there leaves the design as it is.
 */
export type Change =
  | { readonly op: 'rename-design'; readonly name: string }
  | { readonly op: 'patch-workload'; readonly patch: Patch<Workload> }
  | { readonly op: 'patch-targets'; readonly patch: Patch<DesignTargets> }
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
  | { readonly op: 'add-mark'; readonly mark: Mark }
  | { readonly op: 'patch-mark'; readonly id: string; readonly patch: Patch<Omit<Mark, 'id'>> }
  /** What the design's practices say of a rule that can only ask; null takes the answer back. */
  | { readonly op: 'answer'; readonly practice: string; readonly answer: PracticeAnswer | null }
  /** Dismisses a rule's finding, with its reason; one of the same rule and target is replaced. */
  | { readonly op: 'suppress'; readonly suppression: Suppression }
  | { readonly op: 'unsuppress'; readonly rule: string; readonly target: string }
  /** Moves nodes, marks (by place) and groups (by box); layout only, membership is not touched. */
  | {
      readonly op: 'place';
      readonly places?: Readonly<Record<string, Point>>;
      readonly boxes?: Readonly<Record<string, Box>>;
    }
  /** Bends that a person placed; `null` gives the edge back to the automatic route. */
  | { readonly op: 'route'; readonly id: string; readonly points: readonly Point[] | null }
  /**
   * Takes away nodes, edges, flows, groups and marks. Edges of a removed node and flows that enter at it go too;
   * `onMissOf` and lists of flows that named a removed part lose the name; what stood in a removed group stands in its parent.
   */
  | { readonly op: 'remove'; readonly ids: readonly string[] }
  | { readonly op: 'insert'; readonly fragment: Fragment };
