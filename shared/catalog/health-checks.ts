import type { HealthCheckDepth } from '../model/vocabulary';
import type { ResolvedNode } from './resolved';

/** What the health checks of a distributor cover, and why, where it picks among these callees. */
export interface HealthChecks {
  readonly depth: HealthCheckDepth;
  readonly basis: 'document' | 'dns' | 'regions' | 'self';
}

/**
 * The depth that the document says; else dependencies for DNS and for a distributor whose choices are in different regions, since
 * one region replaces another only as a whole; else the component alone.
 */
export function healthChecksOf(
  { kind, config }: ResolvedNode,
  callees: readonly ResolvedNode[],
): HealthChecks {
  const said = config.other.healthChecks;
  if (said !== undefined) return { depth: said, basis: 'document' };
  if (kind.id === 'dns') return { depth: 'dependencies', basis: 'dns' };
  const regions = new Set(callees.map(({ region }) => region));
  return regions.size > 1 && !regions.has(null)
    ? { depth: 'dependencies', basis: 'regions' }
    : { depth: 'self', basis: 'self' };
}
