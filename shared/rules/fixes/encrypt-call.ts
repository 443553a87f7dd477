import type { QuickFix } from '../rule';

/** Encrypts a call. */
export const encryptCall = (edge: string): QuickFix => ({
  id: 'use-tls',
  title: 'Use TLS',
  values: {},
  changes: [{ op: 'patch-edge', id: edge, patch: { tls: true } }],
});
