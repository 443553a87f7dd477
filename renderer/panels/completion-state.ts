import type { FlowFigures } from '../../shared/analysis/analysis';

/** Whether a request sets off what it does not wait for, so that its completion is a figure of its own. */
export const goesOn = ({ approximate }: FlowFigures): boolean => approximate.includes('asynchronous');

/** Whether it is never done, since what it sets off meets a saturated component. */
export const neverCompletes = ({ completionMeanMs, saturated }: FlowFigures): boolean =>
  completionMeanMs === null && saturated;
