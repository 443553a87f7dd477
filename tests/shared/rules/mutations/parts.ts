import type { Change } from '../../../../shared/model/changes';
import type { Config } from '../../../../shared/model/config';

/** A service of the region with nothing that a reviewer would ask for. */
export const service = (id: string, config: Config = {}): Change => ({
  op: 'add-node',
  node: {
    id,
    kind: 'service',
    technology: 'Go',
    name: id,
    group: 'region',
    config: { authentication: 'mutual-tls', ...config },
  },
});

export const call = (from: string, to: string): Change => ({
  op: 'add-edge',
  edge: { id: `${from}-${to}`, from, to },
});
