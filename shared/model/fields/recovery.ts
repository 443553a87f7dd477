import { field, seconds } from './field';

/** How it comes back. */
export const recoveryFields = {
  backupEverySeconds: field(seconds, { title: 'Backup interval' }),
  restoreSeconds: field(seconds, { title: 'Restore time' }),
  failoverSeconds: field(seconds, { title: 'Failover time' }),
};
