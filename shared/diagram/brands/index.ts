import { akamai } from './akamai';
import { algolia } from './algolia';
import { apacheairflow } from './apacheairflow';
import { apachecassandra } from './apachecassandra';
import { apachekafka } from './apachekafka';
import { apachepulsar } from './apachepulsar';
import { apachespark } from './apachespark';
import { apple } from './apple';
import { auth0 } from './auth0';
import { clickhouse } from './clickhouse';
import { cloudflare } from './cloudflare';
import { cockroachlabs } from './cockroachlabs';
import { couchbase } from './couchbase';
import { datadog } from './datadog';
import { docker } from './docker';
import { dotnet } from './dotnet';
import { elasticsearch } from './elasticsearch';
import { envoyproxy } from './envoyproxy';
import { fastly } from './fastly';
import { firebase } from './firebase';
import { go } from './go';
import { googlebigquery } from './googlebigquery';
import { grafana } from './grafana';
import { graphql } from './graphql';
import { hashicorpVault } from './hashicorp-vault';
import { influxdb } from './influxdb';
import { istio } from './istio';
import { kong } from './kong';
import { kubernetes } from './kubernetes';
import { linkerd } from './linkerd';
import { mailgun } from './mailgun';
import { minio } from './minio';
import { mongodb } from './mongodb';
import { mysql } from './mysql';
import { natsdotio } from './natsdotio';
import { neo4j } from './neo4j';
import { newrelic } from './newrelic';
import { nginx } from './nginx';
import { nodedotjs } from './nodedotjs';
import { okta } from './okta';
import { openjdk } from './openjdk';
import { opensearch } from './opensearch';
import { pagerduty } from './pagerduty';
import { paypal } from './paypal';
import { postgresql } from './postgresql';
import { prometheus } from './prometheus';
import { python } from './python';
import { rabbitmq } from './rabbitmq';
import { react } from './react';
import { redis } from './redis';
import { snowflake } from './snowflake';
import { splunk } from './splunk';
import { stripe } from './stripe';
import { traefikproxy } from './traefikproxy';

/**
 * Logos of products on a field of 24 × 24 units, each one filled path in a file of its own, by their slugs at simpleicons.org
 * (Simple Icons 16.37.0, CC0 1.0; those of Apache projects under the Apache License 2.0, OpenJDK's under BSD-3-Clause), but
 * for Vault's, whose slug is the name of an icon. The logos are their owners' trademarks.
 */
export const brandPaths = {
  akamai,
  algolia,
  apacheairflow,
  apachecassandra,
  apachekafka,
  apachepulsar,
  apachespark,
  apple,
  auth0,
  clickhouse,
  cloudflare,
  cockroachlabs,
  couchbase,
  datadog,
  docker,
  dotnet,
  elasticsearch,
  envoyproxy,
  fastly,
  firebase,
  go,
  googlebigquery,
  grafana,
  graphql,
  influxdb,
  istio,
  kong,
  kubernetes,
  linkerd,
  mailgun,
  minio,
  mongodb,
  mysql,
  natsdotio,
  neo4j,
  newrelic,
  nginx,
  nodedotjs,
  okta,
  openjdk,
  opensearch,
  pagerduty,
  paypal,
  postgresql,
  prometheus,
  python,
  rabbitmq,
  react,
  redis,
  snowflake,
  splunk,
  stripe,
  traefikproxy,
  'hashicorp-vault': hashicorpVault,
} as const satisfies Readonly<Record<string, string>>;

export type BrandName = keyof typeof brandPaths;
