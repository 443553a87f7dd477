import { own } from '../../shared/model/own';

const titles: Readonly<Record<string, string>> = {
  https: 'HTTPS',
  http: 'HTTP',
  grpc: 'gRPC',
  graphql: 'GraphQL',
  websocket: 'WebSocket',
  tcp: 'TCP',
  udp: 'UDP',
  dns: 'DNS',
  sql: 'SQL',
  redis: 'Redis',
  amqp: 'AMQP',
  kafka: 'Kafka',
  mqtt: 'MQTT',
};

/** A protocol as it is written among people; one that is not known as the document has it. */
export const protocolTitle = (protocol: string): string => own(titles, protocol) ?? protocol;

/** Names of protocols, which are the same in every language. */
export const protocolTitles: readonly string[] = Object.values(titles);
