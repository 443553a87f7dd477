import { z } from 'zod';
import { id, object, optionalFlag, optionalText, optionalTexts } from './fields';

/** What is written about a design: its brief, its sections, its interfaces, data and decisions. */
export const writingSchema = object({
  brief: object({
    problem: optionalText,
    useCases: optionalTexts,
    outOfScope: optionalTexts,
    users: optionalText,
    usagePatterns: optionalText,
    functional: optionalTexts,
    constraints: optionalTexts,
    timeline: optionalText,
  }).exactOptional(),
  sections: z.record(z.string(), z.string()).exactOptional(),
  apis: z
    .array(
      object({
        id,
        method: optionalText,
        path: optionalText,
        request: optionalText,
        response: optionalText,
        auth: optionalText,
        rateLimit: optionalText,
        idempotent: optionalFlag,
        flow: optionalText,
      }),
    )
    .exactOptional(),
  entities: z
    .array(
      object({
        id,
        name: optionalText,
        store: optionalText,
        fields: z
          .array(
            object({
              name: optionalText,
              type: optionalText,
              key: z.union([z.string(), z.boolean()]).exactOptional(),
            }),
          )
          .exactOptional(),
        indexes: optionalTexts,
        partitionKey: optionalText,
      }),
    )
    .exactOptional(),
  decisions: z
    .array(
      object({
        id,
        title: optionalText,
        context: optionalText,
        choice: optionalText,
        alternatives: z.union([z.string(), z.array(z.string())]).exactOptional(),
        consequences: optionalText,
        date: optionalText,
        targets: optionalTexts,
      }),
    )
    .exactOptional(),
});
