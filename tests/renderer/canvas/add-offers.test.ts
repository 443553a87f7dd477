import { describe, expect, test } from 'vitest';
import { type Offer, offersFor } from '../../../renderer/canvas/add-offers';
import { searchedText } from '../../../renderer/canvas/search-kinds';
import { kinds } from '../../../shared/catalog/index';

const inWords = ({ kind, technology, name }: Offer): string =>
  [kind.id, technology ?? '', name ?? ''].join(' | ');

const first = (text: string): string => {
  const [offer] = offersFor(text);
  return offer === undefined ? '' : inWords(offer);
};

describe('the first line of the add box, which Enter takes', () => {
  test.each([
    // A kind of that name, whole, begun or in its short form: the card bears the kind's name.
    ['client', 'client |  | '],
    ['Client', 'client |  | '],
    ['cdn', 'cdn |  | '],
    ['lb', 'load-balancer |  | '],
    ['LB', 'load-balancer |  | '],
    ['load bal', 'load-balancer |  | '],
    ['Load balancer', 'load-balancer |  | '],
    ['service', 'service |  | '],
    ['serv', 'service |  | '],
    ['ca', 'cache |  | '],
    ['cache', 'cache |  | '],
    ['key', 'key-value-store |  | '],
    ['key-value', 'key-value-store |  | '],
    ['kv', 'key-value-store |  | '],
    ['stream', 'stream |  | '],
    ['queue', 'queue |  | '],
    ['dlq', 'dead-letter-queue |  | '],
    ['Worker', 'worker |  | '],
    ['sql', 'sql-database |  | '],
    ['Search', 'search-index |  | '],
    ['Payment', 'payment-provider |  | '],
    ['log', 'logs |  | '],
    ['trace', 'traces |  | '],
    // A product: the kind in that technology.
    ['Redis', 'cache | Redis | '],
    ['redis', 'cache | Redis | '],
    ['postgres', 'sql-database | PostgreSQL | '],
    ['postgr', 'sql-database | PostgreSQL | '],
    ['Kafka', 'stream | Kafka | '],
    ['kaf', 'stream | Kafka | '],
    ['mysql', 'sql-database | MySQL | '],
    ['MongoDB', 'document-database | MongoDB | '],
    ['mongo', 'document-database | MongoDB | '],
    ['DynamoDB', 'key-value-store | DynamoDB | '],
    ['s3', 'object-store | S3 | '],
    ['rabbit', 'queue | RabbitMQ | '],
    ['nginx', 'load-balancer | nginx | '],
    ['lambda', 'function | AWS Lambda | '],
    ['Go', 'service | Go | '],
    // Another name of a product, of which the card would say nothing.
    ['mariadb', 'sql-database | MySQL | mariadb'],
    ['k8s', 'container-cluster | Kubernetes | k8s'],
    // Words of the purpose: the last of them decides, and the card bears what was typed.
    ['User DB', 'sql-database |  | User DB'],
    ['DB', 'sql-database |  | DB'],
    ['Orders database', 'sql-database |  | Orders database'],
    ['Link store', 'sql-database |  | Link store'],
    ['feed cache', 'cache |  | feed cache'],
    ['Session store', 'cache |  | Session store'],
    ['Shorten API', 'service |  | Shorten API'],
    ['API', 'service |  | API'],
    ['Redirect service', 'service |  | Redirect service'],
    ['Order services', 'service |  | Order services'],
    ['Game server', 'service |  | Game server'],
    ['Jobs queue', 'queue |  | Jobs queue'],
    ['Queue for orders', 'queue |  | Queue for orders'],
    ['Public LB', 'load-balancer |  | Public LB'],
    ['Edge gateway', 'api-gateway |  | Edge gateway'],
    ['Payment gateway', 'payment-provider |  | Payment gateway'],
    ['Email worker', 'worker |  | Email worker'],
    ['Click consumers', 'worker |  | Click consumers'],
    ['Image bucket', 'object-store |  | Image bucket'],
    ['Avatar blobs', 'object-store |  | Avatar blobs'],
    ['Orders topic', 'pub-sub |  | Orders topic'],
    ['Click events', 'stream |  | Click events'],
    ['Product search', 'search-index |  | Product search'],
    ['EU read replica', 'read-replica |  | EU read replica'],
    ['Friends graph database', 'graph-database |  | Friends graph database'],
    ['Mobile users', 'client |  | Mobile users'],
    ['Nightly cron', 'scheduler |  | Nightly cron'],
    ['Access logs', 'logs |  | Access logs'],
    // With a product in the name.
    ['Redis cache', 'cache | Redis | Redis cache'],
    ['Postgres DB', 'sql-database | PostgreSQL | Postgres DB'],
    ['Feed Redis', 'cache | Redis | Feed Redis'],
    ['Kafka topic', 'stream | Kafka | Kafka topic'],
    ['Kafka consumer', 'worker |  | Kafka consumer'],
    ['Python worker', 'worker | Celery | Python worker'],
    ['Go service', 'service | Go | Go service'],
    ['Kafka clicks', 'stream | Kafka | Kafka clicks'],
    // What only other words of a kind mean, and what means none, is a plain box.
    ['Audit', 'custom |  | Audit'],
    ['Archive', 'custom |  | Archive'],
    ['Report', 'custom |  | Report'],
    ['Publish', 'custom |  | Publish'],
    ['Checkout', 'custom |  | Checkout'],
    ['Shipping', 'custom |  | Shipping'],
    ['Billing', 'custom |  | Billing'],
    ['Click', 'custom |  | Click'],
    ['Segment', 'custom |  | Segment'],
    ['Store', 'custom |  | Store'],
    ['Fraud desk', 'custom |  | Fraud desk'],
    ['Go live', 'custom |  | Go live'],
    ['Fraud engine', 'custom |  | Fraud engine'],
    ['A', 'custom |  | A'],
    ['constructor', 'custom |  | constructor'],
    ['Пользователи', 'custom |  | Пользователи'],
    ['  Fraud desk ', 'custom |  | Fraud desk'],
  ])('for “%s” is %s', (text, expected) => {
    expect(first(text)).toBe(expected);
  });

  test('finds every kind by its own title', () => {
    for (const { id, title } of kinds) expect(first(title)).toBe(`${id} |  | `);
  });

  test('finds every technology by its own name, in a kind that has it', () => {
    for (const kind of kinds)
      for (const { name } of kind.technologies) {
        const [offer] = offersFor(name);
        const found = searchedText(offer?.technology ?? offer?.kind.title ?? '');
        expect(found).toContain(searchedText(name));
      }
  });
});

