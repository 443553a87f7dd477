import { accessReviews } from './access-reviews';
import { automatedRecovery } from './automated-recovery';
import { autoscaleBounds } from './autoscale-bounds';
import { availabilityAboveHardDependency } from './availability-above-hard-dependency';
import { availabilityTargetMissed } from './availability-target-missed';
import { backlogGrows } from './backlog-grows';
import { blobInDatabase } from './blob-in-database';
import { budgetBelowMinimum } from './budget-below-minimum';
import { burnRateAlerts } from './burn-rate-alerts';
import { businessMetrics } from './business-metrics';
import { cacheLossOverloadsStore } from './cache-loss-overloads-store';
import { cacheStampede } from './cache-stampede';
import { cacheUnderStrongConsistency } from './cache-under-strong-consistency';
import { capMismatch } from './cap-mismatch';
import { cardDataWithoutTokens } from './card-data-without-tokens';
import { chattyClient } from './chatty-client';
import { clientToDataStore } from './client-to-data-store';
import { collectorOverloaded } from './collector-overloaded';
import { conflictRule } from './conflict-rule';
import { connectionPoolExhaustion } from './connection-pool-exhaustion';
import { crossRegionCall } from './cross-region-call';
import { crossZoneCost } from './cross-zone-cost';
import { dataProtectionLaw } from './data-protection-law';
import { dataResidency } from './data-residency';
import { deepCallChain } from './deep-call-chain';
import { deferrableWork } from './deferrable-work';
import { diskFull } from './disk-full';
import { distributedTransaction } from './distributed-transaction';
import { dualWrite } from './dual-write';
import { egressCost } from './egress-cost';
import { evenQuorum } from './even-quorum';
import { failoverOff } from './failover-off';
import { growthPassesCapacity } from './growth-passes-capacity';
import { grpcFromBrowser } from './grpc-from-browser';
import { heldRequests } from './held-requests';
import { hotShard } from './hot-shard';
import { idempotentConsumers } from './idempotent-consumers';
import { idleCall } from './idle-call';
import { idleConsumers } from './idle-consumers';
import { idleLoadBalancer } from './idle-load-balancer';
import { infrastructureAsCode } from './infrastructure-as-code';
import { intrusionDetection } from './intrusion-detection';
import { latencyBelowPhysics } from './latency-below-physics';
import { latencyBudgetMismatch } from './latency-budget-mismatch';
import { latencyTargetMissed } from './latency-target-missed';
import { leastPrivilege } from './least-privilege';
import { littleHeadroom } from './little-headroom';
import { loadTested } from './load-tested';
import { logRetention } from './log-retention';
import { loneLoadBalancer } from './lone-load-balancer';
import { loneScheduler } from './lone-scheduler';
import { lossyDelivery } from './lossy-delivery';
import { missBeforeCache } from './miss-before-cache';
import { missWithoutLookup } from './miss-without-lookup';
import { moneyInEventualStore } from './money-in-eventual-store';
import { networkBottleneck } from './network-bottleneck';
import { noAutoscaling } from './no-autoscaling';
import { noBacklogMetric } from './no-backlog-metric';
import { noBackup } from './no-backup';
import { noCdn } from './no-cdn';
import { noCentralLogs } from './no-central-logs';
import { noCircuitBreaker } from './no-circuit-breaker';
import { noConsumer } from './no-consumer';
import { noDeadLetter } from './no-dead-letter';
import { noExpiry } from './no-expiry';
import { noHealthCheck } from './no-health-check';
import { noMutualTls } from './no-mutual-tls';
import { noPeakFactor } from './no-peak-factor';
import { noProducer } from './no-producer';
import { noRateLimit } from './no-rate-limit';
import { noShardKey } from './no-shard-key';
import { noSpareServer } from './no-spare-server';
import { noStandby } from './no-standby';
import { noTracing } from './no-tracing';
import { noTrafficSource } from './no-traffic-source';
import { noWebFirewall } from './no-web-firewall';
import { oneRegion } from './one-region';
import { oneZone } from './one-zone';
import { openEgress } from './open-egress';
import { orderWithoutKey } from './order-without-key';
import { orphanComponent } from './orphan-component';
import { overBudget } from './over-budget';
import { overProvisioned } from './over-provisioned';
import { partnerWithoutMutualTls } from './partner-without-mutual-tls';
import { personalDataWithoutRetention } from './personal-data-without-retention';
import { pinnedGrpcStreams } from './pinned-grpc-streams';
import { plaintextAcrossZones } from './plaintext-across-zones';
import { plaintextOnTheInternet } from './plaintext-on-the-internet';
import { poorShardKey } from './poor-shard-key';
import { promiseAboveDependency } from './promise-above-dependency';
import { publicDataStore } from './public-data-store';
import { quorumDoesNotOverlap } from './quorum-does-not-overlap';
import { quotaExceeded } from './quota-exceeded';
import { rateLimitBelowPeak } from './rate-limit-below-peak';
import { recoveryTargetsContradict } from './recovery-targets-contradict';
import { refusedRequests } from './refused-requests';
import { repeatedCalls } from './repeated-calls';
import { replicasInOneZone } from './replicas-in-one-zone';
import { retentionBelowOutage } from './retention-below-outage';
import { retriedWrite } from './retried-write';
import { retrogradeScaling } from './retrograde-scaling';
import { retryAmplification } from './retry-amplification';
import { retryStorm } from './retry-storm';
import { retryWithoutBackoff } from './retry-without-backoff';
import { rpoMissed } from './rpo-missed';
import { rtoMissed } from './rto-missed';
import type { Rule } from './rule';
import { runawayLoop } from './runaway-loop';
import { safeDeployment } from './safe-deployment';
import { saturated } from './saturated';
import { scaledToOne } from './scaled-to-one';
import { secretManager } from './secret-manager';
import { sessionsInMemory } from './sessions-in-memory';
import { sharedDatabase } from './shared-database';
import { singlePointOfFailure } from './single-point-of-failure';
import { slowAutoscaling } from './slow-autoscaling';
import { slowDrain } from './slow-drain';
import { staleReads } from './stale-reads';
import { staleSuppression } from './stale-suppression';
import { storedNowhere } from './stored-nowhere';
import { synchronousCycle } from './synchronous-cycle';
import { tailAtScale } from './tail-at-scale';
import { targetsOutOfOrder } from './targets-out-of-order';
import { timeoutTooLong } from './timeout-too-long';
import { timeoutTooShortForCallee } from './timeout-too-short-for-callee';
import { unauthenticatedWrites } from './unauthenticated-writes';
import { unbalancedReplicas } from './unbalanced-replicas';
import { unboundedBacklog } from './unbounded-backlog';
import { unboundedGraphql } from './unbounded-graphql';
import { uncachedReads } from './uncached-reads';
import { unencryptedAtRest } from './unencrypted-at-rest';
import { unmarkedEdges } from './unmarked-edges';
import { unobservedServices } from './unobserved-services';
import { unreachableHitRate } from './unreachable-hit-rate';
import { untestedRestore } from './untested-restore';
import { userCodeBesideSecrets } from './user-code-beside-secrets';
import { verticalLimit } from './vertical-limit';
import { weightlessChoice } from './weightless-choice';
import { wideFanOut } from './wide-fan-out';
import { writeBehindLoss } from './write-behind-loss';
import { writeBottleneck } from './write-bottleneck';
import { writeToReadReplica } from './write-to-read-replica';
import { writesNeedEveryCopy } from './writes-need-every-copy';

