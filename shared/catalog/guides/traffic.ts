import type { Guides } from './guide';

export const trafficGuides: Guides = {
  'load-balancer': {
    when: 'As soon as there are two servers: one address in front, TLS ended, routes by path, and servers that are down left out.',
    whenNot:
      'In front of a single server, where it only adds a hop. For what is not HTTP, or for fixed addresses, a network load balancer.',
    tradeOffs: [
      'A millisecond a request, and a price that grows with connections and bytes.',
      'Sticky sessions keep a person on one server and undo the balance; keep sessions outside and leave them off.',
      'Health checks that include shared dependencies take all servers out at once when a shared store is slow.',
    ],
    failsFirst:
      'Its own scaling, when it is managed: too slow for a jump to ten times the load within a minute. Else what is behind it.',
  },
  'api-gateway': {
    when: 'One entry for many services: authentication, keys, quotas, versions and logs in one place instead of in each of them.',
    whenNot:
      'For one service behind a load balancer, or between your own services: it adds milliseconds and a price for every request.',
    tradeOffs: [
      'It knows every route, so every team changes it: keep business logic out of it, or it becomes a bottleneck of every team.',
      'Managed ones are billed per request: cheap at a hundred a second, expensive at ten thousand.',
      'A quota protects what is behind it and answers 429: callers must wait before they try again.',
    ],
    failsFirst:
      'The quota of the account, with 429 at a rate below the capacity of the services; then its call to validate tokens.',
  },
  'reverse-proxy': {
    when: 'Where you need routes, headers, retries or compression of your own in front of services, or run on your own machines.',
    whenNot:
      'Where a managed load balancer does the same: then this is one more hop to patch, size and operate.',
    tradeOffs: [
      'Full control of every header and every retry, at the cost of servers and certificates to operate.',
      'It needs a pair with a floating address, or it is a single point of failure itself.',
      'A retry set here multiplies those of clients and services: keep it in one place.',
    ],
    failsFirst:
      'CPU in a burst of new TLS connections, then file descriptors: handshakes cost far more than requests on an open connection.',
  },
  'network-load-balancer': {
    when: 'For protocols that are not HTTP, for fixed addresses, for millions of connections, and where TLS must end at the server.',
    whenNot:
      'Where a path, a header or a cookie decides where a request goes: it never sees them. Use a load balancer or a gateway for HTTP.',
    tradeOffs: [
      'A tenth of a millisecond, and no retries, no routes and no useful log of requests.',
      'It balances connections: long ones stay where they are, so a new server is idle until clients connect again.',
      'The servers end TLS themselves and need the certificates.',
    ],
    failsFirst:
      'Uneven load: a few heavy connections of HTTP/2 or gRPC fill one server while others are idle.',
  },
  'websocket-gateway': {
    when: 'Where the server pushes updates: chats, prices, live scores, presence. One open connection replaces a poll every second.',
    whenNot:
      'Where updates may be a minute late or only flow to the client: polling or server-sent events are simpler.',
    tradeOffs: [
      'It holds connections, so it cannot be restarted like a service: drain it slowly.',
      'It is sized twice: by connections, which need memory, and by messages sent, which need CPU.',
      'To reach a user, the server that holds the connection must be known: use a registry or pub/sub behind it.',
    ],
    failsFirst:
      'After a restart all clients reconnect at once: handshakes and sign-ins overload it. Then fan-out to large rooms.',
  },
  'graphql-gateway': {
    when: 'For many screens over many services: each fetches what it shows in one call, and teams own their part of the graph.',
    whenNot:
      'For few, stable calls, for files, or where answers should be cached by a CDN: a query in a POST has no address to cache by.',
    tradeOffs: [
      'One round trip for the phone, several behind the gateway: its response is as slow as the slowest part.',
      'The cost of a query is not its count: limit depth and cost, not only the rate.',
      'Lists cause a query for each element (N + 1) unless they are batched.',
    ],
    failsFirst:
      'The services behind it: one deep query becomes hundreds of calls, while the gateway itself looks idle.',
  },
  'grpc-gateway': {
    when: 'Where services speak gRPC among themselves and browsers or partners must reach them with plain HTTP.',
    whenNot:
      'Between services: they call each other directly. Nor for large streamed responses, which JSON and browsers buffer.',
    tradeOffs: [
      'One description gives the typed calls inside and the JSON outside; both change together.',
      'Converting between JSON and messages costs more CPU per byte than forwarding.',
      'Errors and deadlines must be mapped: a gRPC status is not an HTTP status.',
    ],
    failsFirst:
      'CPU on large bodies, and the balance: gRPC keeps one connection open, so behind a connection-level balancer one server gets all the load.',
  },
  'service-mesh': {
    when: 'For dozens of services in several languages that all need the same encryption, retries, limits and traces.',
    whenNot:
      'For a handful of services in one language: a library does the same without two more hops a call and a control plane to run.',
    tradeOffs: [
      'Two proxies in each call: one to three milliseconds at the tail, times the depth of the chain.',
      'A third of a CPU for each thousand requests a second through a proxy, on every server.',
      'Policies in one place, where one mistake stops every call.',
    ],
    failsFirst:
      'The CPU share of the sidecars: they are throttled before the service is, and all services look slow at once.',
  },
  'rate-limiter': {
    when: 'Where the limit needs its own rules: by account, by plan, by cost of a call, the same over all servers and regions.',
    whenNot: 'Where a gateway, a CDN or a WAF counts already: set the limit there and save the hop.',
    tradeOffs: [
      'A shared counter is exact and costs a call per request; a share for each server is free and approximate.',
      'When its counters are unavailable it must fail open or fail closed.',
      'Refused callers retry: without Retry-After in the response they retry at once.',
    ],
    failsFirst:
      'The shared counter: one hot key for the largest caller, read by every server on every request.',
  },
};
