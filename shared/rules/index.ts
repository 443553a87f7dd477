import { clientToDataStore } from './client-to-data-store';
import { idleLoadBalancer } from './idle-load-balancer';
import { latencyTargetMissed } from './latency-target-missed';
import { littleHeadroom } from './little-headroom';
import { missBeforeCache } from './miss-before-cache';
import { missWithoutLookup } from './miss-without-lookup';
import { noConsumer } from './no-consumer';
import { noTrafficSource } from './no-traffic-source';
import { orphanComponent } from './orphan-component';
import { plaintextOnTheInternet } from './plaintext-on-the-internet';
import { retryStorm } from './retry-storm';
import type { Rule } from './rule';
import { runawayLoop } from './runaway-loop';
import { saturated } from './saturated';
import { singlePointOfFailure } from './single-point-of-failure';
import { staleSuppression } from './stale-suppression';
import { synchronousCycle } from './synchronous-cycle';
import { uncachedReads } from './uncached-reads';
import { weightlessChoice } from './weightless-choice';

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
  littleHeadroom,
  latencyTargetMissed,
  uncachedReads,
  singlePointOfFailure,
  plaintextOnTheInternet,
  staleSuppression,
];

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of an id, as findings and suppressions name it. */
export const ruleOf = (id: string): Rule | undefined => byId.get(id);
