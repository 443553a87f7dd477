import { signals } from '../vocabulary';
import { field, flag, several, share } from './field';

/** How often it works, and who watches it. */
export const availabilityFields = {
  instanceAvailability: field(share, {
    title: 'Server availability',
    hint: 'Per server; determines how many spare servers are needed',
    neutral: {
      value: 0.995,
      why: 'SLA of a single EC2 instance, 99.5 %; better ones exist, worse ones too',
      url: 'https://github.com/mikaelvesavuori/cloud-sla',
      range: [0.99, 0.9999],
    },
    inLoads: true,
  }),
  multiZone: field(flag, {
    title: 'Spread over zones',
    hint: 'The loss of one zone leaves some of its servers running',
    inLoads: true,
  }),
  observed: field(several(signals), { title: 'Observability' }),
  slaAvailability: field(share, {
    title: 'SLA',
    hint: 'Below it the provider pays a credit; not a measured availability',
  }),
};
