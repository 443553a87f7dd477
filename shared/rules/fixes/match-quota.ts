import type { ResolvedNode } from '../../catalog/resolved';
import type { QuickFix } from '../rule';

/**
 * For a provider whose quota was raised while the requests that it works on concurrently were not: as many as quota × service time
 * (Little's law), and a quota of which the load stays within the planned limit. Null where there is no quota, or where the load
 * is over it, which is a finding of its own.
 */
export function matchQuota({ id, config }: ResolvedNode, offeredRps: number): QuickFix | null {
  const { maxUtilization, readMs, writeMs, quotaRps } = config;
  if (quotaRps === null || offeredRps > quotaRps) return null;
  const quota = Math.max(quotaRps, Math.ceil(offeredRps / maxUtilization));
  const concurrency = Math.ceil((quota * Math.max(readMs, writeMs)) / 1000);
  if (concurrency <= config.concurrency) return null;
  return {
    id: 'match-quota',
    title: 'Set {count, plural, one {# concurrent request} other {# concurrent requests}}',
    values: { count: { count: concurrency }, quota: { rps: quota } },
    changes: [
      { op: 'patch-config', id, patch: { concurrency, ...(quota > quotaRps && { quotaRps: quota }) } },
    ],
  };
}
