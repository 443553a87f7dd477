import type { FlowFigures } from '../../shared/analysis/analysis';
import { nearestFlow } from '../../shared/diagram/nearest-flow';
import { useReport } from './report';
import { useView } from './view';

/** The flow of the tables: the chosen one, else the one closest to its target; null without flows. */
export function useChosenFlow(): FlowFigures | null {
  const chosen = useView((state) => state.chosenFlow);
  const flows = useReport((state) => state.analysis?.flows);
  if (flows === undefined) return null;
  return flows.find((flow) => flow.id === chosen) ?? nearestFlow(flows);
}
