import type { ConfigField } from '../../model/config';

/** The further fields that every buffer ends with in the inspector: its servers, what it keeps and what it costs. */
export const bufferFields: readonly ConfigField[] = [
  'queueLimit',
  'scaleUp',
  'maxUtilization',
  'bandwidthMbps',
  'instanceAvailability',
  'slaAvailability',
  'multiZone',
  'dataClasses',
  'observed',
  'unitCostUsd',
];
