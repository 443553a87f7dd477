import type { Finding } from './rule';

/** The key of a finding in its design: it stays the same while only its figures change. */
export const findingKey = ({ rule, target, message }: Pick<Finding, 'rule' | 'target' | 'message'>): string =>
  `${rule} ${target} ${message}`;
