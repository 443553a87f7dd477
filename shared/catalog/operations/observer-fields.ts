import type { ConfigField } from '../../model/config';

/** The further fields of what watches a design; it has servers, but no request waits for them. */
export const observerFields: readonly ConfigField[] = [
  'concurrency',
  'cv',
  'scaleUp',
  'maxUtilization',
  'bandwidthMbps',
  'itemBytes',
  'unitCostUsd',
];
