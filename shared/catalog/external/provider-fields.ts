import type { ConfigField } from '../../model/config';

/** What matters most of another company's service: how much it takes, how long it takes and how often it is there. */
export const providerMain: readonly ConfigField[] = [
  'quotaRps',
  'serviceMs',
  'concurrency',
  'cv',
  'instanceAvailability',
];

/** The further fields of another company's service. */
export const providerFields: readonly ConfigField[] = [
  'slaAvailability',
  'maxUtilization',
  'queueLimit',
  'bandwidthMbps',
  'unitCostUsd',
  'requestUsdPerMillion',
];
