import { healthCheckDepths, signals } from '../vocabulary';
import { choice, field, flag, several, share } from './field';

/** How often it works, and who watches it. */
export const availabilityFields = {
  instanceAvailability: field(share, {
    title: 'Server availability',
    hint: 'Per server; determines how many spare servers are needed',
    neutral: {
      value: 0.999,
      why: 'About nine hours a year; the SLA of a single EC2 instance, 99.5 %, is a refund threshold and no measurement',
      range: [0.99, 0.9999],
    },
    inLoads: true,
  }),
  multiZone: field(flag, {
    title: 'Spread over zones',
    hint: 'The loss of one zone leaves some of its servers running',
    inLoads: true,
  }),
  healthChecks: field(
    choice(healthCheckDepths, { self: 'the component alone', dependencies: 'its dependencies too' }),
    {
      title: 'Health checks cover',
      hint: 'Dependencies: a callee is skipped also while something that it needs behind it is down',
    },
  ),
  observed: field(several(signals), { title: 'Observability' }),
  slaAvailability: field(share, {
    title: 'SLA',
    hint: 'Below it the provider pays a credit; not a measured availability',
  }),
};