describe('the lines of the add box', () => {
  test.each([
    ['Audit', 'logs |  | Audit'],
    ['Archive', 'backup |  | Archive'],
    ['Report', 'etl-job |  | Report'],
    ['Publish', 'pub-sub |  | Publish'],
  ])('for “%s” have the kind found by another word second, named as typed', (text, second) => {
    expect(offersFor(text).slice(1).map(inWords)).toContain(second);
  });

  test.each(['Redis', 'User DB', 'cache', 'Audit', 'xyzzy', 'ser', 'k8s'])(
    'for “%s” have a plain box of that name among the first two',
    (text) => {
      expect(offersFor(text).slice(0, 2).map(inWords)).toContain(`custom |  | ${text}`);
    },
  );

  test('keep what was typed: every one is named so, or its kind or technology says it', () => {
    for (const text of ['Audit', 'Archive', 'User DB', 'Feed', 'Report', 'gateway', 'mariadb', 'kaf']) {
      for (const { kind, technology, name } of offersFor(text)) {
        const said = `${kind.title} ${technology ?? ''} ${name ?? ''}`.toLowerCase();
        expect(said).toContain(text.toLowerCase());
      }
    }
  });

  test('name no kind and technology twice', () => {
    for (const text of ['redis', 'User DB', 'cache', 'api', 'custom', 'gateway']) {
      const keys = offersFor(text).map(({ kind, technology }) => `${kind.id} ${technology}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
