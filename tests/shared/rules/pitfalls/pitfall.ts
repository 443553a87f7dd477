import type { Design } from '../../../../shared/model/schema';

/** A mistake of an interview, drawn small, and the rules of which one or more is to speak of it. */
export interface Pitfall {
  readonly title: string;
  readonly rules: readonly string[];
  readonly design: Design;
}

export const write = { kind: 'write' } as const;
export const orders = { user: 'client', api: 'service', db: 'sql-database' } as const;
