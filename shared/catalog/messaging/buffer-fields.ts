import type { ConfigField } from '../../model/config';

/** The further fields that every buffer ends with in the inspector: its servers, what it keeps and what it costs. */
export const bufferFields: readonly ConfigField[] = [
  'queueLimit',
  'scaleUp',
  'maxUtilization',
  'bandwidthMbps',
  'itemBytes',
  'transitMs',
  'instanceAvailability',
  'slaAvailability',
  'multiZone',
  'record',
  'copies',
  'acknowledge',
  'durable',
  'failoverSeconds',
  'encryptedAtRest',
  'dataClasses',
  'observed',
  'unitCostUsd',
  'requestUsdPerMillion',
];
