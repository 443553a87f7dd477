import { id, listOf, object, optionalFlag, optionalText, optionalTexts, recordOf, text, word } from './forms';
import { counts } from './limits';
import { z } from './zod';

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
  sections: recordOf(word, text, counts.entries).exactOptional(),
  apis: listOf(
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
    counts.entries,
  ).exactOptional(),
  entities: listOf(
    object({
      id,
      name: optionalText,
      store: optionalText,
      fields: listOf(
        object({
          name: optionalText,
          type: optionalText,
          key: z.union([text, z.boolean()]).exactOptional(),
        }),
        counts.entries,
      ).exactOptional(),
      indexes: optionalTexts,
      partitionKey: optionalText,
    }),
    counts.entries,
  ).exactOptional(),
  decisions: listOf(
    object({
      id,
      title: optionalText,
      context: optionalText,
      choice: optionalText,
      alternatives: z.union([text, listOf(text, counts.entries)]).exactOptional(),
      consequences: optionalText,
      date: optionalText,
      targets: optionalTexts,
    }),
    counts.entries,
  ).exactOptional(),
});
