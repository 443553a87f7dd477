/**
 * Unavailabilities that differ by less are the same: 10⁻⁹ is 32 ms a year. What is put in is known to five or six digits at best and a
 * product of hundreds of availabilities carries rounding of 10⁻¹³, so that a difference below this says nothing of a system.
 */
export const sameUnavailabilityWithin = 1e-9;

/** By what share an unavailability may be over that of its target, which is rounding too. */
const relativeTolerance = 1e-9;

/** Whether an availability is at least the target, both shares: 1 − A ≤ (1 − T)(1 + 10⁻⁹) + 10⁻⁹. */
export const meetsAvailability = (actual: number, target: number): boolean =>
  1 - actual <= (1 - target) * (1 + relativeTolerance) + sameUnavailabilityWithin;
