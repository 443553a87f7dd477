import { id, optionalId } from '../model/forms';
import { counts, magnitudes } from '../model/limits';
import { z } from '../model/zod';
import type { WhatIf } from './what-if';

const factor = z.number().positive().max(magnitudes.factor);

/** What is kept of an event; whether its parts are still there is said when it is worked out. */
const eventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('load'), factor }),
  z.object({ kind: z.literal('replica-lost'), node: id }),
  z.object({ kind: z.literal('node-down'), node: id }),
  z.object({ kind: z.literal('zone-down'), zone: id.nullable() }),
  z.object({ kind: z.literal('region-down'), region: id }),
  z.object({ kind: z.literal('slow'), node: id, factor }),
  z.object({ kind: z.literal('cache-lost'), node: optionalId }),
]) satisfies z.ZodType<WhatIf>;

export const longestScenarioName = counts.scenarioName;
export const mostEvents = counts.scenarioEvents;

/** Events that a person put together and named. */
const scenarioSchema = z.object({
  name: z.string().min(1).max(longestScenarioName),
  events: z.array(eventSchema).min(1).max(mostEvents).readonly(),
});

export type Scenario = Readonly<z.infer<typeof scenarioSchema>>;

/** The scenarios of a design or of what was stored: those that can be read; a newer program may know other events. */
export function readScenarios(value: unknown): readonly Scenario[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, counts.scenarios).flatMap((item) => {
    const read = scenarioSchema.safeParse(item);
    return read.success ? [read.data] : [];
  });
}
