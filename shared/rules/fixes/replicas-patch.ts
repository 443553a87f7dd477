import type { ResolvedNode } from '../../catalog/resolved';
import type { Config } from '../../model/config';

/** So many servers, and autoscaling that may start them where there is any. */
export function replicasPatch({ config }: ResolvedNode, replicas: number): Config {
  const { autoscaleMax } = config.other;
  return autoscaleMax !== undefined && autoscaleMax < replicas
    ? { replicas, autoscaleMax: replicas }
    : { replicas };
}