/** Every design rule; findings of one severity on one part keep this order. */
export const rules: readonly Rule[] = [
  runawayLoop,
  weightlessChoice,
  missBeforeCache,
  missWithoutLookup,
  retryStorm,
  noTrafficSource,
  clientToDataStore,
  synchronousCycle,
  orphanComponent,
  idleLoadBalancer,
  noConsumer,
  saturated,
  refusedRequests,
  littleHeadroom,
  latencyTargetMissed,
  uncachedReads,
  overProvisioned,
  writeBottleneck,
  connectionPoolExhaustion,
  heldRequests,
  quotaExceeded,
  hotShard,
  networkBottleneck,
  diskFull,
  noPeakFactor,
  slowAutoscaling,
  rateLimitBelowPeak,
  growthPassesCapacity,
  crossRegionCall,
  repeatedCalls,
  timeoutTooLong,
  timeoutTooShortForCallee,
  latencyBudgetMismatch,
  deferrableWork,
  noCdn,
  tailAtScale,
  singlePointOfFailure,
  noProducer,
  deepCallChain,
  wideFanOut,
  sharedDatabase,
  unmarkedEdges,
  oneZone,
  noStandby,
  loneLoadBalancer,
  availabilityTargetMissed,
  promiseAboveDependency,
  evenQuorum,
  noSpareServer,
  oneRegion,
  sessionsInMemory,
  noAutoscaling,
  retrogradeScaling,
  failoverOff,
  verticalLimit,
  autoscaleBounds,
  scaledToOne,
  unbalancedReplicas,
  storedNowhere,
  idleCall,
  plaintextOnTheInternet,
  unauthenticatedWrites,
  noWebFirewall,
  noRateLimit,
  unencryptedAtRest,
  publicDataStore,
  secretManager,
  openEgress,
  noMutualTls,
  cardDataWithoutTokens,
  plaintextAcrossZones,
  partnerWithoutMutualTls,
  userCodeBesideSecrets,
  accessReviews,
  intrusionDetection,
  unobservedServices,
  burnRateAlerts,
  noCentralLogs,
  noTracing,
  noBacklogMetric,
  safeDeployment,
  collectorOverloaded,
  logRetention,
  businessMetrics,
  retryWithoutBackoff,
  retryAmplification,
  retriedWrite,
  noCircuitBreaker,
  noHealthCheck,
  loneScheduler,
  quorumDoesNotOverlap,
  staleReads,
  conflictRule,
  moneyInEventualStore,
  dualWrite,
  distributedTransaction,
  capMismatch,
  cacheUnderStrongConsistency,
  cacheLossOverloadsStore,
  noExpiry,
  unreachableHitRate,
  cacheStampede,
  writeBehindLoss,
  overBudget,
  budgetBelowMinimum,
  egressCost,
  crossZoneCost,
  backlogGrows,
  idleConsumers,
  slowDrain,
  noDeadLetter,
  idempotentConsumers,
  unboundedBacklog,
  retentionBelowOutage,
  orderWithoutKey,
  lossyDelivery,
  targetsOutOfOrder,
  latencyBelowPhysics,
  availabilityAboveHardDependency,
  recoveryTargetsContradict,
  noBackup,
  rpoMissed,
  rtoMissed,
  noShardKey,
  poorShardKey,
  replicasInOneZone,
  blobInDatabase,
  personalDataWithoutRetention,
  dataResidency,
  untestedRestore,
  writesNeedEveryCopy,
  grpcFromBrowser,
  pinnedGrpcStreams,
  unboundedGraphql,
  chattyClient,
  automatedRecovery,
  loadTested,
  leastPrivilege,
  dataProtectionLaw,
  infrastructureAsCode,
  writeToReadReplica,
  staleSuppression,
];

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of an id, as findings and suppressions name it. */
export const ruleOf = (id: string): Rule | undefined => byId.get(id);
