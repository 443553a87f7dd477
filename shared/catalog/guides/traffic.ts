import type { Guides } from './guide';

export const trafficGuides: Guides = {
  'load-balancer': {
    when: 'As soon as there are two servers: one address in front, TLS ended, routes by path, and servers that are down left out.',
    whenNot:
      'In front of a single server, where it only adds a hop. For what is not HTTP, or for fixed addresses, a network load balancer.',
    tradeOffs: [
      'A millisecond a request, and a price that grows with connections and bytes.',
      'Sticky sessions keep a person on one server and undo the balance; keep sessions outside and leave them off.',
      'Health checks that look too deep take all servers out at once when a shared store stumbles.',
    ],
    failsFirst:
      'What is behind it: it grows by itself, but too slowly for a jump to ten times the load within a minute.',
  },
  'api-gateway': {
    when: 'One door for many services: log-in, keys, quotas, versions and logs stand in one place and not in each of them.',
    whenNot:
      'For one service behind a load balancer, or between your own services: it adds milliseconds and a price for every request.',
    tradeOffs: [
      'It knows every route, so every team changes it: keep logic out of it, or it becomes the service that all wait for.',
      'Managed ones cost by the request: cheap at a hundred a second, dear at ten thousand.',
      'A quota protects what is behind it and answers 429: callers must wait before they try again.',
    ],
    failsFirst:
      'The quota of the account, with 429 at a rate that the services could carry; then its call to whoever checks tokens.',
  },
  'reverse-proxy': {
    when: 'Where you need routes, headers, retries or compression of your own in front of services, or run on your own machines.',
    whenNot:
      'Where a managed load balancer does the same: then this is one more hop that you patch, size and wake up for.',
    tradeOffs: [
      'Full control of every header and every retry, paid for with servers and certificates to look after.',
      'It needs a pair and an address that moves, or it is the single point of failure itself.',
      'A retry set here multiplies those of clients and services: keep it in one place.',
    ],
    failsFirst:
      'CPU in a storm of new TLS connections, then file descriptors: handshakes cost far more than requests on an open connection.',
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
      'The balance, not the balancer: a few heavy connections of HTTP/2 or gRPC fill one server while others are idle.',
  },
  'websocket-gateway': {
    when: 'Where the server has news: chats, prices, live scores, presence. One open connection replaces a poll every second.',
    whenNot:
      'Where an answer a minute later will do, or news only flows one way: polling or server-sent events are simpler.',
    tradeOffs: [
      'It remembers who is connected, so it cannot be restarted like a service: drain it slowly.',
      'It is sized twice: by connections, which need memory, and by messages sent, which need CPU.',
      'To reach a person one must know the server that holds the connection: a register or pub/sub behind it.',
    ],
    failsFirst:
      'After a restart everybody connects again at once: handshakes and log-ins overload what messages never did. Then fan-out to large rooms.',
  },
  'graphql-gateway': {
    when: 'For many screens over many services: each asks for what it shows in one call, and teams own their part of the graph.',
    whenNot:
      'For few, stable calls, for files, or where answers should be cached by a CDN: a query in a POST has no address to cache by.',
    tradeOffs: [
      'One round trip for the phone, several behind the gateway: its answer is as slow as the slowest part.',
      'The cost of a query is not its count: limit depth and cost, not only the rate.',
      'Lists ask for each element unless they are batched, and the store feels every one.',
    ],
    failsFirst:
      'The services behind it: one deep query becomes hundreds of calls, while the gateway itself looks idle.',
  },
  'grpc-gateway': {
    when: 'Where services speak gRPC among themselves and browsers or partners must reach them with plain HTTP.',
    whenNot:
      'Between services: they call each other directly. Nor for large answers as a stream, which JSON and browsers spoil.',
    tradeOffs: [
      'One description gives the typed calls inside and the JSON outside; both change together.',
      'Turning JSON into messages and back costs CPU for every byte, more than passing it on.',
      'Errors and deadlines must be mapped: a gRPC status is not an HTTP status.',
    ],
    failsFirst:
      'CPU on large bodies, and the balance: gRPC keeps one connection open, so behind a balancer of connections one server gets it all.',
  },
  'service-mesh': {
    when: 'For dozens of services in several languages that all need the same encryption, retries, limits and traces.',
    whenNot:
      'For a handful of services in one language: a library does the same without two more hops a call and a control plane to run.',
    tradeOffs: [
      'Two proxies in each call: one to three milliseconds at the tail, times the depth of the chain.',
      'A third of a CPU for each thousand requests a second through a proxy, on every server.',
      'Policies in one place, and one place whose mistake stops every call.',
    ],
    failsFirst:
      'The CPU share of the sidecars: they are throttled before the service is, and every service behind them looks slow at once.',
  },
  'rate-limiter': {
    when: 'Where the limit needs its own rules: by account, by plan, by cost of a call, the same over all servers and regions.',
    whenNot: 'Where a gateway, a CDN or a WAF counts already: set the limit there and spare the hop.',
    tradeOffs: [
      'One counter for all servers is exact and a call for each request; a share for each server is free and rough.',
      'When its counters are gone it must choose: let everybody in, or nobody.',
      'Refused callers come back: without a time to wait in the answer, they come back at once.',
    ],
    failsFirst:
      'The shared counter: one hot key for the largest caller, asked by every server for every request.',
  },
};
