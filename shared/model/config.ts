import { fieldSchemas } from './fields/index';
import { object } from './forms';
import type { z } from './zod';

/**
 * Configuration of a node: every field optional, only what differs from the defaults of its kind. The fields are described
 * in `fields/`, one entry each.
 */
export const configSchema = object(fieldSchemas);

export type Config = z.infer<typeof configSchema>;
export type ConfigField = keyof Config;
