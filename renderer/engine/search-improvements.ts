import { type Improvements, improvementSearch } from '../../shared/analysis/improvements/improvements';
import { emptyDesign } from '../../shared/model/empty-design';
import { structuralChanges } from '../../shared/rules/structural-changes';
import type { ImprovementsRequest, SearchProgress } from './protocol';
import { searchLimitMs } from './search-limit';
import { type JobContext, messagesReceived } from './serve-jobs';

/** Searches what would help a flow most, in steps between which the worker takes other requests and the end of this one. */
export async function searchImprovements(
  { design: { id, name, system }, load, flow }: ImprovementsRequest,
  { signal, report }: JobContext<SearchProgress>,
  now: () => number = () => performance.now(),
): Promise<Improvements> {
  const began = now();
  const search = improvementSearch({ ...emptyDesign(id, name, ''), system }, flow, load, structuralChanges);
  report({ tried: 0, total: search.total });
  await messagesReceived();
  while (!signal.aborted && now() - began < searchLimitMs && search.step()) {
    report({ tried: search.found().tried, total: search.total });
    await messagesReceived();
  }
  return search.found();
}
