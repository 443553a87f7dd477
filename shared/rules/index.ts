import { chattyClient } from './api/chatty-client';
import { grpcFromBrowser } from './api/grpc-from-browser';
import { pinnedGrpcStreams } from './api/pinned-grpc-streams';
import { unboundedGraphql } from './api/unbounded-graphql';
import { availabilityTargetMissed } from './availability/availability-target-missed';
import { evenQuorum } from './availability/even-quorum';
import { loneLoadBalancer } from './availability/lone-load-balancer';
import { noSpareServer } from './availability/no-spare-server';
import { noStandby } from './availability/no-standby';
import { oneRegion } from './availability/one-region';
import { oneZone } from './availability/one-zone';
import { promiseAboveDependency } from './availability/promise-above-dependency';
import { scaledToOne } from './availability/scaled-to-one';
import { singlePointOfFailure } from './availability/single-point-of-failure';
import { cacheLossOverloadsStore } from './caching/cache-loss-overloads-store';
import { cacheStampede } from './caching/cache-stampede';
import { noExpiry } from './caching/no-expiry';
import { uncachedReads } from './caching/uncached-reads';
import { unreachableHitRate } from './caching/unreachable-hit-rate';
import { writeBehindLoss } from './caching/write-behind-loss';
import { connectionPoolExhaustion } from './capacity/connection-pool-exhaustion';
import { diskFull } from './capacity/disk-full';
import { fullScan } from './capacity/full-scan';
import { growthPassesCapacity } from './capacity/growth-passes-capacity';
import { heldRequests } from './capacity/held-requests';
import { hotShard } from './capacity/hot-shard';
import { littleHeadroom } from './capacity/little-headroom';
import { memoryFull } from './capacity/memory-full';
import { networkBottleneck } from './capacity/network-bottleneck';
import { noPeakFactor } from './capacity/no-peak-factor';
import { overProvisioned } from './capacity/over-provisioned';
import { quotaExceeded } from './capacity/quota-exceeded';
import { rateLimitBelowPeak } from './capacity/rate-limit-below-peak';
import { refusedRequests } from './capacity/refused-requests';
import { saturated } from './capacity/saturated';
import { slowAutoscaling } from './capacity/slow-autoscaling';
import { writeBottleneck } from './capacity/write-bottleneck';
import { cacheUnderStrongConsistency } from './consistency/cache-under-strong-consistency';
import { capMismatch } from './consistency/cap-mismatch';
import { checkWithoutReservation } from './consistency/check-without-reservation';
import { conflictRule } from './consistency/conflict-rule';
import { distributedTransaction } from './consistency/distributed-transaction';
import { dualWrite } from './consistency/dual-write';
import { moneyInEventualStore } from './consistency/money-in-eventual-store';
import { quorumDoesNotOverlap } from './consistency/quorum-does-not-overlap';
import { severalWriters } from './consistency/several-writers';
import { staleReads } from './consistency/stale-reads';
import { writeToReadReplica } from './consistency/write-to-read-replica';
import { crossZoneCost } from './cost/cross-zone-cost';
import { egressCost } from './cost/egress-cost';
import { overBudget } from './cost/over-budget';
import { blobInDatabase } from './data/blob-in-database';
import { dataResidency } from './data/data-residency';
import { noBackup } from './data/no-backup';
import { noShardKey } from './data/no-shard-key';
import { personalDataWithoutRetention } from './data/personal-data-without-retention';
import { poorShardKey } from './data/poor-shard-key';
import { replicasInOneZone } from './data/replicas-in-one-zone';
import { rpoMissed } from './data/rpo-missed';
import { rtoMissed } from './data/rto-missed';
import { untestedRestore } from './data/untested-restore';
import { writesNeedEveryCopy } from './data/writes-need-every-copy';
import { crossRegionCall } from './latency/cross-region-call';
import { deferrableWork } from './latency/deferrable-work';
import { farUsers } from './latency/far-users';
import { latencyBudgetMismatch } from './latency/latency-budget-mismatch';
import { latencyTargetMissed } from './latency/latency-target-missed';
import { mediaOverTcp } from './latency/media-over-tcp';
import { noCdn } from './latency/no-cdn';
import { polling } from './latency/polling';
import { repeatedCalls } from './latency/repeated-calls';
import { tailAtScale } from './latency/tail-at-scale';
import { timeoutTooLong } from './latency/timeout-too-long';
import { timeoutTooShortForCallee } from './latency/timeout-too-short-for-callee';
import { backlogGrows } from './messaging/backlog-grows';
import { idempotentConsumers } from './messaging/idempotent-consumers';
import { idleConsumers } from './messaging/idle-consumers';
import { lossyDelivery } from './messaging/lossy-delivery';
import { mixedUrgency } from './messaging/mixed-urgency';
import { noDeadLetter } from './messaging/no-dead-letter';
import { orderWithoutKey } from './messaging/order-without-key';
import { retentionBelowOutage } from './messaging/retention-below-outage';
import { slowDrain } from './messaging/slow-drain';
import { unboundedBacklog } from './messaging/unbounded-backlog';
import { unreplicatedMessages } from './messaging/unreplicated-messages';
import { burnRateAlerts } from './observability/burn-rate-alerts';
import { businessMetrics } from './observability/business-metrics';
import { collectorOverloaded } from './observability/collector-overloaded';
import { logRetention } from './observability/log-retention';
import { noBacklogMetric } from './observability/no-backlog-metric';
import { noCentralLogs } from './observability/no-central-logs';
import { noTracing } from './observability/no-tracing';
import { safeDeployment } from './observability/safe-deployment';
import { unobservedServices } from './observability/unobserved-services';
import { automatedRecovery } from './operations/automated-recovery';
import { infrastructureAsCode } from './operations/infrastructure-as-code';
import { loadTested } from './operations/load-tested';
import { failoverOff } from './resilience/failover-off';
import { loneScheduler } from './resilience/lone-scheduler';
import { noCircuitBreaker } from './resilience/no-circuit-breaker';
import { noHealthCheck } from './resilience/no-health-check';
import { retriedWrite } from './resilience/retried-write';
import { retryAmplification } from './resilience/retry-amplification';
import { retryWithoutBackoff } from './resilience/retry-without-backoff';
import type { Rule } from './rule';
import { autoscaleBounds } from './scaling/autoscale-bounds';
import { noAutoscaling } from './scaling/no-autoscaling';
import { retrogradeScaling } from './scaling/retrograde-scaling';
import { sessionsInMemory } from './scaling/sessions-in-memory';
import { unbalancedReplicas } from './scaling/unbalanced-replicas';
import { verticalLimit } from './scaling/vertical-limit';
import { dataProtectionLaw } from './security/data-protection-law';
import { leastPrivilege } from './security/least-privilege';
import { securityRules } from './security-rules';
import { missBeforeCache } from './soundness/miss-before-cache';
import { missWithoutLookup } from './soundness/miss-without-lookup';
import { retryStorm } from './soundness/retry-storm';
import { runawayLoop } from './soundness/runaway-loop';
import { staleSuppression } from './soundness/stale-suppression';
import { weightlessChoice } from './soundness/weightless-choice';
import { clientToDataStore } from './structure/client-to-data-store';
import { deepCallChain } from './structure/deep-call-chain';
import { idleCall } from './structure/idle-call';
import { idleLoadBalancer } from './structure/idle-load-balancer';
import { noConsumer } from './structure/no-consumer';
import { noProducer } from './structure/no-producer';
import { noTrafficSource } from './structure/no-traffic-source';
import { orphanComponent } from './structure/orphan-component';
import { sharedDatabase } from './structure/shared-database';
import { storedNowhere } from './structure/stored-nowhere';
import { synchronousCycle } from './structure/synchronous-cycle';
import { unmarkedEdges } from './structure/unmarked-edges';
import { wideFanOut } from './structure/wide-fan-out';
import { availabilityAboveHardDependency } from './targets/availability-above-hard-dependency';
import { budgetBelowMinimum } from './targets/budget-below-minimum';
import { latencyBelowPhysics } from './targets/latency-below-physics';
import { recoveryTargetsContradict } from './targets/recovery-targets-contradict';
import { targetsOutOfOrder } from './targets/targets-out-of-order';

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
  memoryFull,
  fullScan,
  growthPassesCapacity,
  crossRegionCall,
  repeatedCalls,
  timeoutTooLong,
  timeoutTooShortForCallee,
  latencyBudgetMismatch,
  deferrableWork,
  noCdn,
  tailAtScale,
  polling,
  farUsers,
  mediaOverTcp,
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
  ...securityRules,
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
  checkWithoutReservation,
  severalWriters,
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
  unreplicatedMessages,
  mixedUrgency,
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
