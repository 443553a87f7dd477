import { assumed, listPrice, serverAvailability, sourced } from '../basis';
import type { Kind } from '../kind';
import { serverFields } from './server-fields';

const techEmpower = 'https://www.mintlify.com/gofiber/fiber/extra/benchmarks';

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
        serviceMs: assumed(5, 'p99 30 ms with real logic and calls of its own left out', [0.5, 30]),
        concurrency: sourced(
          32,
          '17 000 single-query requests a second a core in TechEmpower, of which a fifth is kept: 6 400 on two virtual CPUs at 5 ms',
          techEmpower,
          [8, 256],
        ),
        cv: assumed(1.3, 'p99 30 ms ÷ mean 5 ms of a gamma service time', [0.5, 3]),
      },
    },
    {
      name: 'Node.js',
      icon: 'nodedotjs',
      aliases: ['node', 'nodejs', 'express', 'nest', 'nestjs', 'javascript', 'typescript'],
      defaults: {
        serviceMs: assumed(10, 'p99 60 ms with real logic', [1, 60]),
        concurrency: sourced(
          16,
          '7 900 single-query requests a second a core in TechEmpower, of which a tenth is kept: 1 600 on two virtual CPUs at 10 ms',
          techEmpower,
          [16, 64],
        ),
        cv: assumed(1.29, 'p99 60 ms ÷ mean 10 ms of a gamma service time', [0.5, 3]),
      },
    },
    {
      name: 'JVM',
      icon: 'openjdk',
      aliases: ['java', 'spring', 'spring boot', 'kotlin', 'scala', 'quarkus'],
      defaults: {
        serviceMs: assumed(8, 'p99 50 ms with real logic', [1, 50]),
        concurrency: assumed(16, '1 000 requests a second a virtual CPU, between Node.js and Go', [8, 200]),
        cv: assumed(1.34, 'p99 50 ms ÷ mean 8 ms of a gamma service time', [0.5, 3]),
      },
    },
    {
      name: '.NET',
      icon: 'dotnet',
      aliases: ['dotnet', 'csharp', 'c#', 'asp.net'],
      defaults: {
        serviceMs: assumed(8, 'Taken to be of the class of the JVM', [1, 50]),
        concurrency: assumed(16, 'Taken to be of the class of the JVM', [8, 200]),
        cv: assumed(1.34, 'Taken to be of the class of the JVM', [0.5, 3]),
      },
    },
    {
      name: 'Python',
      icon: 'python',
      aliases: ['django', 'flask', 'fastapi', 'gunicorn'],
      defaults: {
        replicas: assumed(4, 'Slower a request than the others, so more servers', [1, 1000]),
        serviceMs: assumed(20, 'p99 120 ms with real logic', [2, 120]),
        concurrency: assumed(16, '400 requests a second a virtual CPU', [4, 64]),
        cv: assumed(1.29, 'As Node.js: p99 six times the mean of a gamma service time', [0.5, 3]),
      },
    },
    {
      name: 'Rust',
      aliases: ['actix', 'axum', 'tokio'],
      defaults: {
        serviceMs: assumed(4, 'A little less than Go; p99 20 ms, with no collector to wait for', [0.3, 30]),
        concurrency: assumed(32, '4 000 requests a second a virtual CPU, a quarter above Go', [8, 512]),
        cv: assumed(1.08, 'p99 20 ms ÷ mean 4 ms of a gamma service time', [0.5, 3]),
      },
    },
    {
      name: 'Ruby',
      aliases: ['rails', 'ruby on rails', 'puma', 'sinatra'],
      defaults: {
        replicas: assumed(4, 'Slower a request than the others, so more servers', [1, 1000]),
        serviceMs: assumed(25, 'p99 150 ms with real logic', [5, 200]),
        concurrency: assumed(20, '400 requests a second a virtual CPU', [4, 64]),
        cv: assumed(1.29, 'p99 150 ms ÷ mean 25 ms of a gamma service time', [0.5, 3]),
      },
    },
    {
      name: 'PHP',
      aliases: ['laravel', 'symfony', 'php-fpm', 'wordpress'],
      defaults: {
        replicas: assumed(4, 'Slower a request than the others, so more servers', [1, 1000]),
        serviceMs: assumed(20, 'p99 120 ms with real logic', [2, 200]),
        concurrency: assumed(16, '400 requests a second a virtual CPU', [4, 64]),
        cv: assumed(1.29, 'p99 120 ms ÷ mean 20 ms of a gamma service time', [0.5, 3]),
      },
    },
    {
      name: 'Elixir',
      aliases: ['phoenix', 'erlang', 'beam vm'],
      defaults: {
        serviceMs: assumed(8, 'p99 40 ms: many small processes share the CPU evenly', [1, 50]),
        concurrency: assumed(24, '1 500 requests a second a virtual CPU', [8, 512]),
        cv: assumed(1.08, 'p99 40 ms ÷ mean 8 ms of a gamma service time', [0.5, 3]),
      },
    },
  ],
  defaults: {
    replicas: assumed(2, 'Two, so that one may fail', [1, 1000]),
    concurrency: assumed(32, 'Requests that a server of two virtual CPUs works on concurrently', [8, 256]),
    serviceMs: assumed(10, 'Its own work on a request, calls not counted', [1, 500]),
    cv: assumed(1, 'Exponential: p99 46 ms', [0.5, 3]),
    instanceAvailability: serverAvailability,
    connectionPool: assumed(10, 'Connections that each server keeps to a store', [1, 100]),
    autoscaleDelaySeconds: assumed(120, 'From the alarm to the first request on a new server', [20, 600]),
    unitCostUsd: listPrice(62, 'Two virtual CPUs'),
  },
  main: ['replicas', 'concurrency', 'serviceMs', 'cv', 'scaleUp'],
  more: serverFields(['slaAvailability']),
};
