/**
 * What is in the program without being a module of a package: works that were copied into the source. Their licences are
 * not found by a bundler, so they are listed; a test compares the list with the folders they were copied into.
 * @typedef {object} CopiedWork
 * @property {string} name
 * @property {string} version
 * @property {string} licence its SPDX identifier
 * @property {string} homepage
 * @property {string} text path of its licence below the project's folder
 * @property {string} [copyright] what is in place of `{copyright}` in that text
 * @property {string} [note] what of it is used, and how
 * @property {readonly string[]} files paths below the project's folder
 */

/** @param {string} slug */
const brand = (slug) => `shared/diagram/brands/${slug}.ts`;

/** @param {readonly string[]} slugs */
const brands = (...slugs) => slugs.map(brand);

const apacheBrands = brands('apacheairflow', 'apachecassandra', 'apachekafka', 'apachepulsar', 'apachespark');
const otherBrands = brands(
  ...['akamai', 'algolia', 'apple', 'auth0', 'clickhouse', 'cloudflare', 'cockroachlabs', 'couchbase'],
  ...['datadog', 'docker', 'dotnet', 'elasticsearch', 'envoyproxy', 'fastly', 'firebase', 'go'],
  ...['googlebigquery', 'grafana', 'graphql', 'hashicorp-vault', 'influxdb', 'istio', 'kong', 'kubernetes'],
  ...['linkerd', 'mailgun', 'minio', 'mongodb', 'mysql', 'natsdotio', 'neo4j', 'newrelic', 'nginx'],
  ...['nodedotjs', 'okta', 'opensearch', 'pagerduty', 'paypal', 'postgresql', 'prometheus', 'python'],
  ...['rabbitmq', 'react', 'redis', 'snowflake', 'splunk', 'stripe', 'traefikproxy'],
);

const trademark = 'The logos are trademarks of their owners.';

/** @type {readonly CopiedWork[]} */
export const copiedWorks = [
  {
    name: 'Inter',
    version: '4',
    licence: 'OFL-1.1',
    homepage: 'https://rsms.me/inter/',
    text: 'assets/fonts/OFL.txt',
    note: 'The typeface of the window and of exported pictures; cut down to the letters and weights that are used.',
    files: [
      ...['400', '500', '550', '600'].map((weight) => `assets/fonts/inter-${weight}.ttf`),
      ...['latin', 'latin-ext', 'cyrillic'].map((cut) => `assets/fonts/inter-${cut}-wght-normal.woff2`),
      'shared/diagram/inter-advances.ts',
    ],
  },
  {
    name: 'Simple Icons',
    version: '16.37.0',
    licence: 'CC0-1.0',
    homepage: 'https://simpleicons.org/',
    text: 'assets/licences/CC0-1.0.txt',
    note: `Logos of products. ${trademark}`,
    files: otherBrands,
  },
  {
    name: 'Logos of the Apache Software Foundation',
    version: 'Simple Icons 16.37.0',
    licence: 'Apache-2.0',
    homepage: 'https://apache.org/logos',
    text: 'assets/licences/Apache-2.0.txt',
    note: `Airflow, Cassandra, Kafka, Pulsar and Spark, as single paths. ${trademark}`,
    files: apacheBrands,
  },
  {
    name: 'Duke, the logo of OpenJDK',
    version: 'Simple Icons 16.37.0',
    licence: 'BSD-3-Clause',
    homepage: 'https://hg.openjdk.java.net/duke/duke',
    text: 'assets/licences/BSD-3-Clause.txt',
    copyright: 'Copyright Sun Microsystems, Inc., now Oracle and/or its affiliates.',
    note: `As a single path. ${trademark}`,
    files: brands('openjdk'),
  },
];
