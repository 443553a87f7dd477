import { emptyDesign } from '../../shared/model/empty-design';
import { withLocked } from '../../shared/model/locked';
import { proposeSizes, type SizeProposalResult } from '../../shared/rules/size-proposal';
import type { SizeProgress, SizeRequest } from './protocol';
import type { JobContext } from './serve-jobs';

/** More often than this nobody reads a number. */
const reportEveryMs = 100;

/** Searches sizes for a design, and says how many were compared as it goes. */
export function searchSizes(
  { design: { id, name, system }, locked, load }: SizeRequest,
  { report }: Pick<JobContext<SizeProgress>, 'report'>,
): SizeProposalResult {
  let compared = 0;
  let reportedAt = 0;
  return proposeSizes(withLocked({ ...emptyDesign(id, name, ''), system }, locked, true), load, () => {
    compared += 1;
    if (performance.now() - reportedAt < reportEveryMs) return;
    reportedAt = performance.now();
    report({ compared });
  });
}
