import { assumed, listPrice, serverAvailability, sourced } from '../basis';
import type { Kind } from '../kind';
import { serverFields } from './server-fields';

const techEmpower = 'https://www.mintlify.com/gofiber/fiber/extra/benchmarks';
const tomcatThreads = 'https://tomcat.apache.org/tomcat-10.1-doc/config/http.html';

/** A pool of application servers. */
export const service: Kind = {
  id: 'service',
  title: 'Service',
  layer: 'service',
  icon: 'server',
  behaviour: 'station',
  maxScaleUp: 8,
  purpose: 'Answers requests with code of your own, on servers that hold no state.',
  keywords: ['app', 'api', 'server', 'backend', 'microservice', 'application', 'monolith', 'web server'],
  technologies: [
    {
      name: 'Go',
      icon: 'go',
      aliases: ['golang', 'gin', 'fiber'],
      defaults: {
        serviceMs: sourced(
          0.667,
          '17 000 single-query requests a second a core in TechEmpower, of which a tenth is kept for real logic: 1 500 a virtual CPU',
          techEmpower,
          [0.1, 20],
        ),
        delayMs: assumed(4.33, 'The rest of a mean of 5 ms: locks, disk, the runtime', [0, 30]),
        delayCv: assumed(1.43, 'p99 30 ms of work and delay together', [0.5, 3]),
        maxInFlight: assumed(
          10_000,
          'A goroutine and its buffers of 200 KB, in half of 4 GB',
          [500, 100_000],
        ),
      },
    },
    {
      name: 'Node.js',
      icon: 'nodedotjs',
      aliases: ['node', 'nodejs', 'express', 'nest', 'nestjs', 'javascript', 'typescript'],
      defaults: {
        serviceMs: sourced(
          2,
          '7 900 single-query requests a second a core in TechEmpower, of which a sixteenth is kept for real logic: 500 a virtual CPU',
          techEmpower,
          [0.3, 40],
        ),
        delayMs: assumed(8, 'The rest of a mean of 10 ms: disk, the runtime', [0, 60]),
        delayCv: assumed(1.51, 'p99 60 ms of work and delay together', [0.5, 3]),
        maxInFlight: assumed(
          2000,
          'An event loop is bound by memory: 1 MB a request, in half of 4 GB',
          [100, 20_000],
        ),
      },
    },
    {
      name: 'JVM',
      icon: 'openjdk',
      aliases: ['java', 'spring', 'spring boot', 'kotlin', 'scala', 'quarkus'],
      defaults: {
        serviceMs: assumed(1, '1 000 requests a second a virtual CPU, between Node.js and Go', [0.2, 30]),
        delayMs: assumed(7, 'The rest of a mean of 8 ms: locks, disk, the collector', [0, 50]),
        delayCv: assumed(1.48, 'p99 50 ms of work and delay together', [0.5, 3]),
        maxInFlight: sourced(
          200,
          'Threads of Tomcat, maxThreads as it is shipped',
          tomcatThreads,
          [50, 2000],
        ),
      },
    },
    {
      name: '.NET',
      icon: 'dotnet',
      aliases: ['dotnet', 'csharp', 'c#', 'asp.net'],
      defaults: {
        serviceMs: assumed(1, 'Taken to be of the class of the JVM', [0.1, 30]),
        delayMs: assumed(7, 'Taken to be of the class of the JVM', [0, 50]),
        delayCv: assumed(1.48, 'Taken to be of the class of the JVM', [0.5, 3]),
        maxInFlight: assumed(
          4000,
          'Asynchronous, so bound by memory: 512 KB a request, in half of 4 GB',
          [100, 20_000],
        ),
      },
    },
    {
      name: 'Python',
      icon: 'python',
      aliases: ['django', 'flask', 'fastapi', 'gunicorn'],
      defaults: {
        replicas: assumed(6, 'Slower a request than the others, so more servers', [1, 1000]),
        serviceMs: assumed(4, '250 requests a second a virtual CPU, half of Node.js', [0.5, 100]),
        cv: assumed(1.5, 'One program for many pages: requests differ less than in small services', [0.5, 4]),
        delayMs: assumed(6, 'The rest of a mean of 10 ms: disk, the runtime', [0, 100]),
        delayCv: assumed(1.86, 'p99 60 ms of work and delay together', [0.5, 3]),
        maxInFlight: sourced(
          5,
          'Workers of Gunicorn, one request each: twice the two virtual CPUs and one',
          'https://docs.gunicorn.org/en/stable/design.html#how-many-workers',
          [1, 200],
        ),
      },
    },
    {
      name: 'Rust',
      aliases: ['actix', 'axum', 'tokio'],
      defaults: {
        serviceMs: assumed(0.5, '2 000 requests a second a virtual CPU, a third above Go', [0.05, 20]),
        delayMs: assumed(3.5, 'The rest of a mean of 4 ms, with no collector to wait for', [0, 30]),
        delayCv: assumed(1.2, 'p99 20 ms of work and delay together', [0.5, 3]),
        maxInFlight: assumed(20_000, 'A task and its buffers of 100 KB, in half of 4 GB', [500, 200_000]),
      },
    },
    {
      name: 'Ruby',
      aliases: ['rails', 'ruby on rails', 'puma', 'sinatra'],
      defaults: {
        replicas: assumed(6, 'Slower a request than the others, so more servers', [1, 1000]),
        serviceMs: assumed(4, '250 requests a second a virtual CPU, as Python', [0.5, 200]),
        cv: assumed(1.5, 'One program for many pages: requests differ less than in small services', [0.5, 4]),
        delayMs: assumed(8, 'The rest of a mean of 12 ms: disk, the runtime', [0, 150]),
        delayCv: assumed(1.69, 'p99 70 ms of work and delay together', [0.5, 3]),
        maxInFlight: sourced(
          10,
          'Puma: five threads, as it is set up, in a process for each of two virtual CPUs',
          'https://www.rubydoc.info/gems/puma/Puma%2FDSL:threads',
          [2, 100],
        ),
      },
    },
    {
      name: 'PHP',
      aliases: ['laravel', 'symfony', 'php-fpm', 'wordpress'],
      defaults: {
        replicas: assumed(6, 'Slower a request than the others, so more servers', [1, 1000]),
        serviceMs: assumed(4, '250 requests a second a virtual CPU, as Python', [0.5, 200]),
        cv: assumed(1.5, 'One program for many pages: requests differ less than in small services', [0.5, 4]),
        delayMs: assumed(6, 'The rest of a mean of 10 ms: disk, the runtime', [0, 100]),
        delayCv: assumed(1.86, 'p99 60 ms of work and delay together', [0.5, 3]),
        maxInFlight: sourced(
          5,
          'Processes of PHP-FPM, pm.max_children as it is shipped; more as memory allows',
          'https://github.com/php/php-src/blob/master/sapi/fpm/www.conf.in',
          [2, 500],
        ),
      },
    },
    {
      name: 'Elixir',
      aliases: ['phoenix', 'erlang', 'beam vm'],
      defaults: {
        serviceMs: assumed(1, '1 000 requests a second a virtual CPU, as the JVM', [0.2, 30]),
        delayMs: assumed(7, 'The rest of a mean of 8 ms: many small processes share the CPU evenly', [0, 50]),
        delayCv: assumed(1.2, 'p99 40 ms of work and delay together', [0.5, 3]),
        maxInFlight: assumed(10_000, 'A process and its buffers of 200 KB, in half of 4 GB', [500, 200_000]),
      },
    },
  ],
  defaults: {
    replicas: assumed(2, 'Two, so that one may fail', [1, 1000]),
    concurrency: assumed(2, 'Two virtual CPUs', [1, 96]),
    serviceMs: assumed(
      0.625,
      'Work of the CPU on a request, calls not counted: 1 600 requests a second a virtual CPU',
      [0.05, 200],
    ),
    cv: assumed(2, 'Most requests are small and a few take ten times the work', [0.5, 4]),
    delayMs: assumed(9.375, 'The rest of a mean of 10 ms: locks, disk, the runtime', [0, 500]),
    delayCv: assumed(1.05, 'p99 46 ms of work and delay together', [0.5, 3]),
    instanceAvailability: serverAvailability,
    connectionPool: assumed(10, 'Connections that each server keeps to a store', [1, 100]),
    autoscaleDelaySeconds: assumed(120, 'From the alarm to the first request on a new server', [20, 600]),
    unitCostUsd: listPrice(62, 'Two virtual CPUs'),
  },
  main: ['replicas', 'concurrency', 'serviceMs', 'delayMs', 'scaleUp'],
  more: ['cv', ...serverFields(['delayMs', 'slaAvailability'])],
};
