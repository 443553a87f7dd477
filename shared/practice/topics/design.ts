import type { TopicGroup } from './topic';

export const design: TopicGroup = {
  id: 'design',
  title: 'Design',
  topics: [
    {
      id: 'architecture-styles',
      title: 'Architecture styles',
      text: 'Monolith, three tiers, microservices, event-driven, serverless, CQRS, publish and subscribe, active-passive and active-active: each is a template on the first page, with the load that it is good for.',
      keywords: ['monolith microservices serverless cqrs event driven pub sub three tier'],
      kinds: ['function', 'pub-sub'],
      rules: [],
    },
    {
      id: 'apis-and-schema',
      title: 'APIs and schema',
      text: 'The operations that clients call, each with its method, path, request, response, authentication and limit; and the entities with their fields, keys, indexes and partition key. Both are tables of the Document view.',
      keywords: ['api rest rpc grpc graphql endpoint entity table index schema protocol'],
      kinds: ['api-gateway', 'graphql-gateway'],
      rules: ['grpc-from-browser', 'unbounded-graphql'],
    },
    {
      id: 'asynchronism',
      title: 'Asynchronism',
      text: 'What a person need not wait for goes through a queue or a stream. The queue takes peaks, retries and failures of its consumers; it adds time until all is done, and messages may come twice.',
      keywords: ['message queue stream worker back pressure event etl pipeline idempotent'],
      lesson: 'queue',
      kinds: ['queue', 'stream', 'worker', 'stream-processor', 'etl-job'],
      rules: [],
    },
    {
      id: 'resilience',
      title: 'Timeouts, retries and circuit breakers',
      text: 'A call that may fail has a time limit, few retries with growing and random pauses, and a circuit breaker that stops calling what is down. Retries multiply the load just when there is too much of it.',
      formula: 'tries = (1 − f^(r+1)) ÷ (1 − f)',
      keywords: ['error handling retry backoff jitter bulkhead fallback degradation'],
      kinds: [],
      rules: ['no-circuit-breaker'],
    },
    {
      id: 'query-optimization',
      title: 'Optimizing queries',
      text: 'Read what the index gives and no more: an index for each access path, no full scans, no query in a loop, pages by key rather than by offset.',
      keywords: ['sql index full scan n+1 query plan denormalization'],
      kinds: ['sql-database'],
      rules: ['full-scan'],
    },
    {
      id: 'trade-offs',
      title: 'Trade-offs',
      text: 'A choice with what it costs and the alternative that was not taken, with a figure. The Document view keeps them as decisions with their targets.',
      keywords: ['decision record alternatives justify technology choice'],
      kinds: [],
      rules: [],
    },
  ],
};
