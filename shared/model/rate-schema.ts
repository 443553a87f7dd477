import { object, optionalFactor, optionalId, optionalRps, optionalShare } from './forms';

/** A flow's rate at peak, in one of three ways: a number, a share of the workload, or so many requests to one of another flow. */
export const rateSchema = object({
  rps: optionalRps,
  share: optionalShare,
  flow: optionalId,
  ratio: optionalFactor,
});
