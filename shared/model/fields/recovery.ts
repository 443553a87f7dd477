import { field, flag, seconds } from './field';

/** How it comes back. */
export const recoveryFields = {
  backupEverySeconds: field(seconds, { title: 'Backup interval' }),
  restoreSeconds: field(seconds, { title: 'Restore time' }),
  durable: field(flag, {
    title: 'Durable',
    hint: 'The provider keeps copies: no server loss loses data',
  }),
  failoverSeconds: field(seconds, { title: 'Failover time' }),
};
