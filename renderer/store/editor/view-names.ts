import type { AnnotationId } from '../../../shared/layout/annotations/index';

export type Theme = 'system' | 'light' | 'dark';
export type Tool = 'select' | 'group' | 'eraser' | 'laser' | AnnotationId;
export type DrawerTab = 'problems' | 'targets' | 'layers' | 'flows' | 'load' | 'cost' | 'what-if';
/** The tabs of the inspector; a part that lacks one shows its first. */
export type InspectorTab = 'properties' | 'targets' | 'numbers' | 'findings';
/** What the list of findings is grouped by. */
export const findingGroupings = ['stage', 'severity', 'part', 'rule'] as const;
export type FindingGrouping = (typeof findingGroupings)[number];
/** Over the canvas while something is selected, or a column of its own that stays. */
export type InspectorPlace = 'overlay' | 'column';
export type DialogName =
  | 'commands'
  | 'help'
  | 'reference'
  | 'export'
  | 'about'
  | 'templates'
  | 'trash'
  | 'convert'
  | 'size'
  | 'compare'
  | 'try-kind'
  | 'shortcuts'
  | 'fix-all'
  | 'make-problem'
  | 'versions';

/** A page of the reference, by the part of it that it stands in and its id there. */
export interface ReferencePlace {
  readonly part: 'kinds' | 'rules' | 'topics';
  readonly id: string;
}

/** The steps of the tour, in their order. */
export const tourSteps = ['load', 'overload', 'reason', 'fix', 'done'] as const;
export type TourStep = (typeof tourSteps)[number];
